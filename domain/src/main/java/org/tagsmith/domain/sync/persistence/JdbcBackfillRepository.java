package org.tagsmith.domain.sync.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.Backfill;
import org.tagsmith.domain.sync.BackfillRepository;
import org.tagsmith.domain.sync.KeptPage;
import org.tagsmith.domain.sync.SyncCursor;
import org.tagsmith.domain.sync.SyncState;
import org.tagsmith.domain.sync.SyncStateRepository.PageMark;
import org.tagsmith.domain.sync.SyncStateRepository.RateSlot;
import org.tagsmith.domain.sync.SyncStateRepository.SyncFailure;
import org.tagsmith.domain.sync.SyncStream;

/**
 * The bookkeeping of backfills, by the database's clock. Nothing here touches the row of live
 * reading but {@link #open}: a page of a backfill that is being stored must not keep live reading
 * from its lease.
 */
@ApplicationScoped
class JdbcBackfillRepository implements BackfillRepository {
  private static final String SELECT =
      """
      select a.id, a.connector, a.subdomain, b.cursor, b.read_up_to, b.finished_at as caught_up_at,
        b.tickets_read as tickets_stored, b.tickets_total, b.phase, b.waiting_until,
        b.failure_kind, b.failure_message, b.failed_at, b.failures_in_a_row, b.last_page_at,
        coalesce(b.lease_until > clock_timestamp(), false) as is_held,
        b.read_from, b.read_until, b.paused
      from backfill b join helpdesk_account a on a.id = b.account_id
      """;

  // A row that is just being read by somebody is left to them.
  private static final String OPEN =
      """
      with live as (
        update sync_state set cursor = ?
        where account_id = (
          select account_id from sync_state s
          where s.account_id = ? and s.cursor is null and not s.paused
            and (s.lease_until is null or s.lease_until <= clock_timestamp())
            and not exists (select 1 from backfill b where b.account_id = s.account_id)
          for update skip locked)
        returning account_id)
      insert into backfill (account_id, read_from, read_until, phase)
      select account_id, ?, ?, 'waiting' from live
      """;

  private static final String START_AGAIN =
      """
      insert into backfill as b (account_id, read_from, read_until, phase)
      values (?, ?, ?, 'waiting')
      on conflict (account_id) do update
      set read_from = excluded.read_from, cursor = null, read_up_to = null, tickets_read = 0,
        tickets_total = null, paused = false, phase = 'waiting',
        waiting_until = case when b.phase = 'throttled' then b.waiting_until end,
        failure_kind = null, failure_message = null, failed_at = null, failures_in_a_row = 0,
        last_page_at = null, finished_at = null,
        lease_holder = null, lease_until = null
      """;

  // The lease goes, too: who reads on without it stores nothing more.
  private static final String PAUSE =
      """
      update backfill set paused = ?,
        lease_holder = case when ? then null else lease_holder end,
        lease_until = case when ? then null else lease_until end,
        waiting_until = case when phase = 'throttled' then waiting_until end
      where account_id = ?
      """;

  // Live reading goes first: while the helpdesk keeps it waiting, nobody else asks.
  private static final String CLAIM =
      """
      update backfill
      set lease_holder = ?,
        lease_until = clock_timestamp() + ? * interval '1 millisecond',
        phase = case when phase = 'waiting' and failure_kind is null then 'reading' else phase end
      where account_id = (
        select b.account_id from backfill b join sync_state s on s.account_id = b.account_id
        where b.account_id = ? and b.finished_at is null
          and (b.lease_until is null or b.lease_until <= clock_timestamp())
          and (b.waiting_until is null or b.waiting_until <= clock_timestamp())
          and not b.paused and not s.paused
          and not (s.phase = 'throttled' and s.waiting_until > clock_timestamp())
        for update of b skip locked)
      """;

  private static final String RENEW =
      """
      update backfill
      set lease_until = clock_timestamp() + ? * interval '1 millisecond'
      where account_id = ? and lease_holder = ? and lease_until > clock_timestamp()
      """;

  private static final String ADVANCE =
      """
      with stored as (delete from kept_page
        where account_id = ? and stream = 'backfill' and (? or behind = any(?)))
      update backfill
      set cursor = ?, read_up_to = greatest(read_up_to, ?::timestamptz),
        tickets_read = tickets_read + ?, tickets_added = tickets_added + ?,
        phase = case when ? then 'idle' else 'reading' end,
        finished_at = case when ? then clock_timestamp() end,
        last_page_at = clock_timestamp(),
        waiting_until = null, failure_kind = null, failure_message = null, failed_at = null,
        failures_in_a_row = 0,
        lease_until = clock_timestamp() + ? * interval '1 millisecond'
      where account_id = ? and lease_holder = ?
      """;

