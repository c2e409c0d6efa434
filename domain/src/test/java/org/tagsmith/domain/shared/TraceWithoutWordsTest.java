package org.tagsmith.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class TraceWithoutWordsTest {
  private static final String CUSTOMER = "mei@example.com";

  @Test
  void a_log_tells_classes_sql_state_and_places_and_quotes_nobody() {
    SQLException cause = new SQLException("Key (email)=(" + CUSTOMER + ") exists", "23505");
    cause.addSuppressed(new IllegalStateException("row of " + CUSTOMER));
    cause.setNextException(new SQLException("batch entry " + CUSTOMER));

    String log = logged(new IllegalStateException("could not store " + CUSTOMER, cause));

    assertThat(log)
        .contains("A row was lost")
        .contains("java.lang.IllegalStateException")
        .contains("java.sql.SQLException, SQL state 23505")
        .contains("TraceWithoutWordsTest.a_log_tells_classes")
        .doesNotContain(CUSTOMER);
  }

  @Test
  void causes_that_go_in_a_circle_end() {
    IllegalStateException first = new IllegalStateException(CUSTOMER);
    first.initCause(new IllegalStateException(CUSTOMER, first));

    assertThat(logged(first)).contains("Caused by").doesNotContain(CUSTOMER);
  }

  private static String logged(Throwable failure) {
    String name = TraceWithoutWordsTest.class.getName() + ".log";
    Logger logger = Logger.getLogger(name);
    logger.setUseParentHandlers(false);
    Kept kept = new Kept();
    logger.addHandler(kept);
    try {
      TraceWithoutWords.log(
          System.getLogger(name), System.Logger.Level.ERROR, "A row was lost", failure);
    } finally {
      logger.removeHandler(kept);
    }
    return String.join("\n", kept.lines);
  }

  private static final class Kept extends Handler {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void publish(LogRecord told) {
      StringWriter text = new StringWriter();
      told.getThrown().printStackTrace(new PrintWriter(text));
      lines.add(told.getMessage() + "\n" + text);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
