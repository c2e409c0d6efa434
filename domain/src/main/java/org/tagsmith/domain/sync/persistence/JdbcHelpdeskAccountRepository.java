package org.tagsmith.domain.sync.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskAccountRepository;

/** Accounts and the rows of bookkeeping that each of them needs. */
@ApplicationScoped
class JdbcHelpdeskAccountRepository implements HelpdeskAccountRepository {
  private static final String SELECT = "select id, connector, subdomain from helpdesk_account ";

  private final Sql sql;

  @Inject
  JdbcHelpdeskAccountRepository(DataSource database) {
    this.sql = new Sql(database);
  }

  /** For the container's proxy. */
  protected JdbcHelpdeskAccountRepository() {
    this.sql = null;
  }

  @Override
  public List<HelpdeskAccount> list() {
    return sql.query(
        SELECT + "where disconnected_at is null order by id",
        JdbcHelpdeskAccountRepository::account);
  }

  @Override
  public Optional<HelpdeskAccount> find(HelpdeskAccountId id) {
    return sql.first(SELECT + "where id = ?", JdbcHelpdeskAccountRepository::account, id.value());
  }

  @Override
  public Optional<HelpdeskAccount> find(ConnectorId connector, String subdomain) {
    return sql.first(
        SELECT + "where connector = ? and subdomain = ?",
        JdbcHelpdeskAccountRepository::account,
        connector.value(),
        subdomain);
  }

  @Override
  public HelpdeskAccount connect(ConnectorId connector, String subdomain) {
    sql.update(
        """
        insert into helpdesk_account (connector, subdomain, created_at)
        select ?, ?, clock_timestamp()
        where not exists (
          select 1 from helpdesk_account where connector = ? and subdomain = ?)
        on conflict do nothing
        """,
        connector.value(),
        subdomain,
        connector.value(),
        subdomain);
    HelpdeskAccount account = find(connector, subdomain).orElseThrow();
    sql.update(
        """
        insert into sync_state (account_id, phase) values (?, 'waiting')
        on conflict (account_id) do update set waiting_until = null
        where sync_state.phase <> 'throttled'
        """,
        account.id().value());
    sql.update(
        "update backfill set waiting_until = null where account_id = ? and phase <> 'throttled'",
        account.id().value());
    int came =
        sql.update(
            """
            update helpdesk_account set disconnected_at = null
            where id = ? and disconnected_at is not null
            """,
            account.id().value());
    if (came == 1) {
      sql.update("update sync_state set paused = false where account_id = ?", account.id().value());
    }
    sql.update(
        """
        insert into write_back (account_id) values (?) on conflict (account_id) do nothing
        """,
        account.id().value());
    sql.update(
        "insert into looking (account_id) values (?) on conflict (account_id) do nothing",
        account.id().value());
    return account;
  }

  static HelpdeskAccount account(ResultSet row) throws SQLException {
    return new HelpdeskAccount(
        new HelpdeskAccountId(row.getInt("id")),
        new ConnectorId(row.getString("connector")),
        row.getString("subdomain"));
  }
}
