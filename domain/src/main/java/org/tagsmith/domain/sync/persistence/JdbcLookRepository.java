package org.tagsmith.domain.sync.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.LookRepository;

/** Tickets that shall be looked at, in the order in which they were asked for. */
@ApplicationScoped
class JdbcLookRepository implements LookRepository {
  // The mark and the entry are one statement: of two that arrive together, one finds the other's.
  private static final String REQUEST_ONCE =
      """
      with fresh as (
        insert into delivery_seen (account_id, mark, seen_at) values (?, ?, clock_timestamp())
        on conflict do nothing
        returning account_id)
      insert into ticket_to_look_at (account_id, ticket_id, request, due_at)
      select account_id, ?, nextval('look_request'), clock_timestamp() from fresh
      on conflict (account_id, ticket_id) do update
      set request = excluded.request, due_at = excluded.due_at
      """;

  // One without a mark gets one of ours: how many named a ticket tells whether others changed it
  // while we replaced its labels.
  private static final String REQUEST =
      """
      with asked as (
        insert into ticket_to_look_at (account_id, ticket_id, request, due_at)
        values (?, ?, nextval('look_request'), clock_timestamp())
        on conflict (account_id, ticket_id) do update
        set request = excluded.request, due_at = excluded.due_at
        returning account_id, ticket_id, request)
      insert into delivery_seen (account_id, mark, seen_at)
      select account_id, '#' || ticket_id || '-' || request, clock_timestamp() from asked
      """;

  private static final String CLAIM =
      """
      update looking
      set lease_holder = ?, lease_until = clock_timestamp() + ? * interval '1 millisecond'
      where account_id = (
        select k.account_id from looking k
        where k.account_id = ?
          and (k.lease_until is null or k.lease_until <= clock_timestamp())
          and (k.paused_until is null or k.paused_until <= clock_timestamp())
          and exists (
            select 1 from ticket_to_look_at t
            where t.account_id = k.account_id and t.due_at <= clock_timestamp())
          and not exists (
            select 1 from sync_state s
            where s.account_id = k.account_id and s.phase = 'throttled'
              and s.waiting_until > clock_timestamp())
        for update skip locked)
      """;

  // A row that a delivery is renewing just now is left for the next round.
  private static final String DUE =
      """
      select ticket_id, request, attempts from ticket_to_look_at
      where account_id = ? and due_at <= clock_timestamp()
      order by due_at, ticket_id
      limit ?
      for update skip locked
      """;

  private static final String DONE =
      """
      delete from ticket_to_look_at held
      using unnest(?::bigint[], ?::bigint[]) as done (ticket_id, request)
      where held.account_id = ? and held.ticket_id = done.ticket_id
        and held.request = done.request
      """;

  private static final String POSTPONE =
      """
      update ticket_to_look_at held
      set attempts = attempts + 1, due_at = clock_timestamp() + ? * interval '1 millisecond'
      from unnest(?::bigint[], ?::bigint[]) as failed (ticket_id, request)
      where held.account_id = ? and held.ticket_id = failed.ticket_id
        and held.request = failed.request
      """;

  private final Sql sql;

  @Inject
  JdbcLookRepository(DataSource database) {
    this.sql = new Sql(database);
  }

  /** For the container's proxy. */
  protected JdbcLookRepository() {
    this.sql = null;
  }

  @Override
  public boolean request(HelpdeskAccountId account, long ticket, String mark) {
    int requested =
        mark == null
            ? sql.update(REQUEST, account.value(), ticket)
            : sql.update(REQUEST_ONCE, account.value(), mark, ticket);
    return requested == 1;
  }

  @Override
  public boolean claim(HelpdeskAccountId account, String holder, Duration lease) {
    return sql.update(CLAIM, holder, lease.toMillis(), account.value()) == 1;
  }

  @Override
  public boolean renew(HelpdeskAccountId account, String holder, Duration lease) {
    return sql.update(
            """
            update looking set lease_until = clock_timestamp() + ? * interval '1 millisecond'
            where account_id = ? and lease_holder = ? and lease_until > clock_timestamp()
            """,
            lease.toMillis(),
            account.value(),
            holder)
        == 1;
  }

  @Override
  public void release(HelpdeskAccountId account, String holder) {
    sql.update(
        """
        update looking set lease_holder = null, lease_until = null
        where account_id = ? and lease_holder = ?
        """,
        account.value(),
        holder);
  }

  @Override
  public List<Entry> due(HelpdeskAccountId account, int most) {
    return sql.query(
        DUE,
        row -> new Entry(row.getLong("ticket_id"), row.getLong("request"), row.getInt("attempts")),
        account.value(),
        most);
  }

  @Override
  public void done(HelpdeskAccountId account, Collection<Entry> entries) {
    sql.update(
        DONE, numbers(entries, Entry::ticket), numbers(entries, Entry::request), account.value());
  }

  @Override
  public void postpone(
      HelpdeskAccountId account, Collection<Entry> entries, Duration pause, int mostAttempts) {
    sql.update(
        POSTPONE,
        pause.toMillis(),
        numbers(entries, Entry::ticket),
        numbers(entries, Entry::request),
        account.value());
    sql.update(
        "delete from ticket_to_look_at where account_id = ? and attempts >= ?",
        account.value(),
        mostAttempts);
  }

  @Override
  public void pause(HelpdeskAccountId account, Duration pause) {
    sql.update(
        """
        update looking set paused_until = clock_timestamp() + ? * interval '1 millisecond'
        where account_id = ?
        """,
        pause.toMillis(),
        account.value());
  }

  private static Object numbers(Collection<Entry> entries, ToLongFunction<Entry> number) {
    return entries.stream().map(number::applyAsLong).toArray(Long[]::new);
  }
}
