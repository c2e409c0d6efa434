package org.tagsmith.domain.sync.http;

import java.time.Duration;

/** Lets time pass between two tries; a port, so that no test has to wait. */
public interface Pause {
  /**
   * Returns after about {@code length}.
   *
   * @throws org.tagsmith.domain.sync.ConnectorFailure.Unreachable if the thread was asked to stop;
   *     it stays interrupted
   */
  void take(Duration length);
}
