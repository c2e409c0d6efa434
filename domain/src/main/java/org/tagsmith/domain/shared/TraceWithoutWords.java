package org.tagsmith.domain.shared;

/**
 * Where something went wrong, for the log: classes, SQL states and the stack, but none of the
 * messages, because a foreign one may quote a customer. The only way in which an exception gets
 * into a log.
 */
public final class TraceWithoutWords extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int DEEPEST = 8;

  private TraceWithoutWords(Throwable failure, int depth) {
    super(name(failure), next(failure, depth), false, true);
    setStackTrace(failure.getStackTrace());
  }

  /**
   * Logs that something went wrong, and where. Thread-safe.
   *
   * @param text what, in our own words; holds no customer text
   * @param failure why; its message and those of its causes are left out
   */
  public static void log(
      System.Logger log, System.Logger.Level level, String text, Throwable failure) {
    log.log(level, text, new TraceWithoutWords(failure, 0));
  }

  private static Throwable next(Throwable failure, int depth) {
    Throwable cause = failure.getCause();
    return cause == null || depth == DEEPEST ? null : new TraceWithoutWords(cause, depth + 1);
  }

  private static String name(Throwable failure) {
    String name = failure.getClass().getName();
    return SqlState.of(failure).map(state -> name + ", SQL state " + state).orElse(name);
  }
}
