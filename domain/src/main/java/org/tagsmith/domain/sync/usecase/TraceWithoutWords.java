package org.tagsmith.domain.sync.usecase;

import java.sql.SQLException;

/**
 * Where something unexpected happened, for the log: classes, SQL states and the stack, but none of
 * the messages, because a foreign one may quote a customer.
 */
final class TraceWithoutWords extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int DEEPEST = 8;

  private TraceWithoutWords(Throwable failure, int depth) {
    super(name(failure), next(failure, depth), false, true);
    setStackTrace(failure.getStackTrace());
  }

  static TraceWithoutWords of(Throwable failure) {
    return new TraceWithoutWords(failure, 0);
  }

  private static Throwable next(Throwable failure, int depth) {
    Throwable cause = failure.getCause();
    return cause == null || depth == DEEPEST ? null : new TraceWithoutWords(cause, depth + 1);
  }

  private static String name(Throwable failure) {
    String name = failure.getClass().getName();
    return failure instanceof SQLException sql ? name + ", SQL state " + sql.getSQLState() : name;
  }
}
