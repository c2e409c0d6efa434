package org.tagsmith.widget.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tagsmith.domain.audit.Recoding;

/** A week's sample as the second person sees it: without what was given. */
@Schema(name = "RecodingSample")
public record RecodingView(
    @Schema(description = "The Monday that the sample is named by.") LocalDate week,
    List<ContactView> contacts) {

  /** Shows a sample. */
  public static RecodingView of(LocalDate week, List<Recoding.Sampled> sample) {
    return new RecodingView(
        week,
        sample.stream()
            .map(
                each ->
                    new ContactView(
                        each.ticket().account().value(),
                        each.ticket().remoteId(),
                        each.connector(),
                        each.subdomain(),
                        each.subject(),
                        each.began(),
                        each.done()))
            .toList());
  }

  /**
   * One contact.
   *
   * @param done whether the caller decided already
   */
  @Schema(name = "RecodingContact")
  public record ContactView(
      int account,
      long ticket,
      String connector,
      String subdomain,
      @Schema(nullable = true) String subject,
      Instant began,
      boolean done) {}

  /** What the second person would give. */
  @Schema(name = "RecodingDecision")
  public record Decision(
      LocalDate week, @Schema(description = "Live tags; none if none fits.") List<Integer> tags) {}
}
