package org.tagsmith.domain.sync.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.DeadLetter;
import org.tagsmith.domain.sync.DeadLetterRepository;

/** The outbox's entries that were refused. */
@ApplicationScoped
class JdbcDeadLetterRepository implements DeadLetterRepository {
  // A label that was decided again, whatever became of that, is no longer this entry's to say.
  private static final String OVERTAKEN =
      """
      exists (
        select 1 from outbox_entry later
        where later.account_id = e.account_id and later.ticket_id = e.ticket_id and later.id > e.id
          and later.state in ('waiting', 'held', 'written', 'refused')
          and label = any (later.add_labels || later.remove_labels))
      """;

  private static final String LIST =
      """
      select e.id, e.ticket_id, e.add_labels, e.remove_labels, e.last_problem, e.concerned_labels,
        e.created_by, e.created_at, e.finished_at,
        array(select label from unnest(e.add_labels || e.remove_labels) label where %s)
          as overtaken,
        first.settled_by as retried_by, first.settled_at as retried_at
      from outbox_entry e left join outbox_entry first on first.id = e.retry_of
      where e.account_id = ? and e.state = 'refused' and e.id < ?
      order by e.id desc
      limit ?
      """
          .formatted(OVERTAKEN);

  // What an admin tries again needs no review: whoever looked at it is who would release it.
  private static final String RETRY =
      """
      with chosen as (
        select e.* from outbox_entry e
        where e.account_id = ? and e.state = 'refused' and e.id <= ?
          and (?::bigint[] is null or e.id = any (?))
        order by e.id for update),
      live as (
        select e.id, e.account_id, e.ticket_id, e.created_by, e.plan_id, e.takes_back,
          e.found_missing, e.found_surplus,
          array(select label from unnest(e.add_labels) label where not %1$s) as add_labels,
          array(select label from unnest(e.remove_labels) label where not %1$s) as remove_labels
        from chosen e),
      again as (
        insert into outbox_entry (account_id, ticket_id, add_labels, remove_labels, state,
          next_attempt_at, created_at, created_by, retry_of, plan_id, takes_back,
          found_missing, found_surplus)
        select account_id, ticket_id, add_labels, remove_labels, 'waiting',
          clock_timestamp(), clock_timestamp(), created_by, id, plan_id, takes_back,
          found_missing, found_surplus
        from live where cardinality(add_labels) + cardinality(remove_labels) > 0
        order by id
        returning retry_of)
      update outbox_entry e
      set state = 'retried', settled_by = ?, settled_at = clock_timestamp()
      from again where e.id = again.retry_of
      """
          .formatted(OVERTAKEN);

  private final Sql sql;

  @Inject
  JdbcDeadLetterRepository(DataSource database) {
    this.sql = new Sql(database);
  }

  /** For the container's proxy. */
  protected JdbcDeadLetterRepository() {
    this.sql = null;
  }

  @Override
  public List<DeadLetter> list(HelpdeskAccountId account, long before, int most) {
    return sql.query(LIST, JdbcDeadLetterRepository::letter, account.value(), before, most);
  }

  @Override
  public int retry(HelpdeskAccountId account, List<Long> entries, String by) {
    Object ids = ids(entries);
    return sql.update(RETRY, account.value(), NEWEST, ids, ids, by);
  }

  @Override
  public int retryAll(HelpdeskAccountId account, long upTo, String by) {
    return sql.update(RETRY, account.value(), upTo, null, null, by);
  }

  @Override
  public int drop(HelpdeskAccountId account, List<Long> entries, String by) {
    return sql.update(
        """
        update outbox_entry set state = 'dropped', settled_by = ?, settled_at = clock_timestamp()
        where account_id = ? and id = any (?) and state = 'refused'
        """,
        by,
        account.value(),
        ids(entries));
  }

  @Override
  public int takeBack(HelpdeskAccountId account, List<Long> entries) {
    return sql.update(
        """
        update outbox_entry set state = 'refused', settled_by = null, settled_at = null
        where account_id = ? and id = any (?) and state = 'dropped' and settled_by is not null
        """,
        account.value(),
        ids(entries));
  }

  private static DeadLetter letter(ResultSet row) throws SQLException {
    String retriedBy = row.getString("retried_by");
    return new DeadLetter(
        row.getLong("id"),
        row.getLong("ticket_id"),
        labels(row.getArray("add_labels")),
        labels(row.getArray("remove_labels")),
        labels(row.getArray("overtaken")),
        row.getString("last_problem"),
        labels(row.getArray("concerned_labels")),
        row.getString("created_by"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "finished_at"),
        retriedBy == null ? null : new DeadLetter.Retry(retriedBy, Sql.instant(row, "retried_at")));
  }

  private static Set<String> labels(Array array) throws SQLException {
    return array == null ? Set.of() : Set.of((String[]) array.getArray());
  }

  private static Object ids(List<Long> entries) {
    return entries.toArray(Long[]::new);
  }
}
