package org.tagsmith.connector.freshdesk;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tagsmith.connector.freshdesk.wire.TicketJson;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.LabelChange;
import org.tagsmith.domain.sync.LabelPlan;
import org.tagsmith.domain.sync.LabelWriteOutcome;
import org.tagsmith.domain.sync.LabelWriteOutcome.AlreadySo;
import org.tagsmith.domain.sync.LabelWriteOutcome.Refused;
import org.tagsmith.domain.sync.LabelWriteOutcome.Written;
import org.tagsmith.domain.sync.PlannedWrite;
import org.tagsmith.domain.sync.PlannedWrite.Ends;
import org.tagsmith.domain.sync.PlannedWrite.Sends;

/**
 * Brings one ticket's labels to what is wanted. Freshdesk can only replace the whole array, and has
 * no condition such as an ETag to do so by. So each round reads the ticket, merges the change into
 * what stands there now, sends the whole at once, and the next round reads again to see what became
 * of it; only what that reading shows is believed. Where an earlier attempt may still take effect,
 * the whole is sent behind it even if the ticket is as wanted. Thread-safe.
 *
 * <p>A label that somebody sets between our reading and our writing, the time of one call, is
 * replaced unseen: Freshdesk's API has nothing that would show it. So it is told how often the
 * array was replaced, for deliveries to be compared with. BEHAVIOR.md, number 23.
 *
 * @see <a href="https://developers.freshdesk.com/api/#update_ticket">Update a ticket</a>
 */
final class FreshdeskLabelWriter {
  /** One write and its check, and room for three others who write at the same time. */
  private static final int MOST_WRITES = 4;

  private static final LabelPlan NOTHING = new LabelPlan(Set.of(), Set.of());

  private final FreshdeskGateway gateway;

  FreshdeskLabelWriter(FreshdeskGateway gateway) {
    this.gateway = gateway;
  }

  /**
   * Applies a change.
   *
   * @return how it ended; {@code Refused} with {@code too-long} or {@code invalid} (told before
   *     anything is sent, if it can be), {@code deleted} (also spam), {@code closed} (archived),
   *     {@code conflict} (others write all the time, or labels of theirs did not survive our write
   *     and could not be put back) or {@code not-kept} (Freshdesk said yes and the label is not as
   *     wanted)
   * @throws ConnectorFailure if Freshdesk cannot be spoken to
   */
  LabelWriteOutcome write(LabelChange change) {
    Optional<Refused> unsendable = unsendable(change);
    if (unsendable.isPresent()) {
      return unsendable.get();
    }
    try {
      return writeRounds(change);
    } catch (FreshdeskRefusal e) {
      return refused(e, change);
    }
  }

  /**
   * What {@link #write} would do now. Sends nothing but reading calls.
   *
   * @throws ConnectorFailure if Freshdesk cannot be spoken to
   */
  PlannedWrite plan(LabelChange change) {
    Optional<Refused> unsendable = unsendable(change);
    if (unsendable.isPresent()) {
      return new Ends(unsendable.get());
    }
    try {
      return planFor(read(change.ticketId()), change);
    } catch (FreshdeskRefusal e) {
      return new Ends(refused(e, change));
    }
  }

  private static Optional<Refused> unsendable(LabelChange change) {
    Set<String> none = those(change.add(), label -> !FreshdeskSpelling.canBeTag(label));
    if (!none.isEmpty()) {
      return Optional.of(new Refused("invalid", none));
    }
    Set<String> tooLong = those(change.add(), FreshdeskSpelling::isTooLong);
    return tooLong.isEmpty() ? Optional.empty() : Optional.of(new Refused("too-long", tooLong));
  }

  private Refused refused(FreshdeskRefusal refusal, LabelChange change) {
    return switch (refusal.status()) {
      case 400 -> new Refused("invalid", LabelPlan.everyLabel(change));
      case 404 -> notThere(change);
      case 405 -> new Refused("deleted", Set.of());
      case 409 -> new Refused("conflict", LabelPlan.everyLabel(change));
      default -> throw refusal.asFailure();
    };
  }

