package org.tagsmith.domain.sync.usecase;

import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.StreamStateRepository;
import org.tagsmith.domain.sync.SyncStream;

/**
 * One of the two streams of an account, while a runner holds its lease.
 *
 * @param states where that stream's bookkeeping is kept
 * @param holder the runner
 */
record LeasedStream(
    SyncStream stream, StreamStateRepository states, HelpdeskAccount account, String holder) {
  boolean renew() {
    return states.renew(account.id(), holder, SyncTickets.LEASE);
  }

  void release() {
    states.release(account.id(), holder);
  }

  /** As logs name it. */
  String name() {
    return account.id().value() + (stream == SyncStream.LIVE ? "" : " (" + stream.word() + ")");
  }
}
