package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.BackfillRepository;
import org.tagsmith.domain.sync.Connector;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskAccountRepository;

/**
 * Parts the reading of an account that was never read into live reading from now on and a backfill
 * up to there. An account that nobody opens so is read by one stream from its start on.
 * Thread-safe, and safe on several servers.
 */
@ApplicationScoped
public class OpenStreams {
  /**
   * How far before now live reading begins. What the backfill finds at the end of the helpdesk's
   * stream must reach to here, though the helpdesk holds back the last minute and its clock may be
   * ten minutes behind ours. What both read is stored once.
   */
  static final Duration OVERLAP = Duration.ofMinutes(15);

  private final HelpdeskAccountRepository accounts;
  private final BackfillRepository backfills;
  private final Connectors connectors;
  private final StartTimes startTimes;
  private final Clock clock;

  @Inject
  OpenStreams(
      HelpdeskAccountRepository accounts,
      BackfillRepository backfills,
      Connectors connectors,
      StartTimes startTimes,
      Clock clock) {
    this.accounts = accounts;
    this.backfills = backfills;
    this.connectors = connectors;
    this.startTimes = startTimes;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected OpenStreams() {
    this.accounts = null;
    this.backfills = null;
    this.connectors = null;
    this.startTimes = null;
    this.clock = null;
  }

  /**
   * Opens both streams, if the account was never read, nobody reads it just now, and its start is
   * past.
   *
   * @return whether they were opened by this call
   */
  public boolean open(HelpdeskAccountId id) {
    Optional<HelpdeskAccount> account = accounts.find(id);
    return account.isPresent() && open(account.get());
  }

  private boolean open(HelpdeskAccount account) {
    Instant until = liveSince();
    Optional<Connector> connector = connectors.find(account.connector());
    Optional<Instant> from = start(account).filter(start -> start.isBefore(until));
    return connector.isPresent()
        && from.isPresent()
        && backfills.open(account.id(), connector.get().startAt(until), from.get(), until);
  }

  /** Where live reading would begin now. */
  Instant liveSince() {
    return clock.instant().minus(OVERLAP).truncatedTo(ChronoUnit.SECONDS);
  }

  // A wrong setting is told by the reading, which asks for it, too.
  private Optional<Instant> start(HelpdeskAccount account) {
    try {
      return Optional.of(startTimes.of(account));
    } catch (IllegalArgumentException told) {
      return Optional.empty();
    }
  }
}
