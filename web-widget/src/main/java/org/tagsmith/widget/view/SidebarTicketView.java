package org.tagsmith.widget.view;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.disposition.Action;
import org.tagsmith.domain.disposition.Disposition;
import org.tagsmith.domain.ticket.EarlierContact;
import org.tagsmith.domain.ticket.TicketContext;
import org.tagsmith.domain.vocabulary.TagSetReading;

/** All that the sidebar shows of a ticket, in one answer. */
@Schema(
    name = "SidebarTicket",
    properties = {
      @SchemaProperty(name = "contact", nullable = true),
      @SchemaProperty(
          name = "earlier",
          description = "The person's other tickets in all helpdesks, newest first."),
      @SchemaProperty(name = "codes", description = "Reason codes to offer first.")
    })
public record SidebarTicketView(
    TicketView ticket,
    ContactView contact,
    List<EarlierView> earlier,
    List<Integer> codes,
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
  @Schema(
      name = "Ticket",
      properties = {
        @SchemaProperty(
            name = "status",
            nullable = true,
            enumeration = {
              "new", "open", "pending", "hold", "solved", "closed", "deleted", "other"
            }),
        @SchemaProperty(name = "subject", nullable = true),
        @SchemaProperty(name = "known", description = "Whether it was read from the helpdesk yet.")
      })
  public record TicketView(
      long id, String status, String subject, List<LabelView> labels, boolean known) {}

  /** Who wrote. */
  @Schema(
      name = "Contact",
      properties = {
        @SchemaProperty(name = "name", nullable = true),
        @SchemaProperty(name = "customerName", nullable = true)
      })
  public record ContactView(String name, String customerName) {}

  /** A product's name as people write it; the sidebar has no room for a table of them. */
  private static String productName(String helpdesk) {
    return helpdesk.substring(0, 1).toUpperCase(Locale.ROOT) + helpdesk.substring(1);
  }

  /** Another ticket of the same person. */
  @Schema(
      name = "EarlierContact",
      properties = {
        @SchemaProperty(name = "helpdesk", description = "Its product's name: Freshdesk."),
        @SchemaProperty(name = "subject", nullable = true),
        @SchemaProperty(name = "tagIds", description = "House tags meant, ascending.")
      })
  public record EarlierView(
      String helpdesk,
      long id,
      String status,
      String subject,
      Instant createdAt,
      List<Integer> tagIds,
      List<String> labels) {
    private static EarlierView of(EarlierContact contact, LabelViews labels) {
      TagSetReading reading = labels.reader().read(contact.labels());
      return new EarlierView(
          productName(contact.helpdesk()),
          contact.remoteId(),
          contact.status().name().toLowerCase(Locale.ROOT),
          contact.subject(),
          contact.createdAt(),
          reading.houseTagIds(),
          contact.labels().stream().sorted().toList());
    }
  }
}
