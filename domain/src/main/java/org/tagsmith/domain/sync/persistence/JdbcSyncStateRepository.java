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
import org.tagsmith.domain.sync.KeptPage;
import org.tagsmith.domain.sync.SyncCursor;
import org.tagsmith.domain.sync.SyncPhase;
import org.tagsmith.domain.sync.SyncState;
import org.tagsmith.domain.sync.SyncStateRepository;
import org.tagsmith.domain.sync.SyncStream;

/**
 * The bookkeeping of reading. Each lease is decided by one statement on one row, by the database's
 * clock.
 */
@ApplicationScoped
class JdbcSyncStateRepository implements SyncStateRepository {
  private static final String SELECT =
      """
      select a.id, a.connector, a.subdomain, s.cursor, s.read_up_to, s.caught_up_at,
        s.tickets_stored + coalesce(b.tickets_added, 0) as tickets_stored, s.tickets_total, s.phase, s.waiting_until, s.failure_kind,
        s.failure_message, s.failed_at, s.failures_in_a_row, s.last_page_at,
        coalesce(s.lease_until > clock_timestamp(), false) as is_held
      from sync_state s join helpdesk_account a on a.id = s.account_id
      left join backfill b on b.account_id = s.account_id
      """;

  // Rows locked by a page that is being stored are passed over, so that nobody queues for a lease.
  private static final String CLAIM =
      """
      update sync_state
      set lease_holder = ?,
        lease_until = clock_timestamp() + ? * interval '1 millisecond',
        phase = case when phase = 'waiting' and failure_kind is null then 'reading' else phase end
      where account_id = (
        select account_id from sync_state
        where account_id = ?
          and (lease_until is null or lease_until <= clock_timestamp())
          and (waiting_until is null or waiting_until <= clock_timestamp())
          and not paused
        for update skip locked)
      """;

  private static final String RENEW =
      """
      update sync_state
      set lease_until = clock_timestamp() + ? * interval '1 millisecond'
      where account_id = ? and lease_holder = ? and lease_until > clock_timestamp()
      """;

  private static final String ADVANCE =
      """
      with stored as (delete from kept_page
        where account_id = ? and stream = 'live' and (? or behind = any(?)))
      update sync_state
      set cursor = ?, read_up_to = greatest(read_up_to, ?::timestamptz),
        tickets_stored = tickets_stored + ?,
        phase = case when ? then 'idle' else 'reading' end,
        caught_up_at = case when ? then clock_timestamp() else caught_up_at end,
        last_page_at = clock_timestamp(),
        waiting_until = null, failure_kind = null, failure_message = null, failed_at = null,
        failures_in_a_row = 0,
        lease_until = clock_timestamp() + ? * interval '1 millisecond'
      where account_id = ? and lease_holder = ?
      """;

  private static final String FAIL =
      """
      update sync_state
      set phase = ?, waiting_until = clock_timestamp() + ? * interval '1 millisecond',
        failure_kind = ?, failure_message = ?, failed_at = clock_timestamp(),
        failures_in_a_row = failures_in_a_row + 1, lease_holder = null, lease_until = null
      where account_id = ? and lease_holder = ?
      """;

  private final Sql sql;
  private final RateSlots slots;
  private final KeptPages keptPages;

  @Inject
  JdbcSyncStateRepository(DataSource database) {
    this.sql = new Sql(database);
    this.slots = new RateSlots(sql, SyncStream.LIVE);
    this.keptPages = new KeptPages(sql, SyncStream.LIVE, "sync_state");
  }

  /** For the container's proxy. */
  protected JdbcSyncStateRepository() {
    this.sql = null;
    this.slots = null;
    this.keptPages = null;
  }

  @Override
  public List<SyncState> list() {
    return sql.query(
        SELECT + "where a.disconnected_at is null order by a.id", JdbcSyncStateRepository::state);
  }

  @Override
  public Optional<SyncState> find(HelpdeskAccountId id) {
    return sql.first(SELECT + "where a.id = ?", JdbcSyncStateRepository::state, id.value());
  }

  @Override
  public Optional<SyncState> claim(HelpdeskAccountId id, String holder, Duration lease) {
    return sql.update(CLAIM, holder, lease.toMillis(), id.value()) == 1
        ? find(id)
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
            page.added(),
            page.endOfStream(),
            page.endOfStream(),
            page.lease().toMillis(),
            id.value(),
            holder);
    if (moved == 1) {
      slots.count(id, page.tickets());
    }
    return moved == 1;
  }

  @Override
  public void hold(HelpdeskAccountId id) {
    sql.query(
        "select 1 from sync_state where account_id = ? for no key update",
        row -> row.getInt(1),
        id.value());
  }

  @Override
  public void added(HelpdeskAccountId id, int tickets) {
    if (tickets > 0) {
      sql.update(
          "update sync_state set tickets_stored = tickets_stored + ? where account_id = ?",
          tickets,
          id.value());
    }
  }

  @Override
  public void estimate(HelpdeskAccountId id, OptionalLong ticketsTotal) {
    if (ticketsTotal.isPresent()) {
      sql.update(
          "update sync_state set tickets_total = ? where account_id = ?",
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
        update sync_state set lease_holder = null, lease_until = null
        where account_id = ? and lease_holder = ?
        """,
        id.value(),
        holder);
  }

  @Override
  public boolean resume(HelpdeskAccountId id) {
    sql.update(
        """
        update sync_state set waiting_until = null where account_id = ? and phase <> 'throttled'
        """,
        id.value());
    sql.update(
        "update backfill set waiting_until = null where account_id = ? and phase <> 'throttled'",
        id.value());
    return sql.first(
            """
            select 1 from sync_state
            where account_id = ? and (waiting_until is null or waiting_until <= clock_timestamp())
            """,
            row -> true,
            id.value())
        .isPresent();
  }

  @Override
  public List<RateSlot> recentSlots(HelpdeskAccountId id) {
    return slots.recent(id);
  }

  @Override
  public Instant now() {
    return sql.now();
  }

  static SyncState state(ResultSet row) throws SQLException {
    String cursor = row.getString("cursor");
    long total = row.getLong("tickets_total");
    OptionalLong ticketsTotal = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(total);
    return new SyncState(
        JdbcHelpdeskAccountRepository.account(row),
        cursor == null ? null : new SyncCursor(cursor),
        Sql.instant(row, "read_up_to"),
        Sql.instant(row, "caught_up_at"),
        row.getLong("tickets_stored"),
        ticketsTotal,
        SyncPhase.ofWord(row.getString("phase")),
        Sql.instant(row, "waiting_until"),
        row.getString("failure_kind"),
        row.getString("failure_message"),
        Sql.instant(row, "failed_at"),
        row.getInt("failures_in_a_row"),
        Sql.instant(row, "last_page_at"),
        row.getBoolean("is_held"));
  }
}
