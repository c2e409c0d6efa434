package org.tagsmith.domain.sync.usecase;

import java.time.Duration;
import java.util.function.IntSupplier;
import org.tagsmith.domain.sync.Connector;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.http.Pause;

/**
 * Lets others go first: before a page of a backfill is asked for, waits until the part of the
 * helpdesk's limit that is used leaves room for it. Asked again every few seconds, since others
 * learn what is left, and an admin may change the share.
 */
final class GiveWay {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  /** A fast helpdesk gives a hundred pages a second; the database is not asked for each. */
  private static final long REMEMBERED_NANOS = Duration.ofSeconds(1).toNanos();

  private final HelpdeskAccount account;
  private final IntSupplier share;
  private final Pause pause;
  private int knownShare;
  private long askedAt;
  private boolean asked;

  GiveWay(HelpdeskAccount account, IntSupplier share, Pause pause) {
    this.account = account;
    this.share = share;
    this.pause = pause;
  }

  /**
   * Returns when it is the backfill's turn.
   *
   * @throws org.tagsmith.domain.sync.ConnectorFailure.Unreachable if the thread was asked to stop
   */
  void await(Connector connector) {
    Duration wait = left(connector);
    while (!wait.isZero()) {
      pause.take(wait.compareTo(LOOK_AGAIN) < 0 ? wait : LOOK_AGAIN);
      asked = false;
      wait = left(connector);
    }
  }

  private Duration left(Connector connector) {
    if (!asked || System.nanoTime() - askedAt > REMEMBERED_NANOS) {
      knownShare = share.getAsInt();
      askedAt = System.nanoTime();
      asked = true;
    }
    return connector.untilFree(account, knownShare);
  }
}
