package org.tagsmith.widget.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.disposition.RecordedDisposition;

/** What became of an agent's decision. */
@Schema(
    name = "Disposition",
    properties = {
      @SchemaProperty(
          name = "label",
          description = "The helpdesk's spelling; with 'form', set or remove this one."),
      @SchemaProperty(name = "houseTagId", nullable = true),
      @SchemaProperty(
          name = "action",
          enumeration = {"add", "remove"}),
      @SchemaProperty(name = "changed", description = "False when the same had just been decided.")
    })
public record DispositionView(
    long id, String label, Integer houseTagId, String action, boolean changed) {
  public static DispositionView of(RecordedDisposition recorded) {
    return new DispositionView(
        recorded.id(),
        recorded.label(),
        recorded.houseTagId(),
        recorded.action().word(),
        recorded.changed());
  }
}
