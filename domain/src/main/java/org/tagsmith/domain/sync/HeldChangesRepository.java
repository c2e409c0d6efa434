package org.tagsmith.domain.sync;

import java.util.List;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/** Keeps the changes of labels that an admin looks at before they go out. */
public interface HeldChangesRepository {
  /**
   * What waits, the ticket that has waited longest first.
   *
   * @param most so many tickets at most
   */
  List<HeldChanges> list(HelpdeskAccountId account, int most);

  /**
   * What is not sent yet, waiting or held, the ticket of the newest decision first.
   *
   * @param most so many tickets at most
   */
  List<WaitingChanges> unsent(HelpdeskAccountId account, int most);

  /** How many tickets that are. */
  long countUnsent(HelpdeskAccountId account);

  /**
   * Lets a ticket's changes go out.
   *
   * @param upTo the newest entry that was looked at; later ones stay
   * @return how many changes it were; 0 if somebody else was quicker
   */
  int release(HelpdeskAccountId account, long ticketId, long upTo);

  /** The same for changes that shall never go out. */
  int drop(HelpdeskAccountId account, long ticketId, long upTo);
}
