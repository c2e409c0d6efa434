package org.tagsmith.domain.sync.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.ConnectionRepository;
import org.tagsmith.domain.sync.SealedSecret;
import org.tagsmith.domain.sync.WriteBackMode;

/** Connections of admins, and the switches beside the leases. */
@ApplicationScoped
class JdbcConnectionRepository implements ConnectionRepository {
  private static final String SELECT =
      "select account_id, user_name, sealed_key, sealed_with, read_from from helpdesk_connection ";

  private static final String KEEP =
      """
      insert into helpdesk_connection (account_id, user_name, sealed_key, sealed_with, read_from,
        changed_by, changed_at)
      values (?, ?, ?, ?, ?, ?, clock_timestamp())
      on conflict (account_id) do update
      set user_name = excluded.user_name, sealed_key = excluded.sealed_key,
        sealed_with = excluded.sealed_with, read_from = excluded.read_from,
        changed_by = excluded.changed_by, changed_at = excluded.changed_at
      """;

  private static final String STEERING =
      """
      select s.paused, w.mode, (
        select count(*) from outbox_entry e
        where e.account_id = a.id and e.state = 'held') as held
      from helpdesk_account a
      join sync_state s on s.account_id = a.id
      join write_back w on w.account_id = a.id
      where a.id = ? and a.disconnected_at is null
      """;

  // The lease goes, too: who reads on without it stores nothing more.
  private static final String PAUSE =
      """
      update sync_state set paused = ?,
        lease_holder = case when ? then null else lease_holder end,
        lease_until = case when ? then null else lease_until end
      where account_id = ?
      """;

  /**
   * Rows stay at zero, because readers of the counts fetch what changed and see no gaps. Customers
   * are joined anew, now that these contacts are no more.
   */
  private static final String COUNT_NOTHING =
      """
      with counted as (
        update helpdesk_account
        set rollup_version = rollup_version + 1, contact_version = contact_version + 1
        where id = ?
        returning id, rollup_version)
      update contact_day set contacts = 0, changed_in = counted.rollup_version
      from counted where contact_day.account_id = counted.id
      """;

  private static final List<String> TABLES_OF_DATA =
      List.of(
          "backfill",
          "kept_page",
          "ticket",
          "ticket_rating",
          "agent",
          "agent_group",
          "brand",
          "contact",
          "contact_person",
          "customer",
          "disposition",
          "outbox_entry",
          "write_back_plan",
          "drift",
          "reconcile",
          "sync_rate",
          "sync_run",
          "ticket_to_look_at",
          "delivery_seen",
          "delivery_count",
          "recoding",
          "recoding_sample",
          "request_ticket");

  private final Sql sql;

  @Inject
  JdbcConnectionRepository(DataSource database) {
    this.sql = new Sql(database);
  }

  /** For the container's proxy. */
  protected JdbcConnectionRepository() {
    this.sql = null;
  }

  @Override
  public Optional<KeptConnection> find(HelpdeskAccountId account) {
    return sql.first(
        SELECT + "where account_id = ?", JdbcConnectionRepository::kept, account.value());
  }

  @Override
  public List<KeptConnection> list() {
    return sql.query(SELECT + "order by account_id", JdbcConnectionRepository::kept);
  }

  @Override
  public void keep(KeptConnection connection, String by) {
    sql.update(
        KEEP,
        connection.account().value(),
        connection.user(),
        connection.key().bytes(),
        connection.key().keyId(),
        connection.readFrom(),
        by);
  }

  @Override
  public void reseal(HelpdeskAccountId account, SealedSecret former, SealedSecret next) {
    sql.update(
        """
        update helpdesk_connection set sealed_key = ?, sealed_with = ?
        where account_id = ? and sealed_key = ?
        """,
        next.bytes(),
        next.keyId(),
        account.value(),
        former.bytes());
  }

  @Override
  public Optional<Steering> steering(HelpdeskAccountId account) {
    return sql.first(
        STEERING,
        row ->
            new Steering(
                row.getBoolean("paused"),
                WriteBackMode.ofWord(row.getString("mode")),
                row.getLong("held")),
        account.value());
  }

  @Override
  public void pause(HelpdeskAccountId account, boolean paused) {
    sql.update(PAUSE, paused, paused, paused, account.value());
    if (paused) {
      sql.update(
          "update backfill set lease_holder = null, lease_until = null where account_id = ?",
          account.value());
    }
  }

  @Override
  public void writeBack(HelpdeskAccountId account, WriteBackMode mode) {
    sql.update(
        """
        update write_back set mode = ?, lease_holder = null, lease_until = null
        where account_id = ?
        """,
        mode.word(),
        account.value());
    boolean review = mode == WriteBackMode.REVIEW;
    sql.update(
        "update outbox_entry set state = ? where account_id = ? and state = ?",
        review ? "held" : "waiting",
        account.value(),
        review ? "waiting" : "held");
  }

  @Override
  public void disconnect(HelpdeskAccountId account) {
    pause(account, true);
    sql.update(
        """
        update write_back set lease_holder = null, lease_until = null where account_id = ?
        """,
        account.value());
    sql.update(
        """
        update write_back_plan set state = 'paused', pause_reason = 'disconnected'
        where account_id = ? and state = 'running'
        """,
        account.value());
    sql.update("delete from helpdesk_connection where account_id = ?", account.value());
    sql.update("delete from account_secret where account_id = ?", account.value());
    sql.update(
        "update helpdesk_account set disconnected_at = clock_timestamp() where id = ?",
        account.value());
  }

  @Override
  public void deleteData(HelpdeskAccountId account) {
    sql.update(COUNT_NOTHING, account.value());
    TABLES_OF_DATA.forEach(
        table -> sql.update("delete from " + table + " where account_id = ?", account.value()));
    sql.update(
        """
        update sync_state set cursor = null, read_up_to = null, tickets_stored = 0,
          tickets_total = null, phase = 'waiting', waiting_until = null, failure_kind = null,
          failure_message = null, failed_at = null, failures_in_a_row = 0, last_page_at = null,
          caught_up_at = null
        where account_id = ?
        """,
        account.value());
  }

  private static KeptConnection kept(ResultSet row) throws SQLException {
    return new KeptConnection(
        new HelpdeskAccountId(row.getInt("account_id")),
        row.getString("user_name"),
        new SealedSecret(row.getString("sealed_with"), row.getBytes("sealed_key")),
        Sql.instant(row, "read_from"));
  }
}
