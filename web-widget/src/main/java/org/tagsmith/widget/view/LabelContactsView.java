package org.tagsmith.widget.view;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tagsmith.domain.report.LabelContacts;

/**
 * The contacts behind a label.
 *
 * @param weeks contacts of the last twelve weeks, the newest last
 * @param tickets a few of the newest; null unless asked for
 */
@Schema(name = "LabelContacts")
public record LabelContactsView(
    String label,
    List<LabelContacts.AccountContacts> accounts,
    List<Long> weeks,
    @Schema(nullable = true) List<ExampleTicket> tickets) {

  /**
   * A ticket that carries the label.
   *
   * @param page where agents open it, null where the helpdesk has none
   */
  @Schema(name = "ExampleTicket")
  public record ExampleTicket(
      int accountId,
      long ticketId,
      @Schema(nullable = true) String subject,
      Instant createdAt,
      @Schema(nullable = true) String page) {}
}
