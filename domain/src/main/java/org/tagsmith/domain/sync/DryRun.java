package org.tagsmith.domain.sync;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What writing would do now with the changes that wait, found out by reading their tickets at the
 * helpdesk. Nothing was written.
 *
 * @param waiting how many tickets have changes that wait or are held
 * @param tickets those that were read, the newest decision first
 * @param stop why it ended before the last, null if it did not
 */
public record DryRun(long waiting, List<Ticket> tickets, Stop stop) {
  public DryRun {
    tickets = List.copyOf(tickets);
  }

  /**
   * One ticket.
   *
   * @param plan null if the ticket alone could not be read
   * @param problem the failure's stable word, null if it was read
   */
  public record Ticket(long ticketId, PlannedWrite plan, String problem) {
    public Ticket {
      if ((plan == null) == (problem == null)) {
        throw new IllegalArgumentException("Either a plan or a problem");
      }
    }
  }

  /**
   * Why a dry run ended early.
   *
   * @param kind the failure's stable word, or {@code out-of-time}
   * @param retryAfter how long the helpdesk asks to wait, null if it does not
   */
  public record Stop(String kind, Duration retryAfter) {
    public Stop {
      Objects.requireNonNull(kind, "kind");
    }
  }

  /** See {@link #stop}. */
  public Optional<Stop> endedEarly() {
    return Optional.ofNullable(stop);
  }
}
