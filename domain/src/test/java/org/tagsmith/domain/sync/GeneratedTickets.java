package org.tagsmith.domain.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.tagsmith.domain.customer.ContactSnapshot;
import org.tagsmith.domain.customer.CustomerSnapshot;
import org.tagsmith.domain.shared.MessyLabels;
import org.tagsmith.domain.ticket.TicketSnapshot;
import org.tagsmith.domain.ticket.TicketStatus;

/** Pages of invented tickets, as a first sync reads them. The same seed gives the same pages. */
public final class GeneratedTickets {
  private static final Instant BEGIN = Instant.parse("2024-11-01T06:00:00Z");
  private static final long TWO_YEARS = 2 * 365 * 86_400L;
  private static final List<String> CHANNELS = List.of("email", "web", "api", "chat", "voice");

  private final Random random;
  private final List<Set<String>> tagSets;
  private final int tickets;

  public GeneratedTickets(long seed, int tickets) {
    this.random = new Random(seed);
    this.tickets = tickets;
    this.tagSets = new MessyLabels(seed, 2_000).sets(Math.max(10, tickets / 50));
  }

  /** All tickets in the order of their export, each page with the people it names. */
  public List<TicketBatch> pages(int pageSize) {
    List<TicketBatch> pages = new ArrayList<>();
    for (int first = 0; first < tickets; first += pageSize) {
      pages.add(page(first, Math.min(tickets, first + pageSize)));
    }
    return pages;
  }

  private TicketBatch page(int first, int end) {
    List<TicketSnapshot> snapshots = new ArrayList<>();
    Map<Long, ContactSnapshot> contacts = new LinkedHashMap<>();
    Map<Long, CustomerSnapshot> customers = new LinkedHashMap<>();
    for (int i = first; i < end; i++) {
      TicketSnapshot ticket = ticket(i);
      snapshots.add(ticket);
      contacts.put(ticket.contactId(), contact(ticket.contactId(), ticket.customerId()));
      if (ticket.customerId() != 0) {
        customers.put(
            ticket.customerId(),
            new CustomerSnapshot(ticket.customerId(), "Harbour Trading " + ticket.customerId()));
      }
    }
    return new TicketBatch(
        snapshots,
        List.copyOf(contacts.values()),
        List.copyOf(customers.values()),
        new SyncCursor("page-after-" + end),
        snapshots.get(snapshots.size() - 1).generatedAt(),
        end == tickets);
  }

  private TicketSnapshot ticket(int i) {
    Instant created =
        BEGIN.plusSeconds(i * TWO_YEARS / tickets).plusMillis(random.nextInt(1_000_000));
    Instant updated = created.plusSeconds(random.nextInt(500_000));
    double share = random.nextDouble();
    long contact = 900_000_000L + (long) (tickets / 5.0 * share * share);
    return new TicketSnapshot(
        1_000L + i,
        random.nextInt(50) == 0 ? TicketStatus.DELETED : TicketStatus.SOLVED,
        CHANNELS.get(random.nextInt(CHANNELS.size())),
        "Question %d about my card and what became of the payment".formatted(i),
        contact,
        contact % 3 == 0 ? 0 : 800_000_000L + contact % 1_000,
        700_000_000L + random.nextInt(80),
        600_000_000L + random.nextInt(6),
        created,
        updated,
        updated.plusSeconds(1),
        tagSets.get((int) (tagSets.size() * Math.pow(random.nextDouble(), 3))));
  }

  private static ContactSnapshot contact(long id, long customer) {
    return new ContactSnapshot(
        id, "Person " + id, "person%d@customer.example".formatted(id), null, customer);
  }
}
