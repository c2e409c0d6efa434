package org.tagsmith.domain.governance.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tagsmith.domain.governance.ChangeRefused;
import org.tagsmith.domain.governance.request.RequestKind;
import org.tagsmith.domain.governance.request.RequestRepository;
import org.tagsmith.domain.governance.request.RequestTickets;
import org.tagsmith.domain.governance.request.TagRequest;
import org.tagsmith.domain.governance.request.WaitingRequests;
import org.tagsmith.domain.governance.request.Wanted;
import org.tagsmith.domain.ticket.TicketId;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.Interpretation;
import org.tagsmith.domain.vocabulary.ReadingRule;
import org.tagsmith.domain.vocabulary.usecase.CurrentVocabulary;

/**
 * What an agent does who misses a tag or a code: looks whether somebody asked for it, asks, names
 * tickets. Thread-safe.
 */
@ApplicationScoped
public class AskForTags {
  private static final int MOST_WAITING = 500;
  private static final int MOST_OF_ONE = 20;
  private static final int MOST_TICKETS = 500;

  private final RequestRepository requests;
  private final RequestTickets tickets;
  private final CurrentVocabulary vocabulary;
  private final Clock clock;

  /** For the container's proxy. */
  protected AskForTags() {
    this(null, null, null, null);
  }

  @Inject
  public AskForTags(
      RequestRepository requests,
      RequestTickets tickets,
      CurrentVocabulary vocabulary,
      Clock clock) {
    this.requests = requests;
    this.tickets = tickets;
    this.vocabulary = vocabulary;
    this.clock = clock;
  }

  /** Requests that wait and might ask for the same, the likeliest first. */
  @Transactional
  public List<TagRequest> alike(String name) {
    return new WaitingRequests(requests.waiting(MOST_WAITING)).alike(name);
  }

  /**
   * Asks.
   *
   * @param named tickets that need it, at least one
   * @throws ChangeRefused {@code already-asked} with the number of the request that asks for the
   *     same; {@code exists-already} with the tag that has this name; {@code too-many-requests};
   *     {@code no-tickets}, {@code unknown-tickets} or {@code too-many-tickets}
   */
  @Transactional
  public TagRequest ask(Wanted wanted, Set<TicketId> named, String by) {
    requireNew(wanted);
    requireKnown(named);
    requests.lockAsking();
    requireRoom(by);
    new WaitingRequests(requests.waiting(MOST_WAITING))
        .same(wanted)
        .ifPresent(
            same -> {
              throw new ChangeRefused(
                  "already-asked",
                  -1,
                  same.askedBy() + " asked for it already. Add your ticket to that request.",
                  Map.of("request", same.id(), "by", same.askedBy()));
            });
    long id = requests.add(wanted, by, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    requests.addTickets(id, named, by);
    return requests.find(id).orElseThrow();
  }

  /**
   * Adds tickets to a request that waits.
   *
   * @throws ChangeRefused {@code unknown-request}, {@code request-answered}, {@code request-full},
   *     or for the tickets as {@link #ask} says
   */
  @Transactional
  public TagRequest support(long id, Set<TicketId> named, String by) {
    requireKnown(named);
    TagRequest request = requests.lock(id).orElseThrow(() -> AnswerRequests.unknown(id));
    if (!request.answer().waits()) {
      throw new ChangeRefused(
          "request-answered",
          -1,
          "The request is answered by now. Look at the answer.",
          Map.of("state", request.answer().word()));
    }
    if (request.tickets().size() + named.size() > MOST_TICKETS) {
      throw beyondRoom("request-full");
    }
    requests.addTickets(id, named, by);
    return requests.find(id).orElseThrow();
  }

  /** A tag may well have no code yet; so only a tag's name is held against the tags' names. */
  private void requireNew(Wanted wanted) {
    if (wanted.kind() == RequestKind.TAG
        && vocabulary.read().interpret(wanted.name()) instanceof Interpretation.Matched matched
        && Set.of(ReadingRule.NAME, ReadingRule.DISPLAY_NAME).contains(matched.rule())
        && !matched.tag().retired()) {
      HouseTag there = matched.tag();
      throw new ChangeRefused(
          "exists-already",
          -1,
          "The house tag " + there.name() + " has this name. Use it, or ask for another name.",
          Map.of("field", "name", "tagId", there.id(), "tag", there.name()));
    }
  }

  private void requireRoom(String by) {
    if (requests.countWaiting(by) >= MOST_OF_ONE) {
      throw new ChangeRefused(
          "too-many-requests",
          -1,
          MOST_OF_ONE + " of your requests wait. Ask for more once some are answered.",
          Map.of("most", MOST_OF_ONE));
    }
    if (requests.countWaiting() >= MOST_WAITING) {
      throw new ChangeRefused(
          "too-many-requests",
          -1,
          MOST_WAITING + " requests wait. The leads must answer some first.",
          Map.of("most", MOST_WAITING));
    }
  }

  private void requireKnown(Set<TicketId> named) {
    if (named.isEmpty()) {
      throw new ChangeRefused(
          "no-tickets", -1, "Name a ticket that needs it.", Map.of("field", "tickets"));
    }
    if (named.size() > MOST_TICKETS) {
      throw beyondRoom("too-many-tickets");
    }
    Set<TicketId> known = tickets.find(named).keySet();
    Set<Long> unknown = new TreeSet<>();
    named.stream()
        .filter(each -> !known.contains(each))
        .forEach(each -> unknown.add(each.remoteId()));
    if (!unknown.isEmpty()) {
      String numbers = String.join(", ", unknown.stream().map(String::valueOf).toList());
      throw new ChangeRefused(
          "unknown-tickets",
          -1,
          "No ticket with the number " + numbers + " was read from that helpdesk.",
          Map.of("field", "tickets", "tickets", numbers));
    }
  }

  private static ChangeRefused beyondRoom(String code) {
    return new ChangeRefused(
        code,
        -1,
        "A request has " + MOST_TICKETS + " tickets or fewer.",
        Map.of("field", "tickets", "most", MOST_TICKETS));
  }
}
