package org.tagsmith.domain.sync.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.SealedSecret;
import org.tagsmith.domain.sync.SecretPurpose;
import org.tagsmith.domain.sync.SecretRepository;

/** Secrets of admins, in plain SQL. */
@ApplicationScoped
class JdbcSecretRepository implements SecretRepository {
  private static final String LIST =
      """
      select s.account_id, s.purpose, s.sealed_with, s.sealed, s.changed_by, s.changed_at
      from account_secret s
      join helpdesk_account a on a.id = s.account_id
      where a.disconnected_at is null
      order by s.account_id, s.purpose
      """;

  private static final String KEEP =
      """
      insert into account_secret (account_id, purpose, sealed, sealed_with, changed_by, changed_at)
      values (?, ?, ?, ?, ?, clock_timestamp())
      on conflict (account_id, purpose) do update
      set sealed = excluded.sealed, sealed_with = excluded.sealed_with,
        changed_by = excluded.changed_by, changed_at = excluded.changed_at
      """;

  private final Sql sql;

  @Inject
  JdbcSecretRepository(DataSource database) {
    this.sql = new Sql(database);
  }

  /** For the container's proxy. */
  protected JdbcSecretRepository() {
    this.sql = null;
  }

  @Override
  public List<KeptSecret> list() {
    return sql.query(LIST, JdbcSecretRepository::kept);
  }

  @Override
  public void keep(
      HelpdeskAccountId account, SecretPurpose purpose, SealedSecret secret, String by) {
    sql.update(KEEP, account.value(), purpose.word(), secret.bytes(), secret.keyId(), by);
  }

  @Override
  public void forget(HelpdeskAccountId account, SecretPurpose purpose) {
    sql.update(
        "delete from account_secret where account_id = ? and purpose = ?",
        account.value(),
        purpose.word());
  }

  @Override
  public void reseal(KeptSecret former, SealedSecret next) {
    sql.update(
        """
        update account_secret set sealed = ?, sealed_with = ?
        where account_id = ? and purpose = ? and sealed = ?
        """,
        next.bytes(),
        next.keyId(),
        former.account().value(),
        former.purpose().word(),
        former.secret().bytes());
  }

  private static KeptSecret kept(ResultSet row) throws SQLException {
    return new KeptSecret(
        new HelpdeskAccountId(row.getInt("account_id")),
        SecretPurpose.ofWord(row.getString("purpose")).orElseThrow(),
        new SealedSecret(row.getString("sealed_with"), row.getBytes("sealed")),
        row.getString("changed_by"),
        Sql.instant(row, "changed_at"));
  }
}
