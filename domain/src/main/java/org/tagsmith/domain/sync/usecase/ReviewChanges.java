package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.HeldChanges;
import org.tagsmith.domain.sync.HeldChangesRepository;

/** An admin looks at changes of labels before they go to the helpdesk. */
@ApplicationScoped
public class ReviewChanges {
  private static final int MOST_SHOWN = 200;

  private final FindAccount accounts;
  private final HeldChangesRepository held;

  @Inject
  ReviewChanges(FindAccount accounts, HeldChangesRepository held) {
    this.accounts = accounts;
    this.held = held;
  }

  /** For the container's proxy. */
  protected ReviewChanges() {
    this.accounts = null;
    this.held = null;
  }

  /**
   * What waits for a release, the 200 tickets that have waited longest.
   *
   * @throws org.tagsmith.domain.sync.SettingsRefused if there is no such account
   */
  @Transactional
  public List<HeldChanges> list(HelpdeskAccountId account) {
    accounts.connected(account);
    return held.list(account, MOST_SHOWN);
  }

  /**
   * Lets a ticket's changes go out.
   *
   * @param upTo the newest that was looked at
   * @return how many it were; 0 if somebody else was quicker
   * @throws org.tagsmith.domain.sync.SettingsRefused if there is no such account
   */
  @Transactional
  public int release(HelpdeskAccountId account, long ticketId, long upTo) {
    accounts.connected(account);
    return held.release(account, ticketId, upTo);
  }

  /**
   * Drops a ticket's changes: they never go out, and what was decided stays on record.
   *
   * @param upTo the newest that was looked at
   * @return how many it were; 0 if somebody else was quicker
   * @throws org.tagsmith.domain.sync.SettingsRefused if there is no such account
   */
  @Transactional
  public int drop(HelpdeskAccountId account, long ticketId, long upTo) {
    accounts.connected(account);
    return held.drop(account, ticketId, upTo);
  }
}
