package org.tagsmith.sandbox.hook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How one vendor sends. */
public interface Vendor {
  /**
   * The headers that show who sent it.
   *
   * @param secret that the receiver knows
   * @param at when it is sent
   */
  Map<String, String> proof(String secret, byte[] body, Instant at);

  /** Whether a status makes the vendor send the delivery again. */
  boolean repeatsAfter(int status);

  /** How long it waits before each repetition; no more repetitions than pauses. */
  List<Duration> pauses();
}
