package org.tagsmith.sandbox.http;

/** Answers one kind of call. Thread-safe. */
@FunctionalInterface
public interface Endpoint {
  /**
   * Answers a call.
   *
   * @param id the number in the path, 0 if the path has none
   */
  Answer answer(Request request, long id);
}
