package org.tagsmith.domain.sync.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tagsmith.domain.customer.ContactSnapshot;
import org.tagsmith.domain.customer.CustomerSnapshot;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.StoredBatch;
import org.tagsmith.domain.sync.SyncCursor;
import org.tagsmith.domain.sync.TicketBatch;
import org.tagsmith.domain.sync.TicketBatchStore;
import org.tagsmith.domain.ticket.TicketSnapshot;
import org.tagsmith.domain.ticket.TicketStatus;

/** A store over a real database, and short ways to say what goes in and what is there. */
public final class StoreFixture implements AutoCloseable {
  public static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

  private final DatabaseForTests database = DatabaseForTests.migrated();
  private final TicketBatchStore store = StoresForTests.bulk(database.dataSource());
  private int accounts;

  public DatabaseForTests database() {
    return database;
  }

  public TicketBatchStore store() {
    return store;
  }

  /** Connects one more account. */
  public HelpdeskAccount account() {
    return account("zendesk");
  }

  /** Connects one more account, of the other helpdesk. */
  public HelpdeskAccount freshdesk() {
    return account("freshdesk");
  }

  private HelpdeskAccount account(String connector) {
    accounts++;
    String id =
        rows("insert into helpdesk_account (connector, subdomain, created_at)"
                + " values ('"
                + connector
                + "', 'bank"
                + accounts
                + "', now()) returning id")
            .get(0);
    return new HelpdeskAccount(
        new HelpdeskAccountId(Integer.parseInt(id)), new ConnectorId(connector), "bank" + accounts);
  }

  /** Stores one page in a transaction of its own. */
  public StoredBatch store(HelpdeskAccount account, TicketSnapshot... tickets) {
    return store(account, page(tickets));
  }

  /** Stores one page in a transaction of its own. */
  public StoredBatch store(HelpdeskAccount account, TicketBatch page) {
    return database.inTransaction(entityManager -> store.store(account, page));
  }

  public static TicketBatch page(TicketSnapshot... tickets) {
    return page(List.of(), List.of(), tickets);
  }

  public static TicketBatch page(
      List<ContactSnapshot> contacts, List<CustomerSnapshot> customers, TicketSnapshot... tickets) {
    return new TicketBatch(
        List.of(tickets), contacts, customers, new SyncCursor("next"), null, true);
  }

  /**
   * A ticket of contact 7 that began on {@code MORNING} and was exported that many seconds later.
   */
  public static TicketSnapshot ticket(long id, int second, String... labels) {
    return ticket(id, second, MORNING, TicketStatus.OPEN, labels);
  }

  public static TicketSnapshot ticket(
      long id, int second, Instant createdAt, TicketStatus status, String... labels) {
    return new TicketSnapshot(
        id,
        status,
        "email",
        "Subject " + id,
        7,
        0,
        0,
        0,
        createdAt,
        MORNING.plusSeconds(second),
        MORNING.plusSeconds(second),
        Set.of(labels));
  }

  /** Each row as its columns joined by a bar, in the order the query gives. */
  public List<String> rows(String sql, Object... parameters) {
    try (Connection connection = database.dataSource().getConnection();
        Statement zone = connection.createStatement();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      zone.execute("set time zone 'UTC'");
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<String> result = new ArrayList<>();
        while (rows.next()) {
          List<String> columns = new ArrayList<>();
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            columns.add(rows.getString(i));
          }
          result.add(String.join("|", columns.stream().map(String::valueOf).toList()));
        }
        return result;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The labels a ticket carries, as stored. */
  public Set<String> labelsOf(HelpdeskAccount account, long ticket) {
    return Set.copyOf(
        rows(
            """
            select label.text from ticket
            join tag_set on tag_set.id = ticket.tag_set_id
            join label on label.id = any (tag_set.label_ids)
            where account_id = ? and remote_id = ?""",
            account.id().value(),
            ticket));
  }

  /** The daily counts that are not zero: day, labels in order, contacts. */
  public List<String> counts(HelpdeskAccount account) {
    return rows(
        """
        select day, array(select text from label where id = any (label_ids) order by text), contacts
        from contact_day join tag_set on tag_set.id = tag_set_id
        where account_id = ? and contacts > 0
        order by 1, 2""",
        account.id().value());
  }

  /** What {@link #counts} must be, counted from the tickets themselves. */
  public List<String> countedFromTickets(HelpdeskAccount account) {
    return rows(
        """
        select (created_at at time zone 'UTC')::date,
          array(select text from label where id = any (label_ids) order by text), count(*)
        from ticket join tag_set on tag_set.id = tag_set_id
        where account_id = ? and status <> 6
        group by 1, 2
        order by 1, 2""",
        account.id().value());
  }

  @Override
  public void close() {
    database.close();
  }
}
