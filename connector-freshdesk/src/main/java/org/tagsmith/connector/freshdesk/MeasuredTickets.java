package org.tagsmith.connector.freshdesk;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tagsmith.connector.freshdesk.wire.StatsJson;
import org.tagsmith.connector.freshdesk.wire.TicketJson;

/**
 * The measures of tickets read lately. They cost two credits a page, and the look at what is new
 * sees the same tickets for ten minutes: it is made without, and the measures of those that did not
 * change are taken from here. Thread-safe.
 */
final class MeasuredTickets {
  private static final int MOST = 2_000;

  private final Map<Long, Measured> measured =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Measured> eldest) {
          return size() > MOST;
        }
      };

  private record Measured(int state, StatsJson stats) {}

  /** Remembers the measures of tickets that were read with theirs, also where there are none. */
  synchronized void remember(Collection<TicketJson> tickets) {
    for (TicketJson ticket : tickets) {
      measured.put(
          FreshdeskTranslator.number(ticket.id()), new Measured(stateOf(ticket), ticket.stats()));
    }
  }

  /** Whether some of these tickets changed since, or were never read with their measures. */
  synchronized boolean areMissingIn(Collection<TicketJson> tickets) {
    return tickets.stream().anyMatch(ticket -> last(ticket) == null);
  }

  /** The tickets with their measures, as far as they have or had any. */
  synchronized List<TicketJson> completed(Collection<TicketJson> tickets) {
    return tickets.stream()
        .map(ticket -> ticket.stats() == null ? completed(ticket) : ticket)
        .toList();
  }

  private TicketJson completed(TicketJson ticket) {
    Measured last = last(ticket);
    return last == null ? ticket : ticket.with(last.stats());
  }

  private Measured last(TicketJson ticket) {
    Measured last = measured.get(FreshdeskTranslator.number(ticket.id()));
    return last == null || last.state() != stateOf(ticket) ? null : last;
  }

  /** Two changes within one second bear the same stamp, so the stamp alone is not enough. */
  private static int stateOf(TicketJson ticket) {
    return Objects.hash(
        ticket.updatedAt(),
        ticket.status(),
        ticket.responderId(),
        ticket.groupId(),
        ticket.productId(),
        ticket.subject(),
        ticket.tags());
  }
}
