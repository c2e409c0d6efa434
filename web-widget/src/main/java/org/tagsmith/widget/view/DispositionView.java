package org.tagsmith.widget.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tagsmith.domain.disposition.RecordedDisposition;

/** What became of an agent's decision. */
@Schema(name = "Disposition")
public record DispositionView(
    long id,
    @Schema(description = "The helpdesk's spelling; with 'form', set or remove this one.")
        String label,
    @Schema(nullable = true) Integer houseTagId,
    @Schema(enumeration = {"add", "remove"}) String action,
    @Schema(description = "False when the same had just been decided.") boolean changed) {
  public static DispositionView of(RecordedDisposition recorded) {
    return new DispositionView(
        recorded.id(),
        recorded.label(),
        recorded.houseTagId(),
        recorded.action().word(),
        recorded.changed());
  }
}
