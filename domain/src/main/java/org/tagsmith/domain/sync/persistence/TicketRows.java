package org.tagsmith.domain.sync.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tagsmith.domain.ticket.Channel;
import org.tagsmith.domain.ticket.Handling;
import org.tagsmith.domain.ticket.Rating;
import org.tagsmith.domain.ticket.Satisfaction;
import org.tagsmith.domain.ticket.TicketFacts;
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
        held.contact_id, held.customer_id, held.assignee_id, held.group_id,
        held.channel_kind, held.brand_id, held.language, held.solved_at, held.closed_at,
        held.reopens, held.first_reply_minutes, rating.satisfaction, rating.word
      from unnest(?::bigint[]) asked (remote_id)
      cross join lateral (
        select * from ticket
        where ticket.account_id = ? and ticket.remote_id = asked.remote_id
        offset 0) held
      left join lateral (
        select * from ticket_rating
        where ticket_rating.account_id = held.account_id
          and ticket_rating.remote_id = held.remote_id
        offset 0) rating on true
      """;
  private static final String DELETE =
      "delete from ticket where account_id = ? and remote_id = any (?::bigint[])";
  private static final String BURY =
      """
      update ticket set status = ?
      where account_id = ? and remote_id = any (?::bigint[]) and status <> ?
      returning (created_at at time zone 'UTC')::date - date '1970-01-01', tag_set_id
      """;
  private static final String DISTRUST =
      """
      update ticket set generated_at = 'epoch'
      where account_id = ? and remote_id = any (?::bigint[])
      returning (created_at at time zone 'UTC')::date - date '1970-01-01'
      """;
  private static final String TARGET =
      """
      ticket (account_id, remote_id, tag_set_id, status, contact_id, customer_id, assignee_id,
        group_id, created_at, updated_at, generated_at, channel, subject, channel_kind, brand_id,
        language, solved_at, closed_at, reopens, first_reply_minutes)""";

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
                      rows.getLong(7), rows.getLong(8), rows.getLong(9), rows.getLong(10)),
                  facts(rows)));
        }
      }
    }
    return held;
  }

  private static TicketFacts facts(ResultSet rows) throws SQLException {
    Integer channel = rows.getObject(11, Integer.class);
    Integer reopens = rows.getObject(16, Integer.class);
    String word = rows.getString(19);
    return new TicketFacts(
        channel == null ? null : Channel.ofCode(channel),
        rows.getLong(12),
        rows.getString(13),
        word == null ? Rating.NONE : new Rating(Satisfaction.ofCode(rows.getInt(18)), word),
        reopens == null
            ? null
            : new Handling(
                instant(rows, 14), instant(rows, 15), reopens, rows.getObject(17, Integer.class)));
  }

  private static Instant instant(ResultSet rows, int column) throws SQLException {
    OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
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
    BinaryRows rows = new BinaryRows(20, tickets.size());
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
      put(rows, ticket.facts());
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

  /** Makes tickets older than whatever is read, and gives back the days on which they began. */
  Set<Integer> distrust(Collection<Long> remoteIds) throws SQLException {
    Set<Integer> days = new TreeSet<>();
    try (PreparedStatement statement = connection.prepareStatement(DISTRUST)) {
      statement.setInt(1, account);
      statement.setObject(2, longs(remoteIds));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          days.add(rows.getInt(1));
        }
      }
    }
    return days;
  }

  private static void put(BinaryRows rows, TicketFacts facts) {
    if (facts.channel() == null) {
      rows.nothing();
    } else {
      rows.smallint(facts.channel().code());
    }
    rows.bigint(facts.brandId());
    rows.text(facts.language());
    Handling handling = facts.handling();
    if (handling == null) {
      rows.nothing();
      rows.nothing();
      rows.nothing();
      rows.nothing();
      return;
    }
    timestamp(rows, handling.solvedAt());
    timestamp(rows, handling.closedAt());
    rows.integer(handling.reopens());
    if (handling.firstReplyMinutes() == null) {
      rows.nothing();
    } else {
      rows.integer(handling.firstReplyMinutes());
    }
  }

  private static void timestamp(BinaryRows rows, Instant value) {
    if (value == null) {
      rows.nothing();
    } else {
      rows.timestamp(value);
    }
  }

  private static long[] longs(Collection<Long> values) {
    return values.stream().mapToLong(Long::longValue).toArray();
  }
}
