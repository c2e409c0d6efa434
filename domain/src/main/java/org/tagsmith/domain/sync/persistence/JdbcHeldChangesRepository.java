package org.tagsmith.domain.sync.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.HeldChanges;
import org.tagsmith.domain.sync.HeldChangesRepository;
import org.tagsmith.domain.sync.WaitingChanges;

/** The outbox's entries that are held, or wait. */
@ApplicationScoped
class JdbcHeldChangesRepository implements HeldChangesRepository {
  private static final String LIST =
      """
      with tickets as (
        select ticket_id, min(id) as first from outbox_entry
        where account_id = ? and state = 'held'
        group by ticket_id order by 2 limit ?)
      select e.id, e.ticket_id, e.add_labels, e.remove_labels, e.attempts, e.sent_at,
        e.created_by, e.created_at
      from outbox_entry e join tickets t on t.ticket_id = e.ticket_id
      where e.account_id = ? and e.state = 'held'
      order by t.first, e.id
      """;

  private static final String UNSENT =
      """
      with tickets as (
        select ticket_id, max(id) as newest from outbox_entry
        where account_id = ? and state in ('waiting', 'held')
        group by ticket_id order by 2 desc limit ?)
      select e.id, e.ticket_id, e.add_labels, e.remove_labels, e.attempts, e.sent_at,
        e.created_by, e.created_at
      from outbox_entry e join tickets t on t.ticket_id = e.ticket_id
      where e.account_id = ? and e.state in ('waiting', 'held')
      order by t.newest desc, e.id
      """;

  private final Sql sql;

  @Inject
  JdbcHeldChangesRepository(DataSource database) {
    this.sql = new Sql(database);
  }

  /** For the container's proxy. */
  protected JdbcHeldChangesRepository() {
    this.sql = null;
  }

  private record Row(long ticket, WaitingChanges.Entry entry, String by, Instant at) {}

  @Override
  public List<HeldChanges> list(HelpdeskAccountId account, int most) {
    return byTicket(LIST, account, most).values().stream()
        .map(JdbcHeldChangesRepository::held)
        .toList();
  }

  @Override
  public List<WaitingChanges> unsent(HelpdeskAccountId account, int most) {
    return byTicket(UNSENT, account, most).values().stream()
        .map(JdbcHeldChangesRepository::changes)
        .toList();
  }

  @Override
  public long countUnsent(HelpdeskAccountId account) {
    return sql.first(
            """
            select count(distinct ticket_id) as tickets from outbox_entry
            where account_id = ? and state in ('waiting', 'held')
            """,
            row -> row.getLong("tickets"),
            account.value())
        .orElseThrow();
  }

  private Map<Long, List<Row>> byTicket(String statement, HelpdeskAccountId account, int most) {
    Map<Long, List<Row>> byTicket = new LinkedHashMap<>();
    sql.query(
            statement,
            row ->
                new Row(
                    row.getLong("ticket_id"),
                    new WaitingChanges.Entry(
                        row.getLong("id"),
                        labels(row.getArray("add_labels")),
                        labels(row.getArray("remove_labels")),
                        row.getInt("attempts"),
                        Sql.instant(row, "sent_at")),
                    row.getString("created_by"),
                    Sql.instant(row, "created_at")),
            account.value(),
            most,
            account.value())
        .forEach(row -> byTicket.computeIfAbsent(row.ticket(), n -> new ArrayList<>()).add(row));
    return byTicket;
  }

  @Override
  public int release(HelpdeskAccountId account, long ticketId, long upTo) {
    return sql.update(
        """
        update outbox_entry set state = 'waiting', next_attempt_at = clock_timestamp()
        where account_id = ? and ticket_id = ? and id <= ? and state = 'held'
        """,
        account.value(),
        ticketId,
        upTo);
  }

  @Override
  public int drop(HelpdeskAccountId account, long ticketId, long upTo) {
    return sql.update(
        """
        update outbox_entry set state = 'dropped', finished_at = clock_timestamp()
        where account_id = ? and ticket_id = ? and id <= ? and state = 'held'
        """,
        account.value(),
        ticketId,
        upTo);
  }

  private static HeldChanges held(List<Row> rows) {
    return new HeldChanges(changes(rows), rows.get(rows.size() - 1).by(), rows.get(0).at());
  }

  private static WaitingChanges changes(List<Row> rows) {
    return new WaitingChanges(rows.get(0).ticket(), rows.stream().map(Row::entry).toList());
  }

  private static Set<String> labels(Array array) throws SQLException {
    return Set.of((String[]) array.getArray());
  }
}
