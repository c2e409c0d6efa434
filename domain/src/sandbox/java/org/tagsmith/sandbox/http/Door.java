package org.tagsmith.sandbox.http;

import java.util.Optional;

/** Lets in who is known. Thread-safe. */
public interface Door {
  /** The answer that turns the caller away, or empty if it may come in. */
  Optional<Answer> turnAway(Request request);

  /** Whether one of the sandbox's own pages calls. */
  boolean fromPage(Request request);
}
