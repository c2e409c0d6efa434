package org.tagsmith.domain.governance.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tagsmith.domain.governance.ChangeRefused;
import org.tagsmith.domain.governance.GivenWords;
import org.tagsmith.domain.governance.request.RequestAnswer.Accepted;
import org.tagsmith.domain.governance.request.RequestAnswer.Declined;
import org.tagsmith.domain.governance.request.RequestAnswer.Existing;
import org.tagsmith.domain.governance.request.RequestAnswer.Made;
import org.tagsmith.domain.governance.request.RequestAnswer.Open;

/**
 * What an agent asked for and what became of it.
 *
 * @param tickets each once, in the order of accounts and numbers
 * @param owner the lead who looks after it, null if nobody does yet
 * @param dueOn when the agent can expect an answer, null if nobody said
 * @param version grows with what a lead does, not with tickets that agents add
 * @param changedBy the lead who did the last of it, null if none did
 */
public record TagRequest(
    long id,
    Wanted wanted,
    String askedBy,
    Instant askedAt,
    List<NamedTicket> tickets,
    RequestAnswer answer,
    String owner,
    LocalDate dueOn,
    int version,
    String changedBy,
    Instant changedAt) {
  private static final int LONGEST_REASON = 500;

  public TagRequest {
    Objects.requireNonNull(wanted, "wanted");
    Objects.requireNonNull(askedBy, "askedBy");
    Objects.requireNonNull(askedAt, "askedAt");
    Objects.requireNonNull(answer, "answer");
    tickets = List.copyOf(tickets);
  }

  /** Whether this person asked for it or named a ticket that needs it. */
  public boolean concerns(String person) {
    return askedBy.equals(person) || tickets.stream().anyMatch(each -> each.by().equals(person));
  }

  /**
   * The same with another answer.
   *
   * @param next {@link Open} takes the former answer back
   * @throws ChangeRefused {@code below-threshold} if too few contacts need it and nobody wrote why
   *     it is made all the same; {@code reason-missing}; {@code request-answered} if the answer
   *     does not fit the one before
   */
  public TagRequest answered(RequestAnswer next, RequestWeight weight) {
    if (!mayFollow(next)) {
      throw new ChangeRefused(
          "request-answered",
          -1,
          "The request is " + answer.word() + " by now. Read it again.",
          Map.of("state", answer.word()));
    }
    if (next instanceof Accepted accepted) {
      GivenWords.requireText("reason", accepted.overridden(), LONGEST_REASON);
      requireEnough(accepted, weight);
      return with(weight.missing() > 0 ? accepted : new Accepted(""), owner, dueOn);
    }
    if (next instanceof Declined declined) {
      requireReason(declined.reason());
    } else if (next instanceof Existing existing) {
      GivenWords.requireText("reason", existing.note(), LONGEST_REASON);
    }
    return with(next, owner, dueOn);
  }

  private boolean mayFollow(RequestAnswer next) {
    if (next instanceof Open) {
      return !(answer instanceof Open);
    }
    if (next instanceof Accepted) {
      return answer instanceof Open;
    }
    return next instanceof Made ? answer instanceof Accepted : answer.waits();
  }

  private static void requireEnough(Accepted accepted, RequestWeight weight) {
    if (weight.missing() > 0 && accepted.overridden().isBlank()) {
      throw new ChangeRefused(
          "below-threshold",
          -1,
          "%d contacts of the last 30 days need it, %d fewer than the %d that it takes. Wait, or"
                  .formatted(weight.contacts(), weight.missing(), weight.threshold())
              + " write why it is made all the same.",
          Map.of(
              "contacts",
              weight.contacts(),
              "missing",
              weight.missing(),
              "threshold",
              weight.threshold()));
    }
  }

  private static void requireReason(String reason) {
    if (reason.isBlank()) {
      throw new ChangeRefused(
          "reason-missing",
          -1,
          "Write why, so that the agent learns it.",
          Map.of("field", "reason"));
    }
    GivenWords.requireText("reason", reason, LONGEST_REASON);
  }

  /** The same in other hands. */
  public TagRequest lookedAfterBy(String lead, LocalDate until) {
    return with(answer, lead, until);
  }

  private TagRequest with(RequestAnswer next, String lead, LocalDate until) {
    return new TagRequest(
        id, wanted, askedBy, askedAt, tickets, next, lead, until, version, changedBy, changedAt);
  }
}
