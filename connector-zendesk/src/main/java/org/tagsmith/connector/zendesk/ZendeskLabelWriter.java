package org.tagsmith.connector.zendesk;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.tagsmith.connector.zendesk.wire.TagsJson;
import org.tagsmith.connector.zendesk.wire.TicketJson;
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
import org.tagsmith.domain.ticket.TicketStatus;

/**
 * Brings one ticket's labels to what is wanted: reads the ticket, sends only the difference and
 * only if the ticket is still as it was read, and believes nothing but the answer. An open ticket
 * is changed through the tags endpoints (PUT adds, DELETE removes), never by a PUT of the ticket,
 * which would replace labels that others set meanwhile. Where an earlier attempt may still take
 * effect, the wanted labels are sent behind it even if the ticket has them. Thread-safe.
 *
 * @see <a
 *     href="https://developer.zendesk.com/api-reference/ticketing/ticket-management/tags/#safe-update">Safe
 *     update</a>
 */
final class ZendeskLabelWriter {
  /** Two steps where labels are added and removed, and room for three edits in between. */
  private static final int MOST_ROUNDS = 5;

  private final ZendeskGateway gateway;
  private final FieldLabels fieldLabels;
  private final ClosedTicketRoute closedTickets;

  ZendeskLabelWriter(
      ZendeskGateway gateway, FieldLabels fieldLabels, ClosedTicketRoute closedTickets) {
    this.gateway = gateway;
    this.fieldLabels = fieldLabels;
    this.closedTickets = closedTickets;
  }

  /**
   * Applies a change.
   *
   * @return how it ended; {@code Refused} with {@code deleted}, {@code protected-label}, {@code
   *     conflict}, {@code not-kept} (Zendesk said yes and the label is not as wanted) or {@code
   *     invalid}
   * @throws ConnectorFailure if Zendesk cannot be spoken to
   */
  LabelWriteOutcome write(LabelChange change) {
    if (!isSpellable(change)) {
      return new Refused("invalid", change.add());
    }
    try {
      return writeRounds(change);
    } catch (ZendeskRefusal e) {
      return refused(e, change);
    }
  }

  /**
   * What {@link #write} would do now. Sends nothing but reading calls.
   *
   * @throws ConnectorFailure if Zendesk cannot be spoken to
   */
  PlannedWrite plan(LabelChange change) {
    if (!isSpellable(change)) {
      return new Ends(new Refused("invalid", change.add()));
    }
    try {
      closedTickets.requireEarlierJobEnded(change.ticketId());
      return planFor(readTicket(change.ticketId()), change, change);
    } catch (ZendeskRefusal e) {
      return new Ends(refused(e, change));
    }
  }

  private static boolean isSpellable(LabelChange change) {
    return change.add().stream().allMatch(ZendeskSpelling::canBeTag);
  }

  private static Refused refused(ZendeskRefusal refusal, LabelChange change) {
    return switch (refusal.status()) {
      case 404 -> new Refused("deleted", Set.of());
      case 400, 422 -> new Refused("invalid", LabelPlan.everyLabel(change));
      default -> throw refusal.asFailure();
    };
  }

  /**
   * What is to be done about a ticket as it was read.
   *
   * @param rest what is still wanted
   * @param asked the whole change, in whose spelling a refusal speaks
   */
  private PlannedWrite planFor(TicketJson ticket, LabelChange rest, LabelChange asked) {
    if (ZendeskTranslator.status(ticket.status()) == TicketStatus.DELETED) {
      return new Ends(new Refused("deleted", Set.of()));
    }
    Set<String> present = ZendeskTranslator.labels(ticket.tags());
    LabelPlan plan = LabelPlan.between(present, rest, ZendeskSpelling::asWritten);
    if (plan.isDone()) {
      return new Ends(new AlreadySo(present));
    }
    Set<String> guarded = guarded(plan.touched());
    return guarded.isEmpty()
        ? new Sends(plan)
        : new Ends(
            new Refused(
                "protected-label", LabelPlan.askedAs(guarded, asked, ZendeskSpelling::asWritten)));
  }

  private LabelWriteOutcome writeRounds(LabelChange change) {
    closedTickets.requireEarlierJobEnded(change.ticketId());
    LabelChange rest = change;
    boolean wrote = false;
    boolean closed = false;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      TicketJson ticket = readTicket(change.ticketId());
      PlannedWrite planned = planFor(ticket, rest, change);
      if (planned instanceof Ends ends) {
        return wrote && ends.outcome() instanceof AlreadySo now
            ? new Written(now.labels())
            : ends.outcome();
      }
      LabelPlan plan = ((Sends) planned).plan();
      if (closed || ZendeskTranslator.status(ticket.status()) == TicketStatus.CLOSED) {
        return closedTickets.write(rest, plan);
      }
      try {
        Set<String> after = oneStep(ticket, plan);
        wrote = true;
        rest = rest.settled(LabelPlan.askedAs(step(plan), rest, ZendeskSpelling::asWritten));
        if (LabelPlan.between(after, rest, ZendeskSpelling::asWritten).isDone()) {
          return new Written(after);
        }
        if (!stepKept(plan, after)) {
          return new Refused(
              "not-kept", LabelPlan.askedAs(plan.touched(), change, ZendeskSpelling::asWritten));
        }
      } catch (ZendeskRefusal e) {
        // 409: somebody was faster, look again. 422: it was closed meanwhile
        closed = e.status() == 422 && isClosedNow(change.ticketId());
        if (e.status() != 409 && !closed) {
          throw e;
        }
      }
    }
    return new Refused("conflict", LabelPlan.everyLabel(change));
  }

  /** Adds before it removes: if the second step fails, nothing is lost. */
  private Set<String> oneStep(TicketJson ticket, LabelPlan plan) {
    long id = ticket.id();
    String stamp = ticket.updatedAt();
    TagsJson answer =
        plan.missing().isEmpty()
            ? gateway.call(ZendeskRequest.removeTags(id, plan.surplus(), stamp))
            : gateway.call(ZendeskRequest.addTags(id, plan.missing(), stamp));
    return ZendeskTranslator.labels(answer.tags());
  }

  private static Set<String> step(LabelPlan plan) {
    return plan.missing().isEmpty() ? plan.surplus() : plan.missing();
  }

  private static boolean stepKept(LabelPlan plan, Set<String> after) {
    return plan.missing().isEmpty()
        ? plan.surplus().stream().noneMatch(after::contains)
        : after.containsAll(plan.missing());
  }

  private boolean isClosedNow(long ticketId) {
    return ZendeskTranslator.status(readTicket(ticketId).status()) == TicketStatus.CLOSED;
  }

  private TicketJson readTicket(long id) {
    TicketJson ticket = gateway.call(ZendeskRequest.ticket(id)).ticket();
    if (ticket == null || ticket.id() == null || ticket.id() != id || ticket.updatedAt() == null) {
      throw new ConnectorFailure.ContractBroken(
          "Zendesk answered another ticket than asked for, or one without updated_at", null);
    }
    return ticket;
  }

  private Set<String> guarded(Collection<String> labels) {
    return labels.stream()
        .filter(label -> MachineLabels.holds(label) || fieldLabels.holds(label))
        .collect(Collectors.toUnmodifiableSet());
  }
}
