package org.tagsmith.domain.governance.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tagsmith.domain.governance.request.NamedTicket;
import org.tagsmith.domain.governance.request.RequestRepository;
import org.tagsmith.domain.governance.request.RequestTickets;
import org.tagsmith.domain.governance.request.RequestWeight;
import org.tagsmith.domain.governance.request.RequestWeights;
import org.tagsmith.domain.governance.request.TagRequest;
import org.tagsmith.domain.report.ContactsNow;
import org.tagsmith.domain.ticket.TicketId;

/** Reads requests, each with how many contacts need it. Thread-safe. */
@ApplicationScoped
public class WeighRequests {
  private static final int THRESHOLD = 5;
  private static final int MOST_WAITING = 500;
  private static final int MOST_ANSWERED = 100;

  private final RequestRepository requests;
  private final RequestTickets tickets;
  private final ContactsNow contacts;
  private final Clock clock;

  /** For the container's proxy. */
  protected WeighRequests() {
    this(null, null, null, null);
  }

  @Inject
  public WeighRequests(
      RequestRepository requests, RequestTickets tickets, ContactsNow contacts, Clock clock) {
    this.requests = requests;
    this.tickets = tickets;
    this.contacts = contacts;
    this.clock = clock;
  }

  /** A request with its weight. */
  public record Weighed(TagRequest request, RequestWeight weight) {}

  /** Those that wait, of most contacts first, then the newest hundred that are answered. */
  @Transactional
  public List<Weighed> all() {
    List<Weighed> all =
        new ArrayList<>(
            weighed(requests.waiting(MOST_WAITING)).stream()
                .sorted(Comparator.comparingLong(each -> -each.weight().contacts()))
                .toList());
    all.addAll(weighed(requests.answered(MOST_ANSWERED)));
    return all;
  }

  /** Those that wait, of most contacts first, then this person's newest hundred of the others. */
  @Transactional
  public List<Weighed> waitingAndOf(String person) {
    List<Weighed> all =
        new ArrayList<>(
            weighed(requests.waiting(MOST_WAITING)).stream()
                .sorted(Comparator.comparingLong(each -> -each.weight().contacts()))
                .toList());
    all.addAll(
        weighed(
            requests.of(person, MOST_ANSWERED).stream()
                .filter(each -> !each.answer().waits())
                .toList()));
    return all;
  }

  /** One request. */
  @Transactional
  public Weighed of(TagRequest request) {
    return new Weighed(request, weight(request));
  }

  /** How many contacts need it. */
  @Transactional
  public RequestWeight weight(TagRequest request) {
    return weights(List.of(request)).of(request);
  }

  /** How many wait. */
  @Transactional
  public long countWaiting() {
    return requests.countWaiting();
  }

  /** How many contacts of 30 days it takes. */
  @Transactional
  public int threshold() {
    return requests.threshold().orElse(THRESHOLD);
  }

  private List<Weighed> weighed(List<TagRequest> some) {
    RequestWeights weights = weights(some);
    return some.stream().map(each -> new Weighed(each, weights.of(each))).toList();
  }

  private RequestWeights weights(List<TagRequest> some) {
    Set<TicketId> named =
        some.stream()
            .flatMap(each -> each.tickets().stream())
            .map(NamedTicket::ticket)
            .collect(Collectors.toSet());
    return RequestWeights.of(
        some,
        tickets.find(named),
        contacts.read(),
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
        threshold());
  }
}
