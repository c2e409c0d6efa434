package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.Backfill;
import org.tagsmith.domain.sync.BackfillRepository;
import org.tagsmith.domain.sync.SettingsRefused;

/** An admin pauses a backfill, gives it a share of the helpdesk's limit, or starts it again. */
@ApplicationScoped
public class SteerBackfill {
  private final FindAccount accounts;
  private final BackfillRepository backfills;
  private final OpenStreams streams;

  @Inject
  SteerBackfill(FindAccount accounts, BackfillRepository backfills, OpenStreams streams) {
    this.accounts = accounts;
    this.backfills = backfills;
    this.streams = streams;
  }

  /** For the container's proxy. */
  protected SteerBackfill() {
    this.accounts = null;
    this.backfills = null;
    this.streams = null;
  }

  /**
   * Pauses or resumes the backfill, and sets what it may use. Live reading goes on.
   *
   * @param paused null to leave it
   * @param share per cent of the helpdesk's limit; null to leave it
   * @throws SettingsRefused if there is no such account, the share is out of bounds, or there is no
   *     backfill to pause
   */
  @Transactional
  public void steer(HelpdeskAccountId id, Boolean paused, Integer share) {
    accounts.connected(id);
    if (share != null) {
      if (share < BackfillRepository.LEAST_SHARE || share > BackfillRepository.LARGEST_SHARE) {
        throw new SettingsRefused(
            "bad-share",
            "share",
            "The share is a whole number from "
                + BackfillRepository.LEAST_SHARE
                + " to "
                + BackfillRepository.LARGEST_SHARE
                + ", in per cent.");
      }
      backfills.share(id, share);
    }
    if (paused != null && !backfills.pause(id, paused)) {
      throw new SettingsRefused(
          "no-backfill",
          "",
          "This account has no backfill. Start one from the date that you need.");
    }
  }

  /**
   * Starts the backfill from its beginning; what is here stays, and counts once. Its share stays,
   * too.
   *
   * @param from from when on it reads
   * @throws SettingsRefused if there is no such account, or live reading began before that
   */
  @Transactional
  public void startAgain(HelpdeskAccountId id, Instant from) {
    accounts.connected(id);
    streams.open(id);
    Optional<Backfill> former = backfills.find(id);
    Instant until = former.map(Backfill::until).orElseGet(streams::liveSince);
    if (!from.isBefore(until)) {
      throw new SettingsRefused(
          "start-too-late",
          "from",
          "Tickets since " + until + " are read anyway. Choose an earlier date.");
    }
    backfills.startAgain(id, from, until);
  }
}
