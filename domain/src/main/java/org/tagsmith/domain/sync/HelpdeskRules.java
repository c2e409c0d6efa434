package org.tagsmith.domain.sync;

/**
 * Reads the rules that people set up in one helpdesk product. One per connector, a thread-safe CDI
 * bean; keeps nothing, changes nothing there, and is never called inside a transaction.
 */
public interface HelpdeskRules {
  /** The connector whose accounts it reads. */
  ConnectorId connector();

  /**
   * Reads the account's rules that are in use and speak of labels. A kind that may not be read is
   * told in the answer and keeps nobody from the others.
   *
   * @throws ConnectorFailure if the account cannot be read at all
   */
  RuleBook read(HelpdeskAccount account);
}
