package org.tagsmith.domain.customer.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.tagsmith.domain.customer.ContactId;
import org.tagsmith.domain.customer.CustomerJoinRepository;
import org.tagsmith.domain.customer.ReachedContact;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/**
 * Set-based: one query finds the contacts that may be joined, one statement writes what is new. The
 * query's idea of equal addresses and numbers is a little wider than the rules', which decide.
 */
@ApplicationScoped
class JdbcCustomerJoins implements CustomerJoinRepository {
  private static final String BEGIN =
      """
      select contacts, (select coalesce(sum(contact_version), 0) from helpdesk_account)
      from customer_join
      where joined_at is null or joined_at <= clock_timestamp() - ? * interval '1 millisecond'
      for update skip locked
      """;
  private static final String SHARING =
      """
      with keyed as materialized (
        select account_id, remote_id, name, email, phone,
          lower(btrim(email, E' \\t\\r\\n') collate "C") as address,
          case when phone ~ '^\\s*(\\+|00)' then
            ltrim(regexp_replace(replace(phone, '(0)', ''), '[^0-9]', '', 'g'), '0') end as number
        from contact
      ), address as (
        select address from keyed where address like '%@%'
        group by address having count(*) between 2 and ?
      ), number as (
        select number from keyed where number <> ''
        group by number having count(*) between 2 and ?
      )
      select keyed.account_id, keyed.remote_id, keyed.name,
        case when address.address is not null then keyed.email end,
        case when number.number is not null then keyed.phone end
      from keyed
      left join address on address.address = keyed.address
      left join number on number.number = keyed.number
      where address.address is not null or number.number is not null
      """;
  private static final String REPLACE =
      """
      with told as (
        select * from unnest(?::integer[], ?::bigint[], ?::integer[], ?::bigint[])
          told (account_id, contact_id, lead_account_id, lead_contact_id)
      ), gone as (
        delete from contact_person held where not exists (
          select from told
          where told.account_id = held.account_id and told.contact_id = held.contact_id)
      )
      insert into contact_person as held (account_id, contact_id, lead_account_id, lead_contact_id)
      select * from told
      on conflict (account_id, contact_id) do update
      set lead_account_id = excluded.lead_account_id, lead_contact_id = excluded.lead_contact_id
      where (held.lead_account_id, held.lead_contact_id)
        is distinct from (excluded.lead_account_id, excluded.lead_contact_id)
      """;
  private static final String JOINED =
      "update customer_join set contacts = ?, joined_at = clock_timestamp()";
  private static final String CLEAR =
      """
      with cleared as (delete from contact_person)
      update customer_join set contacts = null where contacts is not null
      """;

  private final DataSource dataSource;

  JdbcCustomerJoins() {
    this(null);
  }

  @Inject
  JdbcCustomerJoins(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public OptionalLong begin(Duration pause) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(BEGIN)) {
      statement.setLong(1, pause.toMillis());
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          return OptionalLong.empty();
        }
        long before = rows.getLong(1);
        boolean never = rows.wasNull();
        long now = rows.getLong(2);
        return never || before != now ? OptionalLong.of(now) : OptionalLong.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database did not tell whether contacts changed", e);
    }
  }

  @Override
  public List<ReachedContact> sharing(int most) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(SHARING)) {
      statement.setInt(1, most);
      statement.setInt(2, accounts(connection));
      List<ReachedContact> contacts = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          contacts.add(
              new ReachedContact(
                  new ContactId(new HelpdeskAccountId(rows.getInt(1)), rows.getLong(2)),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getString(5)));
        }
      }
      return contacts;
    } catch (SQLException e) {
      throw new IllegalStateException("The database did not tell who shares an address", e);
    }
  }

  /** No number is joined that one account has twice, so none of more contacts than accounts. */
  private static int accounts(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from helpdesk_account")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Override
  public void replace(Map<ContactId, ContactId> people, long state) {
    Map<ContactId, ContactId> sorted = new TreeMap<>(people);
    try (Connection connection = dataSource.getConnection();
        Statement settings = connection.createStatement();
        PreparedStatement replace = connection.prepareStatement(REPLACE);
        PreparedStatement joined = connection.prepareStatement(JOINED)) {
      // the planner takes an array for a hundred rows; a loop over hundred thousands would not end
      settings.execute("set local enable_nestloop = off");
      replace.setObject(1, accounts(sorted.keySet()));
      replace.setObject(2, numbers(sorted.keySet()));
      replace.setObject(3, accounts(sorted.values()));
      replace.setObject(4, numbers(sorted.values()));
      replace.executeUpdate();
      joined.setLong(1, state);
      joined.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The database did not keep who is one person", e);
    }
  }

  @Override
  public void clear() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(CLEAR);
    } catch (SQLException e) {
      throw new IllegalStateException("The database did not take the joins back", e);
    }
  }

  private static int[] accounts(Collection<ContactId> contacts) {
    return contacts.stream().mapToInt(contact -> contact.account().value()).toArray();
  }

  private static long[] numbers(Collection<ContactId> contacts) {
    return contacts.stream().mapToLong(ContactId::remoteId).toArray();
  }
}
