package org.tagsmith.domain.sync.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.OutboxRepository;
import org.tagsmith.domain.sync.UnwrittenLabel;
import org.tagsmith.domain.sync.WaitingChanges;
import org.tagsmith.domain.sync.WaitingChanges.Entry;
import org.tagsmith.domain.ticket.TicketId;

/** Changes of labels on their way out. */
@ApplicationScoped
class JdbcOutboxRepository implements OutboxRepository {
  private static final int LONGEST_PROBLEM = 1000;

  private static final String CLAIM =
      """
      update write_back
      set lease_holder = ?, lease_until = clock_timestamp() + ? * interval '1 millisecond'
      where account_id = (
        select w.account_id from write_back w
        where w.account_id = ?
          and (w.lease_until is null or w.lease_until <= clock_timestamp())
          and (w.paused_until is null or w.paused_until <= clock_timestamp())
          and w.mode <> 'off'
          and exists (
            select 1 from outbox_entry e
            where e.account_id = w.account_id and e.state = 'waiting'
              and e.next_attempt_at <= clock_timestamp())
        for update skip locked)
      """;

  // A later decision about the same ticket brings forward what waits for another attempt, so that
  // decisions reach the helpdesk in their order. What people decided goes before what plans do.
  private static final String NEXT_DUE =
      """
      select id, ticket_id, add_labels, remove_labels, attempts, sent_at, plan_id, takes_back,
        found_surplus is not null as begun
      from outbox_entry
      where account_id = ? and state = 'waiting' and ticket_id = (
        select ticket_id from outbox_entry
        where account_id = ? and state = 'waiting' and next_attempt_at <= clock_timestamp()
        order by plan_id is not null, next_attempt_at, id
        limit 1)
      order by id
      """;

  // Of a label that was decided again, only the last decision counts, also if it is written.
  // What plans do is nobody's to wait for; yet a label that one has written is refused no more.
  private static final String UNWRITTEN =
      """
      select label, added, state, last_problem from (
        select distinct on (label) label, added, state, last_problem
        from (
          select id, unnest(add_labels) as label, true as added, state, last_problem
          from outbox_entry
          where account_id = ? and ticket_id = ? and state = 'waiting' and plan_id is null
          union all
          select id, unnest(remove_labels), false, state, last_problem
          from outbox_entry
          where account_id = ? and ticket_id = ? and state = 'waiting' and plan_id is null
          union all
          select r.id, label, label = any (r.add_labels), r.state, r.last_problem
          from outbox_entry r, unnest(r.add_labels || r.remove_labels) as label
          where r.account_id = ? and r.ticket_id = ? and r.state = 'refused'
            and r.plan_id is null and r.finished_at > clock_timestamp() - interval '1 day'
            and not exists (
              select 1 from outbox_entry later
              where later.id > r.id and later.account_id = r.account_id
                and later.ticket_id = r.ticket_id and later.state = 'written'
                and label = any (later.add_labels || later.remove_labels))
        ) decided
        order by label, id desc
      ) latest
      order by label
      """;

  // One time for all that are sent together, which clock_timestamp() is not.
  private static final String SENDING =
      """
      with renewed as (
        update write_back set lease_until = clock_timestamp() + ? * interval '1 millisecond'
        where account_id = ? and lease_holder = ? and lease_until > clock_timestamp()
        returning account_id),
      sent as (
        update outbox_entry e set sent_at = statement_timestamp()
        from renewed r
        where e.account_id = r.account_id and e.id = any (?) and e.sent_at is null)
      select 1 from renewed
      """;

  private static final String FINISH =
      """
      with answered as (
        update write_back set failures_in_a_row = 0
        where failures_in_a_row > 0
          and account_id in (select account_id from outbox_entry where id = any (?)))
      update outbox_entry set state = ?, finished_at = clock_timestamp(), last_problem = ?,
        concerned_labels = ?
      where id = any (?) and state = 'waiting'
      """;

  private final Sql sql;

  @Inject
  JdbcOutboxRepository(DataSource database) {
    this.sql = new Sql(database);
  }

  /** For the container's proxy. */
  protected JdbcOutboxRepository() {
    this.sql = null;
  }

  @Override
  public void enqueue(TicketId ticket, Set<String> add, Set<String> remove, String by) {
    sql.update(
        """
        with switched as (select mode from write_back where account_id = ? for share)
        insert into outbox_entry (account_id, ticket_id, add_labels, remove_labels, state,
          next_attempt_at, created_at, created_by)
        select ?, ?, ?, ?,
          case when exists (select 1 from switched where mode = 'review') then 'held'
            else 'waiting' end,
          clock_timestamp(), clock_timestamp(), ?
        """,
        ticket.account().value(),
        ticket.account().value(),
        ticket.remoteId(),
        add.toArray(String[]::new),
        remove.toArray(String[]::new),
        by);
  }

