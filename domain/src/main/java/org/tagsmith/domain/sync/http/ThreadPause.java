package org.tagsmith.domain.sync.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.tagsmith.domain.sync.ConnectorFailure;

/** Pauses the calling thread. */
@ApplicationScoped
class ThreadPause implements Pause {
  @Override
  public void take(Duration length) {
    try {
      Thread.sleep(length.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConnectorFailure.Unreachable("Asked to stop while waiting for a helpdesk", e);
    }
  }
}
