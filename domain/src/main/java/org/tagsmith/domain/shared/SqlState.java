package org.tagsmith.domain.shared;

import java.sql.SQLException;
import java.util.Optional;

/**
 * What the database said of a failure, as SQL's standard has it: two letters of class, three of
 * detail. Here, so that nobody but persistence needs to know JDBC.
 */
public final class SqlState {
  /**
   * The state of a failure that the database had no word in, such as a pool without a connection.
   */
  public static final String NONE = "none";

  private static final int DEEPEST = 8;

  private SqlState() {}

  /** The state that this very exception carries; empty if it is none of the database's. */
  public static Optional<String> of(Throwable failure) {
    return failure instanceof SQLException sql
        ? Optional.of(sql.getSQLState() == null ? NONE : sql.getSQLState())
        : Optional.empty();
  }

  /** The first state among an exception and its causes; empty if the database is not among them. */
  public static Optional<String> behind(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      Optional<String> state = of(cause);
      if (state.isPresent()) {
        return state;
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }
}
