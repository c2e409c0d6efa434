package org.tagsmith.domain.governance.request;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tagsmith.domain.governance.request.RequestTickets.Seen;
import org.tagsmith.domain.report.CountedContacts;
import org.tagsmith.domain.report.SpelledContacts;
import org.tagsmith.domain.ticket.TicketId;

/**
 * Counts the contacts that need what is asked for. Immutable.
 *
 * @param since the first day (UTC) that counts
 * @param tickets those that requests name, as far as they are known
 * @param labelled by {@link Wanted#key}, contacts since that day that carry the name as a label
 */
public record RequestWeights(
    LocalDate since,
    Map<TicketId, Seen> tickets,
    Map<String, SpelledContacts> labelled,
    int threshold) {
  /** The days that count, today among them. */
  public static final int DAYS = 30;

  public RequestWeights {
    tickets = Map.copyOf(tickets);
    labelled = Map.copyOf(labelled);
  }

  /**
   * For these requests.
   *
   * @param tickets as far as the requests' tickets are known
   */
  public static RequestWeights of(
      Collection<TagRequest> requests,
      Map<TicketId, Seen> tickets,
      CountedContacts contacts,
      LocalDate today,
      int threshold) {
    Set<String> keys =
        requests.stream().map(each -> each.wanted().key()).collect(Collectors.toSet());
    LocalDate since = today.minusDays(DAYS - 1L);
    return new RequestWeights(
        since, tickets, contacts.unmappedSpelledAs(keys, since, today), threshold);
  }

  /** A ticket that carries the label is counted with the label, so not a second time. */
  public RequestWeight of(TagRequest request) {
    SpelledContacts spelled = labelled.get(request.wanted().key());
    Set<String> counted = spelled == null ? Set.of() : spelled.labels();
    long named =
        request.tickets().stream()
            .map(each -> tickets.get(each.ticket()))
            .filter(each -> each != null && isRecent(each))
            .filter(each -> Collections.disjoint(each.labels(), counted))
            .count();
    return new RequestWeight(named, spelled == null ? 0 : spelled.contacts(), threshold);
  }

  private boolean isRecent(Seen ticket) {
    return !LocalDate.ofInstant(ticket.began(), ZoneOffset.UTC).isBefore(since);
  }
}