  private static final String FAIL =
      """
      update backfill
      set phase = ?, waiting_until = clock_timestamp() + ? * interval '1 millisecond',
        failure_kind = ?, failure_message = ?, failed_at = clock_timestamp(),
        failures_in_a_row = failures_in_a_row + 1, lease_holder = null, lease_until = null
      where account_id = ? and lease_holder = ?
      """;

  private final Sql sql;
  private final RateSlots slots;
  private final KeptPages keptPages;

  @Inject
  JdbcBackfillRepository(DataSource database) {
    this.sql = new Sql(database);
    this.slots = new RateSlots(sql, SyncStream.BACKFILL);
    this.keptPages = new KeptPages(sql, SyncStream.BACKFILL, "backfill");
  }

  /** For the container's proxy. */
  protected JdbcBackfillRepository() {
    this.sql = null;
    this.slots = null;
    this.keptPages = null;
  }

  @Override
  public Optional<Backfill> find(HelpdeskAccountId account) {
    return sql.first(SELECT + "where a.id = ?", JdbcBackfillRepository::backfill, account.value());
  }

  @Override
  public List<Backfill> list() {
    return sql.query(
        SELECT + "where a.disconnected_at is null order by a.id", JdbcBackfillRepository::backfill);
  }

  @Override
  public boolean open(HelpdeskAccountId account, SyncCursor live, Instant from, Instant until) {
    return sql.update(OPEN, live.encoded(), account.value(), from, until) == 1;
  }

  @Override
  public void startAgain(HelpdeskAccountId account, Instant from, Instant until) {
    sql.update(START_AGAIN, account.value(), from, until);
    slots.forget(account);
    keptPages.forget(account);
  }

  @Override
  public boolean pause(HelpdeskAccountId account, boolean paused) {
    return sql.update(PAUSE, paused, paused, paused, account.value()) == 1;
  }

  @Override
  public int share(HelpdeskAccountId account) {
    return sql.first(
            "select backfill_share from sync_state where account_id = ?",
            row -> row.getInt(1),
            account.value())
        .orElseThrow();
  }

  @Override
  public void share(HelpdeskAccountId account, int share) {
    sql.update(
        "update sync_state set backfill_share = ? where account_id = ?", share, account.value());
  }

  @Override
  public Optional<SyncState> claim(HelpdeskAccountId id, String holder, Duration lease) {
    return sql.update(CLAIM, holder, lease.toMillis(), id.value()) == 1
        ? find(id).map(Backfill::state)
        : Optional.empty();
  }

  @Override
  public boolean renew(HelpdeskAccountId id, String holder, Duration lease) {
    return sql.update(RENEW, lease.toMillis(), id.value(), holder) == 1;
  }

  @Override
  public boolean keep(HelpdeskAccountId id, String holder, KeptPage page) {
    return keptPages.keep(id, holder, page);
  }

  @Override
  public List<KeptPage> kept(HelpdeskAccountId id) {
    return keptPages.list(id);
  }

  @Override
  public boolean advance(HelpdeskAccountId id, String holder, PageMark page) {
    int moved =
        sql.update(
            ADVANCE,
            id.value(),
            page.endOfStream(),
            KeptPages.behind(page),
            page.next().encoded(),
            page.readUpTo(),
            page.read(),
            page.added(),
            page.endOfStream(),
            page.endOfStream(),
            page.lease().toMillis(),
            id.value(),
            holder);
    if (moved == 1) {
      slots.count(id, page.read());
    }
    return moved == 1;
  }

  @Override
  public void estimate(HelpdeskAccountId id, OptionalLong ticketsTotal) {
    if (ticketsTotal.isPresent()) {
      sql.update(
          "update backfill set tickets_total = ? where account_id = ?",
          ticketsTotal.getAsLong(),
          id.value());
    }
  }

  @Override
  public boolean fail(HelpdeskAccountId id, String holder, SyncFailure failure) {
    return sql.update(
            FAIL,
            failure.phase().word(),
            failure.pause().toMillis(),
            failure.kind(),
            failure.message(),
            id.value(),
            holder)
        == 1;
  }

  @Override
  public void release(HelpdeskAccountId id, String holder) {
    sql.update(
        """
        update backfill set lease_holder = null, lease_until = null
        where account_id = ? and lease_holder = ?
        """,
        id.value(),
        holder);
  }

  @Override
  public List<RateSlot> recentSlots(HelpdeskAccountId id) {
    return slots.recent(id);
  }

  @Override
  public Instant now() {
    return sql.now();
  }

  private static Backfill backfill(ResultSet row) throws SQLException {
    return new Backfill(
        JdbcSyncStateRepository.state(row),
        Sql.instant(row, "read_from"),
        Sql.instant(row, "read_until"),
        row.getBoolean("paused"));
  }
}