  /** What is to be done about a ticket as it was read. */
  private static PlannedWrite planFor(TicketJson ticket, LabelChange rest) {
    if (FreshdeskTranslator.isGone(ticket)) {
      return new Ends(new Refused("deleted", Set.of()));
    }
    Set<String> present = FreshdeskTranslator.labels(ticket.tags());
    LabelPlan plan = LabelPlan.between(present, rest, FreshdeskSpelling::asWritten);
    return plan.isDone() ? new Ends(new AlreadySo(present)) : new Sends(plan);
  }

  private LabelWriteOutcome writeRounds(LabelChange change) {
    Set<String> putBack = Set.of();
    LabelChange sent = change.settled(change.unsettled());
    for (int writes = 0; ; writes++) {
      TicketJson ticket = read(change.ticketId());
      PlannedWrite planned = planFor(ticket, writes == 0 ? change : sent);
      if (planned instanceof Ends ends && ends.outcome() instanceof Refused refused) {
        return refused;
      }
      Set<String> present = FreshdeskTranslator.labels(ticket.tags());
      LabelPlan plan = planned instanceof Sends sends ? sends.plan() : NOTHING;
      Set<String> lost = without(putBack, present);
      if (plan.isDone() && lost.isEmpty()) {
        return writes == 0 ? new AlreadySo(present) : new Written(present, writes);
      }
      if (writes == MOST_WRITES) {
        return new Refused("conflict", lost.isEmpty() ? LabelPlan.everyLabel(change) : lost);
      }
      Set<String> whole = new TreeSet<>(present);
      whole.removeAll(plan.surplus());
      whole.addAll(lost);
      Set<String> foreign = Set.copyOf(whole);
      whole.addAll(plan.missing());
      Set<String> answered = replace(change.ticketId(), whole);
      if (!without(plan.missing(), answered).isEmpty()) {
        return new Refused(
            "not-kept", LabelPlan.askedAs(plan.missing(), change, FreshdeskSpelling::asWritten));
      }
      putBack = without(foreign, answered);
    }
  }

  private Set<String> replace(long ticketId, Set<String> labels) {
    TicketJson answer = gateway.change(FreshdeskRequest.replaceTags(ticketId, labels));
    requireSame(ticketId, answer);
    return FreshdeskTranslator.labels(answer.tags());
  }

  private TicketJson read(long id) {
    TicketJson ticket = gateway.call(FreshdeskRequest.ticket(id));
    requireSame(id, ticket);
    return ticket;
  }

  private static void requireSame(long id, TicketJson ticket) {
    // without its tags, a merge would take the ticket for one without any, and erase them all
    if (FreshdeskTranslator.number(ticket.id()) != id || ticket.tags() == null) {
      throw new ConnectorFailure.ContractBroken(
          "Freshdesk answered another ticket than asked for, or one without tags", null);
    }
  }

  /** The archive keeps tickets that were closed for 120 days; they cannot be changed any more. */
  private Refused notThere(LabelChange change) {
    try {
      gateway.call(FreshdeskRequest.archivedTicket(change.ticketId()));
      return new Refused("closed", LabelPlan.everyLabel(change));
    } catch (FreshdeskRefusal e) {
      if (e.status() != 404) {
        throw e.asFailure();
      }
      return new Refused("deleted", Set.of());
    }
  }

  private static Set<String> those(Set<String> labels, Predicate<String> are) {
    return labels.stream().filter(are).collect(Collectors.toUnmodifiableSet());
  }

  /** Labels that are not among others, capitals aside. */
  private static Set<String> without(Set<String> labels, Set<String> others) {
    Set<String> there =
        others.stream().map(label -> label.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return those(labels, label -> !there.contains(label.toLowerCase(Locale.ROOT)));
  }
}