  @Override
  public boolean claim(HelpdeskAccountId account, String holder, Duration lease) {
    return sql.update(CLAIM, holder, lease.toMillis(), account.value()) == 1;
  }

  @Override
  public boolean sending(
      HelpdeskAccountId account, String holder, Duration lease, List<Long> entries) {
    return sql.first(SENDING, row -> true, lease.toMillis(), account.value(), holder, ids(entries))
        .isPresent();
  }

  @Override
  public void release(HelpdeskAccountId account, String holder) {
    sql.update(
        """
        update write_back set lease_holder = null, lease_until = null
        where account_id = ? and lease_holder = ?
        """,
        account.value(),
        holder);
  }

  @Override
  public Optional<WaitingChanges> nextDue(HelpdeskAccountId account) {
    record Row(long ticketId, Entry entry) {}
    List<Row> rows =
        sql.query(
            NEXT_DUE,
            row -> new Row(row.getLong("ticket_id"), EntryRow.of(row)),
            account.value(),
            account.value());
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new WaitingChanges(rows.get(0).ticketId(), rows.stream().map(Row::entry).toList()));
  }

  @Override
  public void written(List<Long> entries, int replacements) {
    sql.update(
        FINISH,
        ids(entries),
        "written",
        CrossedWrites.toBeJudged(replacements),
        null,
        ids(entries));
  }

  @Override
  public int listCrossed(HelpdeskAccountId account) {
    return new CrossedWrites(sql).list(account);
  }

  @Override
  public void refused(List<Long> entries, String reason, Set<String> concerned) {
    String[] labels = concerned.isEmpty() ? null : concerned.toArray(String[]::new);
    sql.update(FINISH, ids(entries), "refused", cut(reason), labels, ids(entries));
  }

  @Override
  public void postpone(List<Long> entries, String problem, Duration pause) {
    sql.update(
        """
        update outbox_entry set attempts = attempts + 1, last_problem = ?,
          next_attempt_at = clock_timestamp() + ? * interval '1 millisecond'
        where id = any (?) and state = 'waiting'
        """,
        cut(problem),
        pause.toMillis(),
        ids(entries));
  }

  @Override
  public int failuresInARow(HelpdeskAccountId account) {
    return sql.first(
            "select failures_in_a_row from write_back where account_id = ?",
            row -> row.getInt("failures_in_a_row"),
            account.value())
        .orElse(0);
  }

  @Override
  public void pause(HelpdeskAccountId account, Duration pause) {
    sql.update(
        """
        update write_back set paused_until = clock_timestamp() + ? * interval '1 millisecond',
          failures_in_a_row = failures_in_a_row + 1
        where account_id = ?
        """,
        pause.toMillis(),
        account.value());
  }

  @Override
  public void resume(HelpdeskAccountId account) {
    sql.update("update write_back set paused_until = null where account_id = ?", account.value());
    sql.update(
        """
        update outbox_entry set next_attempt_at = clock_timestamp()
        where account_id = ? and state = 'waiting' and next_attempt_at > clock_timestamp()
        """,
        account.value());
  }

  @Override
  public List<UnwrittenLabel> unwritten(TicketId ticket) {
    int account = ticket.account().value();
    long number = ticket.remoteId();
    return sql.query(
        UNWRITTEN,
        row ->
            new UnwrittenLabel(
                row.getString("label"),
                row.getBoolean("added"),
                row.getString("state").equals("refused"),
                word(row.getString("last_problem"))),
        account,
        number,
        account,
        number,
        account,
        number);
  }

  /** A kept problem is a stable word, then perhaps a colon and more. */
  private static String word(String problem) {
    return problem == null ? null : problem.split(":", 2)[0];
  }

  @Override
  public OutboxCounts count(HelpdeskAccountId account) {
    return sql.first(
            """
            select
              (select count(*) from outbox_entry where account_id = ? and state = 'waiting') as w,
              (select count(*) from outbox_entry where account_id = ? and state = 'refused') as r
            """,
            row -> new OutboxCounts(row.getLong("w"), row.getLong("r")),
            account.value(),
            account.value())
        .orElseThrow();
  }

  private static Object ids(List<Long> entries) {
    return entries.toArray(Long[]::new);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_PROBLEM ? text : text.substring(0, LONGEST_PROBLEM);
  }
}
