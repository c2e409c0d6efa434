package org.tagsmith.widget.view;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tagsmith.domain.audit.Agreement;

/** How far second persons gave the same tags. */
@Schema(name = "Agreement")
public record AgreementView(
    @Schema(description = "Contacts that were coded a second time.") long contacts,
    @Schema(description = "Of those, given exactly the same.") long same,
    @Schema(description = "That of least agreement first.") List<Agreement.OfTag> tags,
    @Schema(description = "Pairs that people take for one another.")
        List<Agreement.Confused> confused) {

  /** Shows an agreement. */
  public static AgreementView of(Agreement agreement) {
    return new AgreementView(
        agreement.contacts(), agreement.same(), agreement.tags(), agreement.confused());
  }
}
