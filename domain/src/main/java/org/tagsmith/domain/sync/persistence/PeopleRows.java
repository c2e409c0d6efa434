package org.tagsmith.domain.sync.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.tagsmith.domain.customer.ContactSnapshot;
import org.tagsmith.domain.customer.CustomerSnapshot;

/**
 * The rows of {@code contact} and {@code customer}; the last description read stays. Most of a
 * page's people are known as they are: those are left out first, because an upsert locks and so
 * writes every row it meets.
 */
final class PeopleRows {
  private static final String CONTACTS =
      """
      insert into contact (account_id, remote_id, customer_id, name, email, phone)
      select asked.account_id, read.*
      from (values (?::integer)) asked (account_id),
        unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[])
          read (remote_id, customer_id, name, email, phone)
      where (
        select (held.customer_id, held.name, held.email, held.phone)
          is not distinct from (read.customer_id, read.name, read.email, read.phone)
        from contact held
        where held.account_id = asked.account_id and held.remote_id = read.remote_id) is not true
      on conflict (account_id, remote_id) do update
      set customer_id = excluded.customer_id, name = excluded.name, email = excluded.email,
        phone = excluded.phone
      """;
  private static final String CUSTOMERS =
      """
      insert into customer (account_id, remote_id, name)
      select asked.account_id, read.*
      from (values (?::integer)) asked (account_id),
        unnest(?::bigint[], ?::text[]) read (remote_id, name)
      where (
        select held.name is not distinct from read.name
        from customer held
        where held.account_id = asked.account_id and held.remote_id = read.remote_id) is not true
      on conflict (account_id, remote_id) do update
      set name = excluded.name
      """;

  private final Connection connection;
  private final int account;

  PeopleRows(Connection connection, int account) {
    this.connection = connection;
    this.account = account;
  }

  /** How many contacts are new or changed. */
  int putContacts(List<ContactSnapshot> contacts) throws SQLException {
    if (contacts.isEmpty()) {
      return 0;
    }
    Map<Long, ContactSnapshot> last = new TreeMap<>();
    contacts.forEach(contact -> last.put(contact.remoteId(), contact));
    Collection<ContactSnapshot> rows = last.values();
    try (PreparedStatement statement = connection.prepareStatement(CONTACTS)) {
      statement.setInt(1, account);
      statement.setObject(2, rows.stream().mapToLong(ContactSnapshot::remoteId).toArray());
      statement.setObject(3, rows.stream().mapToLong(ContactSnapshot::customerId).toArray());
      texts(statement, 4, rows, ContactSnapshot::name);
      texts(statement, 5, rows, ContactSnapshot::email);
      texts(statement, 6, rows, ContactSnapshot::phone);
      return statement.executeUpdate();
    }
  }

  void putCustomers(List<CustomerSnapshot> customers) throws SQLException {
    if (customers.isEmpty()) {
      return;
    }
    Map<Long, CustomerSnapshot> last = new TreeMap<>();
    customers.forEach(customer -> last.put(customer.remoteId(), customer));
    Collection<CustomerSnapshot> rows = last.values();
    try (PreparedStatement statement = connection.prepareStatement(CUSTOMERS)) {
      statement.setInt(1, account);
      statement.setObject(2, rows.stream().mapToLong(CustomerSnapshot::remoteId).toArray());
      texts(statement, 3, rows, CustomerSnapshot::name);
      statement.executeUpdate();
    }
  }

  private <T> void texts(
      PreparedStatement statement, int parameter, Collection<T> rows, Function<T, String> text)
      throws SQLException {
    Object[] values = rows.stream().map(text).map(StorableText::of).toArray();
    statement.setArray(parameter, connection.createArrayOf("text", values));
  }
}
