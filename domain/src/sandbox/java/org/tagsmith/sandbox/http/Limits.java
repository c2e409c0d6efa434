package org.tagsmith.sandbox.http;

import java.util.Map;
import java.util.Optional;

/** How many calls a vendor allows. Thread-safe. */
@FunctionalInterface
public interface Limits {
  /**
   * Counts a call.
   *
   * @return the headers for its answer and, if it is one too many, the answer itself
   */
  Verdict count(Request request);

  /**
   * What became of a call.
   *
   * @param headers for any answer
   * @param refusal present if it was one too many
   */
  record Verdict(Map<String, String> headers, Optional<Answer> refusal) {}
}
