package org.tagsmith.domain.sync.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.SyncOutcome;
import org.tagsmith.domain.sync.SyncRunRepository;
import org.tagsmith.domain.sync.SyncStream;

/** The history of runs; kept for ninety days. */
@ApplicationScoped
class JdbcSyncRunRepository implements SyncRunRepository {
  private final Sql sql;

  @Inject
  JdbcSyncRunRepository(DataSource database) {
    this.sql = new Sql(database);
  }

  /** For the container's proxy. */
  protected JdbcSyncRunRepository() {
    this.sql = null;
  }

  @Override
  public long begin(HelpdeskAccountId account, SyncStream stream) {
    sql.update(
        """
        update sync_run set ended_at = clock_timestamp(), outcome = 'abandoned'
        where account_id = ? and stream = ? and ended_at is null
        """,
        account.value(),
        stream.word());
    sql.update(
        """
        delete from sync_run
        where account_id = ? and started_at < clock_timestamp() - interval '90 days'
        """,
        account.value());
    return sql.first(
            """
            insert into sync_run (account_id, stream, started_at, outcome)
            values (?, ?, clock_timestamp(), 'running')
            returning id
            """,
            row -> row.getLong("id"),
            account.value(),
            stream.word())
        .orElseThrow();
  }

  @Override
  public void addPage(long run, int tickets) {
    sql.update(
        "update sync_run set pages = pages + 1, tickets = tickets + ? where id = ?", tickets, run);
  }

  @Override
  public void end(long run, SyncOutcome.Ending ending, String message) {
    sql.update(
        """
        update sync_run set ended_at = clock_timestamp(), outcome = ?, failure_message = ?
        where id = ?
        """,
        ending.word(),
        message,
        run);
  }
}
