package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.BackfillRepository;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskAccountRepository;

/**
 * Lets the running plan of an account go on while the helpdesk's limit has room for what can wait:
 * the same share as a backfill's. Thread-safe, and safe on several servers.
 */
@ApplicationScoped
public class RunPlans {
  private static final System.Logger LOG = System.getLogger(RunPlans.class.getName());

  private final HelpdeskAccountRepository accounts;
  private final Connectors connectors;
  private final BackfillRepository backfills;
  private final FeedPlans feed;

  @Inject
  RunPlans(
      HelpdeskAccountRepository accounts,
      Connectors connectors,
      BackfillRepository backfills,
      FeedPlans feed) {
    this.accounts = accounts;
    this.connectors = connectors;
    this.backfills = backfills;
    this.feed = feed;
  }

  /** For the container's proxy. */
  protected RunPlans() {
    this.accounts = null;
    this.connectors = null;
    this.backfills = null;
    this.feed = null;
  }

  /**
   * Hands the next few tickets to the outbox, if there is room. Asks no helpdesk.
   *
   * @return how many; 0 if no plan runs, nothing is left, or others go first
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public int turn(HelpdeskAccountId id) {
    Optional<HelpdeskAccount> account = accounts.find(id);
    if (account.isEmpty() || !feed.mayGoOn(id) || !isFree(account.get())) {
      return 0;
    }
    return feed.feed(id);
  }

  private boolean isFree(HelpdeskAccount account) {
    try {
      return connectors
          .of(account.connector())
          .untilFree(account, backfills.share(account.id()))
          .isZero();
    } catch (ConnectorFailure unusable) {
      // the account's reading tells what is wrong with its settings
      LOG.log(
          System.Logger.Level.DEBUG,
          "Account {0}: its plan waits ({1})",
          account.id().value(),
          unusable.kind());
      return false;
    }
  }
}
