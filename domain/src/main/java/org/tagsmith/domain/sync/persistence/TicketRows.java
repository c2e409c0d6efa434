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
import org.tagsmith.domain.ticket.TicketSnapshot;
import org.tagsmith.domain.ticket.TicketStatus;

/**
 * The rows of {@code ticket} for one account whose own row the transaction holds. A changed ticket
 * is deleted and copied in again among the new ones: one way for both, and COPY costs a fraction of
 * an upsert.
 */
final class TicketRows {
  private static final int LONGEST_SUBJECT = 1000;

  private static final String HELD =
      """
      select held.remote_id, held.tag_set_id, held.status,
        (extract(epoch from held.created_at) * 1000000)::bigint,
        (extract(epoch from held.generated_at) * 1000000)::bigint,
        (extract(epoch from held.updated_at) * 1000000)::bigint,
        held.contact_id, held.customer_id, held.assignee_id, held.group_id
      from unnest(?::bigint[]) asked (remote_id)
      cross join lateral (
        select * from ticket
        where ticket.account_id = ? and ticket.remote_id = asked.remote_id
        offset 0) held
      """;
  private static final String DELETE =
      "delete from ticket where account_id = ? and remote_id = any (?::bigint[])";
  private static final String BURY =
      """
      update ticket set status = ?
      where account_id = ? and remote_id = any (?::bigint[]) and status <> ?
      returning (created_at at time zone 'UTC')::date - date '1970-01-01', tag_set_id
      """;
  private static final String TARGET =
      """
      ticket (account_id, remote_id, tag_set_id, status, contact_id, customer_id, assignee_id,
        group_id, created_at, updated_at, generated_at, channel, subject)""";

  private final Connection connection;
  private final int account;

  TicketRows(Connection connection, int account) {
    this.connection = connection;
    this.account = account;
  }

  /** What we hold of these tickets, by number. */
  Map<Long, HeldTicket> held(Collection<Long> remoteIds) throws SQLException {
    Map<Long, HeldTicket> held = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(HELD)) {
      statement.setObject(1, longs(remoteIds));
      statement.setInt(2, account);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          held.put(
              rows.getLong(1),
              new HeldTicket(
                  rows.getInt(2),
                  rows.getInt(3),
                  rows.getLong(4),
                  rows.getLong(5),
                  rows.getLong(6),
                  new HeldTicket.People(
                      rows.getLong(7), rows.getLong(8), rows.getLong(9), rows.getLong(10))));
        }
      }
    }
    return held;
  }

  /**
   * Stores the tickets.
   *
   * @param tagSets the id of each ticket's set of labels, in the same order
   * @param replaced the numbers of those that we hold already
   */
  void put(List<TicketSnapshot> tickets, int[] tagSets, Collection<Long> replaced)
      throws SQLException {
    if (!replaced.isEmpty()) {
      try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
        statement.setInt(1, account);
        statement.setObject(2, longs(replaced));
        statement.executeUpdate();
      }
    }
    BinaryRows rows = new BinaryRows(13, tickets.size());
    for (int i = 0; i < tickets.size(); i++) {
      TicketSnapshot ticket = tickets.get(i);
      rows.row();
      rows.integer(account);
      rows.bigint(ticket.remoteId());
      rows.integer(tagSets[i]);
      rows.smallint(ticket.status().code());
      rows.bigint(ticket.contactId());
      rows.bigint(ticket.customerId());
      rows.bigint(ticket.assigneeId());
      rows.bigint(ticket.groupId());
      rows.timestamp(ticket.createdAt());
      rows.timestamp(ticket.updatedAt());
      rows.timestamp(ticket.generatedAt());
      rows.text(StorableText.of(ticket.channel()));
      rows.text(StorableText.of(StorableText.cut(ticket.subject(), LONGEST_SUBJECT)));
    }
    rows.copyInto(TARGET, connection);
  }

  /**
   * A ticket that was counted until now.
   *
   * @param day (UTC) the contact began, in days since 1970
   */
  record Grave(int day, int tagSetId) {}

  /** Marks tickets as deleted and gives back those that were not yet. */
  List<Grave> bury(Collection<Long> remoteIds) throws SQLException {
    List<Grave> graves = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(BURY)) {
      statement.setInt(1, TicketStatus.DELETED.code());
      statement.setInt(2, account);
      statement.setObject(3, longs(remoteIds));
      statement.setInt(4, TicketStatus.DELETED.code());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          graves.add(new Grave(rows.getInt(1), rows.getInt(2)));
        }
      }
    }
    return graves;
  }

  private static long[] longs(Collection<Long> values) {
    return values.stream().mapToLong(Long::longValue).toArray();
  }
}
