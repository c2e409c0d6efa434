package org.tagsmith.domain.sync.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.SyncOutcome;
import org.tagsmith.domain.sync.SyncRunRepository;
import org.tagsmith.domain.sync.SyncStream;

/** The history of runs; kept for ninety days, and of each account the newest thousand. */
@ApplicationScoped
class JdbcSyncRunRepository implements SyncRunRepository {
  private static final int MOST_KEPT = 1000;

  // The former run must be the very one before: what was read in between makes two lines of it.
  private static final String FOLD =
      """
      with ended as (
        select id, account_id, stream, ended_at, outcome, failure_message from sync_run
        where id = ? and pages = 0),
      former as (
        select r.id, r.pages, r.outcome from sync_run r, ended
        where r.account_id = ended.account_id and r.stream = ended.stream and r.id < ended.id
        order by r.id desc limit 1),
      same as (
        update sync_run r
        set repeats = r.repeats + 1, ended_at = ended.ended_at,
          failure_message = ended.failure_message
        from ended, former
        where r.id = former.id and former.pages = 0 and former.outcome = ended.outcome
        returning r.id)
      delete from sync_run where id = ? and exists (select 1 from same)
      """;

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
        where account_id = ? and ended_at is not null
          and (started_at < clock_timestamp() - interval '90 days'
          or id <= (
            select id from sync_run where account_id = ? order by id desc offset ? limit 1))
        """,
        account.value(),
        account.value(),
        MOST_KEPT - 1);
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
  public void addPages(long run, int pages, int tickets) {
    sql.update(
        "update sync_run set pages = pages + ?, tickets = tickets + ? where id = ?",
        pages,
        tickets,
        run);
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
    sql.update(FOLD, run, run);
  }

  @Override
  public List<KeptRun> list(HelpdeskAccountId account, long before, int most) {
    return sql.query(
        """
        select id, started_at, ended_at, pages, tickets, outcome, failure_message, repeats
        from sync_run where account_id = ? and id < ?
        order by id desc limit ?
        """,
        row ->
            new KeptRun(
                row.getLong("id"),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "ended_at"),
                row.getInt("pages"),
                row.getLong("tickets"),
                row.getString("outcome"),
                row.getString("failure_message"),
                row.getInt("repeats")),
        account.value(),
        before,
        most);
  }
}
