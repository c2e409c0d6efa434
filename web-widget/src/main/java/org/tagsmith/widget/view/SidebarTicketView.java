package org.tagsmith.widget.view;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tagsmith.domain.disposition.Action;
import org.tagsmith.domain.disposition.Disposition;
import org.tagsmith.domain.ticket.EarlierContact;
import org.tagsmith.domain.ticket.TicketContext;
import org.tagsmith.domain.vocabulary.TagSetReading;

/** All that the sidebar shows of a ticket, in one answer. */
@Schema(name = "SidebarTicket")
public record SidebarTicketView(
    TicketView ticket,
    @Schema(nullable = true) ContactView contact,
    @Schema(description = "The contact's other tickets, newest first.") List<EarlierView> earlier,
    @Schema(description = "Reason codes to offer first.") List<Integer> codes,
    int vocabularyVersion) {

  /** A ticket that was not read from the helpdesk yet. */
  public static SidebarTicketView unknown(long id, List<Integer> codes, int vocabularyVersion) {
    return new SidebarTicketView(
        new TicketView(id, null, null, List.of(), false),
        null,
        List.of(),
        codes,
        vocabularyVersion);
  }

  /**
   * Shows a ticket.
   *
   * @param decided the last decision about each of its labels
   */
  public static SidebarTicketView of(
      TicketContext context,
      Collection<Disposition> decided,
      List<Integer> codes,
      LabelViews labels) {
    return new SidebarTicketView(
        new TicketView(
            context.remoteId(),
            context.status().name().toLowerCase(Locale.ROOT),
            context.subject(),
            labels(context, decided, labels),
            true),
        context.contactName() == null && context.customerName() == null
            ? null
            : new ContactView(context.contactName(), context.customerName()),
        context.earlier().stream().map(each -> EarlierView.of(each, labels)).toList(),
        codes,
        labels.reader().vocabulary().version());
  }

  private static List<LabelView> labels(
      TicketContext context, Collection<Disposition> decided, LabelViews labels) {
    Map<String, LabelView.Origin> origins = new HashMap<>();
    for (Disposition each : decided) {
      if (each.action() == Action.ADD) {
        origins.put(
            each.label(), new LabelView.Origin(each.agent(), each.decidedAt(), each.reasonCode()));
      }
    }
    return context.labels().stream()
        .sorted()
        .map(label -> labels.of(label).from(origins.get(label)))
        .toList();
  }

  /** The ticket itself. */
  @Schema(name = "Ticket")
  public record TicketView(
      long id,
      @Schema(
              nullable = true,
              enumeration = {
                "new", "open", "pending", "hold", "solved", "closed", "deleted", "other"
              })
          String status,
      @Schema(nullable = true) String subject,
      List<LabelView> labels,
      @Schema(description = "Whether it was read from the helpdesk yet.") boolean known) {}

  /** Who wrote. */
  @Schema(name = "Contact")
  public record ContactView(
      @Schema(nullable = true) String name, @Schema(nullable = true) String customerName) {}

  /** Another ticket of the same contact. */
  @Schema(name = "EarlierContact")
  public record EarlierView(
      long id,
      String status,
      @Schema(nullable = true) String subject,
      Instant createdAt,
      @Schema(description = "House tags meant, ascending.") List<Integer> tagIds,
      List<String> labels) {
    private static EarlierView of(EarlierContact contact, LabelViews labels) {
      TagSetReading reading = labels.reader().read(contact.labels());
      return new EarlierView(
          contact.remoteId(),
          contact.status().name().toLowerCase(Locale.ROOT),
          contact.subject(),
          contact.createdAt(),
          reading.houseTagIds(),
          contact.labels().stream().sorted().toList());
    }
  }
}
