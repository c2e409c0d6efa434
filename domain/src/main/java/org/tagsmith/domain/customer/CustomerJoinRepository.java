package org.tagsmith.domain.customer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Where it is kept which contacts are one person. All of it can be worked out again from the
 * contacts, which are never changed here. To be called in a transaction; thread-safe.
 */
public interface CustomerJoinRepository {
  /**
   * Begins a join, which no other server begins until the transaction ends.
   *
   * @param pause how long the last join must be over
   * @return the state of all contacts to hand to {@link #replace}; empty if they are as they were
   *     at the last join, if that was a moment ago, or if another server is at it
   */
  OptionalLong begin(Duration pause);

  /**
   * The contacts that share an address or a number with few others, and of both only what is
   * shared.
   *
   * @param most how many contacts share it at most
   */
  List<ReachedContact> sharing(int most);

  /**
   * Writes down who is one person, and no more than what is new about it.
   *
   * @param people for each joined contact the lowest of those that are one person
   * @param state as {@link #begin} gave it
   */
  void replace(Map<ContactId, ContactId> people, long state);

  /** Takes all joins back; the next one begins from nothing. */
  void clear();
}
