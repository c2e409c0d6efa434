package org.tagsmith.domain.sync;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * A helpdesk that a test may do anything to, with the connector that reads it. What a connector's
 * test gives to {@link ConnectorContract}. Ticket numbers are positive.
 */
public interface HelpdeskUnderTest extends AutoCloseable {
  /** The connector, configured for this helpdesk. */
  Connector connector();

  /** A connector of the same configuration that has never been used, as after a restart. */
  Connector freshConnector();

  /** The account that the connector reads. */
  HelpdeskAccount account();

  /** The labels of every ticket that is not deleted, by ticket number. */
  Map<Long, Set<String>> tickets();

  /** Opens a ticket, as a customer would. */
  long open(Set<String> labels);

  /** Gives a ticket these labels and no others, as a person in the helpdesk would. */
  void relabel(long ticket, Set<String> labels);

  /** Gives all these tickets one more label in the same instant, as a bulk action would. */
  void relabelAtOnce(Iterable<Long> tickets, String label);

  /** Deletes a ticket, as a person in the helpdesk would. */
  void delete(long ticket);

  /** Lets so much time pass by the helpdesk's clock that it exports all changes so far. */
  void settle();

  /** Answers the next call with a demand to wait. */
  void throttleNext(Duration retryAfter);

  /** Answers no more calls, or answers them again. */
  void unplug(boolean unplugged);

  /** Refuses the connector's key from now on. */
  void revokeKey();

  /** How many times a ticket was changed through the API since the start. */
  int writes();

  @Override
  void close();
}
