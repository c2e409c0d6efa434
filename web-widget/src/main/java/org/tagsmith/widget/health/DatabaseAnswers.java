package org.tagsmith.widget.health;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.tagsmith.domain.shared.TraceWithoutWords;

/**
 * Whether the database answers. Asked on a thread of its own: a database that hangs would keep
 * whoever asks for minutes, and with it the answer that it hangs. Thread-safe.
 */
@ApplicationScoped
public class DatabaseAnswers {
  private static final System.Logger LOG = System.getLogger(DatabaseAnswers.class.getName());
  private static final int SECONDS = 2;

  private final DataSource dataSource;
  private final ExecutorService asking =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "tagsmith-health");
            thread.setDaemon(true);
            return thread;
          });
  private Future<Boolean> question;

  protected DatabaseAnswers() {
    this(null);
  }

  @Inject
  public DatabaseAnswers(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Whether it answers now, within {@value #SECONDS} seconds. */
  boolean now() {
    try {
      return question().get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException hangs) {
      TraceWithoutWords.log(LOG, Level.WARNING, "The database does not answer", hangs);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** One at a time: those who ask meanwhile wait for the same answer. */
  private synchronized Future<Boolean> question() {
    if (question == null || question.isDone()) {
      question = asking.submit(this::isValid);
    }
    return question;
  }

  private boolean isValid() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(SECONDS);
    } catch (SQLException | RuntimeException unreachable) {
      TraceWithoutWords.log(LOG, Level.WARNING, "The database does not answer", unreachable);
      return false;
    }
  }

  @PreDestroy
  void end() {
    asking.shutdownNow();
  }
}
