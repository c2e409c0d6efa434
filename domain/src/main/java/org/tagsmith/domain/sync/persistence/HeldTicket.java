package org.tagsmith.domain.sync.persistence;

import java.time.Instant;
import org.tagsmith.domain.ticket.TicketFacts;
import org.tagsmith.domain.ticket.TicketSnapshot;
import org.tagsmith.domain.ticket.TicketStatus;

/**
 * What we hold of a ticket, as far as storing the next snapshot needs it. Times are microseconds
 * since 1970, the database's own precision.
 */
record HeldTicket(
    int tagSetId,
    int statusCode,
    long createdMicros,
    long generatedMicros,
    long updatedMicros,
    People people,
    TicketFacts facts) {
  private static final long MICROS_PER_DAY = 86_400_000_000L;

  /** Below zero if the snapshot is older than what we hold, zero if it is of the same moment. */
  int compareWith(TicketSnapshot snapshot) {
    int order = Long.compare(micros(snapshot.generatedAt()), generatedMicros);
    return order != 0 ? order : Long.compare(micros(snapshot.updatedAt()), updatedMicros);
  }

  /** Who is behind a ticket; numbers of the helpdesk, 0 for none. */
  record People(long contactId, long customerId, long assigneeId, long groupId) {
    static People of(TicketSnapshot snapshot) {
      return new People(
          snapshot.contactId(), snapshot.customerId(), snapshot.assigneeId(), snapshot.groupId());
    }
  }

  /**
   * Whether a snapshot of the same moment says nothing new. Some helpdesks stamp whole seconds, and
   * two changes within one second then bear the same stamp: the one read later is the truth.
   */
  boolean says(TicketSnapshot snapshot, int itsTagSetId) {
    return compareWith(snapshot) == 0
        && tagSetId == itsTagSetId
        && statusCode == snapshot.status().code()
        && people.equals(People.of(snapshot))
        && facts.equals(snapshot.facts().over(facts));
  }

  boolean isCounted() {
    return statusCode != TicketStatus.DELETED.code();
  }

  /** The day (UTC) the contact began, in days since 1970. */
  int day() {
    return Math.toIntExact(Math.floorDiv(createdMicros, MICROS_PER_DAY));
  }

  /** The day (UTC) a contact began, in days since 1970. */
  static int dayOf(Instant createdAt) {
    return Math.toIntExact(Math.floorDiv(createdAt.getEpochSecond(), 86_400L));
  }

  /** Whether {@code next} shall stand in for {@code earlier} when a page holds both. */
  static boolean replaces(TicketSnapshot next, TicketSnapshot earlier) {
    int order = Long.compare(micros(next.generatedAt()), micros(earlier.generatedAt()));
    return order > 0 || (order == 0 && micros(next.updatedAt()) >= micros(earlier.updatedAt()));
  }

  private static long micros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000L + instant.getNano() / 1_000L;
  }
}
