package org.tagsmith.connector.zendesk;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import org.tagsmith.domain.sync.http.Pause;

/** Waits as a test says, and for no real time. */
@Alternative
@Priority(1)
@ApplicationScoped
class WaitingOfTheTrial implements Pause {
  private volatile Pause happening = length -> {};

  void happens(Pause next) {
    happening = next;
  }

  @Override
  public void take(Duration length) {
    happening.take(length);
  }
}
