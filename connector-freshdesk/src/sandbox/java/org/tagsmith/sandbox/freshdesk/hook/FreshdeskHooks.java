package org.tagsmith.sandbox.freshdesk.hook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tagsmith.sandbox.hook.Vendor;

/** Signs nothing; sends the header that the rule holds. Repeats after 5, 30 and 60 minutes. */
public final class FreshdeskHooks implements Vendor {
  @Override
  public Map<String, String> proof(String secret, byte[] body, Instant at) {
    return Map.of("X-Tagsmith-Secret", secret);
  }

  @Override
  public boolean repeatsAfter(int status) {
    return status != 200;
  }

  @Override
  public List<Duration> pauses() {
    return List.of(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofMinutes(60));
  }
}
