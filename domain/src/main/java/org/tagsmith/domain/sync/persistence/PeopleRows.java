package org.tagsmith.domain.sync.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.tagsmith.domain.customer.ContactSnapshot;
import org.tagsmith.domain.customer.CustomerSnapshot;

/**
 * The rows of {@code contact} and {@code customer}; the last description read stays. Most of a
 * page's people are known as they are: those are left out first, because an upsert locks and so
 * writes every row it meets. New contacts are copied in, at half of an upsert's price. The
 * account's row is held meanwhile, so that nobody else writes its people.
 */
final class PeopleRows {
  private static final String HELD =
      """
      select held.remote_id, held.customer_id, held.name, held.email, held.phone
      from unnest(?::bigint[]) asked (remote_id)
      cross join lateral (
        select * from contact
        where contact.account_id = ? and contact.remote_id = asked.remote_id
        offset 0) held
      """;
  private static final String NEW_CONTACTS =
      "contact (account_id, remote_id, customer_id, name, email, phone)";
  private static final String CHANGED_CONTACTS =
      """
      insert into contact (account_id, remote_id, customer_id, name, email, phone)
      select asked.account_id, read.*
      from (values (?::integer)) asked (account_id),
        unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[])
          read (remote_id, customer_id, name, email, phone)
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
    contacts.forEach(contact -> last.put(contact.remoteId(), storable(contact)));
    Map<Long, ContactSnapshot> held = held(last.keySet());
    BinaryRows added = new BinaryRows(6, last.size());
    List<ContactSnapshot> changed = new ArrayList<>();
    int count = 0;
    for (ContactSnapshot contact : last.values()) {
      ContactSnapshot former = held.get(contact.remoteId());
      if (former == null) {
        add(added, contact);
      } else if (!former.equals(contact)) {
        changed.add(contact);
      } else {
        continue;
      }
      count++;
    }
    added.copyInto(NEW_CONTACTS, connection);
    change(changed);
    return count;
  }

  /** As it will be read back. */
  private static ContactSnapshot storable(ContactSnapshot contact) {
    return new ContactSnapshot(
        contact.remoteId(),
        StorableText.of(contact.name()),
        StorableText.of(contact.email()),
        StorableText.of(contact.phone()),
        contact.customerId());
  }

  private Map<Long, ContactSnapshot> held(Collection<Long> remoteIds) throws SQLException {
    Map<Long, ContactSnapshot> held = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(HELD)) {
      statement.setObject(1, remoteIds.stream().mapToLong(Long::longValue).toArray());
      statement.setInt(2, account);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          held.put(
              rows.getLong(1),
              new ContactSnapshot(
                  rows.getLong(1),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getString(5),
                  rows.getLong(2)));
        }
      }
    }
    return held;
  }

  private void add(BinaryRows rows, ContactSnapshot contact) {
    rows.row();
    rows.integer(account);
    rows.bigint(contact.remoteId());
    rows.bigint(contact.customerId());
    rows.text(contact.name());
    rows.text(contact.email());
    rows.text(contact.phone());
  }

  private void change(List<ContactSnapshot> contacts) throws SQLException {
    if (contacts.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(CHANGED_CONTACTS)) {
      statement.setInt(1, account);
      statement.setObject(2, contacts.stream().mapToLong(ContactSnapshot::remoteId).toArray());
      statement.setObject(3, contacts.stream().mapToLong(ContactSnapshot::customerId).toArray());
      texts(statement, 4, contacts, ContactSnapshot::name);
      texts(statement, 5, contacts, ContactSnapshot::email);
      texts(statement, 6, contacts, ContactSnapshot::phone);
      statement.executeUpdate();
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
