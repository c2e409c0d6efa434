package org.tagsmith.domain.sync.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import org.tagsmith.domain.ticket.TicketStatus;

/**
 * Counts the contacts of some days anew, from the tickets as they stand. Needed only where somebody
 * changed rows behind our back, since each page keeps the counts right; so it may read all tickets
 * of the account.
 */
final class DayRecount {
  // Rows that nothing is left of stay at zero, because readers fetch what changed and see no gaps.
  private static final String RECOUNT =
      """
      with asked as (
        select date '1970-01-01' + day as day from unnest(?::integer[]) day),
      counted as (
        select (created_at at time zone 'UTC')::date as day, tag_set_id, count(*) as contacts
        from ticket
        where account_id = ? and status <> ?
          and (created_at at time zone 'UTC')::date in (select day from asked)
        group by 1, 2),
      counted_up as (
        insert into contact_day as held (account_id, day, tag_set_id, contacts, changed_in)
        select ?, day, tag_set_id, contacts, ? from counted
        on conflict (account_id, day, tag_set_id) do update
        set contacts = excluded.contacts, changed_in = excluded.changed_in
        where held.contacts <> excluded.contacts)
      update contact_day held set contacts = 0, changed_in = ?
      where held.account_id = ? and held.day in (select day from asked) and held.contacts > 0
        and not exists (
          select 1 from counted
          where counted.day = held.day and counted.tag_set_id = held.tag_set_id)
      """;

  private DayRecount() {}

  /**
   * Counts them, in the connection's transaction.
   *
   * @param days (UTC) since 1970
   * @param version the account's new roll-up version
   */
  static void of(Connection connection, int account, Collection<Integer> days, long version)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RECOUNT)) {
      statement.setObject(1, days.stream().mapToInt(Integer::intValue).toArray());
      statement.setInt(2, account);
      statement.setInt(3, TicketStatus.DELETED.code());
      statement.setInt(4, account);
      statement.setLong(5, version);
      statement.setLong(6, version);
      statement.setInt(7, account);
      statement.executeUpdate();
    }
  }
}
