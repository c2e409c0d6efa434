package org.tagsmith.domain.sync;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.tagsmith.domain.ticket.TicketSnapshot;
import org.tagsmith.domain.ticket.TicketStatus;

/**
 * A ticket of which we hold something else than its helpdesk, although a reading should have told
 * us.
 *
 * @param ours null if we do not hold the ticket
 * @param theirs null if the helpdesk has no such ticket any more
 * @param kinds what differs, at least one
 */
public record Drift(long ticketId, State ours, State theirs, Set<Kind> kinds) {
  public Drift {
    kinds = Set.copyOf(kinds);
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("What does not differ is no drift");
    }
  }

  /** What differs. */
  public enum Kind {
    LABELS("labels"),
    STATUS("status"),
    UPDATED("updated"),
    /** The helpdesk has a ticket that we do not hold. */
    MISSING("missing"),
    /** The helpdesk deleted a ticket that is alive with us. */
    GONE("gone");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word the database and the API use; never changes. */
    public String word() {
      return word;
    }

    /**
     * The kind behind a word.
     *
     * @throws IllegalArgumentException for any other word
     */
    public static Kind ofWord(String word) {
      for (Kind kind : values()) {
        if (kind.word.equals(word)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("No kind of drift is called " + word);
    }
  }

  /**
   * As much of a ticket as is compared; no text of a customer.
   *
   * @param updatedAt to the microsecond, as the database keeps it
   */
  public record State(Set<String> labels, TicketStatus status, Instant updatedAt) {
    public State {
      labels = Set.copyOf(labels);
      Objects.requireNonNull(status, "status");
      updatedAt = updatedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Of a ticket as the helpdesk tells it. */
    public static State of(TicketSnapshot snapshot) {
      return new State(snapshot.labels(), snapshot.status(), snapshot.updatedAt());
    }

    /** Whether the ticket is alive. */
    public boolean isAlive() {
      return status != TicketStatus.DELETED;
    }

    /** What differs from another state. */
    public Set<Kind> differences(State other) {
      Set<Kind> kinds = EnumSet.noneOf(Kind.class);
      if (!labels.equals(other.labels)) {
        kinds.add(Kind.LABELS);
      }
      if (status != other.status) {
        kinds.add(Kind.STATUS);
      }
      if (!updatedAt.equals(other.updatedAt)) {
        kinds.add(Kind.UPDATED);
      }
      return kinds;
    }
  }
}
