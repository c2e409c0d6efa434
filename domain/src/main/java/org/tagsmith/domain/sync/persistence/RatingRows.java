package org.tagsmith.domain.sync.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tagsmith.domain.ticket.Rating;
import org.tagsmith.domain.ticket.TicketRating;
import org.tagsmith.domain.ticket.TicketSnapshot;

/** The rows of {@code ticket_rating}; the latest one stays, and only those given have a row. */
final class RatingRows {
  private static final String PUT =
      """
      insert into ticket_rating as held (account_id, remote_id, satisfaction, word, rated_at)
      select asked.account_id, told.remote_id, told.satisfaction, told.word,
        to_timestamp(told.second)
      from (values (?::integer)) asked (account_id),
        unnest(?::bigint[], ?::smallint[], ?::text[], ?::bigint[])
          told (remote_id, satisfaction, word, second)
      where (
        select (known.satisfaction, known.word, known.rated_at)
          = (told.satisfaction, told.word, to_timestamp(told.second))
        from ticket_rating known
        where known.account_id = asked.account_id and known.remote_id = told.remote_id) is not true
      on conflict (account_id, remote_id) do update
      set satisfaction = excluded.satisfaction, word = excluded.word, rated_at = excluded.rated_at
      where excluded.rated_at >= held.rated_at
      """;
  private static final String DELETE =
      "delete from ticket_rating where account_id = ? and remote_id = any (?::bigint[])";

  private final Connection connection;
  private final int account;

  RatingRows(Connection connection, int account) {
    this.connection = connection;
    this.account = account;
  }

  /**
   * Stores what these tickets tell.
   *
   * @param before what we held of those that we held already
   */
  void putOf(List<TicketSnapshot> tickets, Map<Long, HeldTicket> before) throws SQLException {
    List<TicketRating> told = new ArrayList<>();
    List<Long> gone = new ArrayList<>();
    for (TicketSnapshot ticket : tickets) {
      Rating rating = ticket.facts().rating();
      HeldTicket former = before.get(ticket.remoteId());
      Rating held = former == null ? Rating.NONE : former.facts().rating();
      if (rating == null || rating.equals(held)) {
        continue;
      }
      if (rating.isGiven()) {
        told.add(new TicketRating(ticket.remoteId(), rating, ticket.updatedAt()));
      } else {
        gone.add(ticket.remoteId());
      }
    }
    delete(gone);
    put(told);
  }

  /** Stores ratings told apart from their tickets; those that are not given are passed over. */
  void put(Collection<TicketRating> ratings) throws SQLException {
    // in ascending order, so that two servers wait for each other and never in a circle
    Map<Long, TicketRating> latest = new TreeMap<>();
    for (TicketRating rating : ratings) {
      if (rating.rating().isGiven()) {
        latest.merge(
            rating.ticketId(), rating, (a, b) -> b.ratedAt().isBefore(a.ratedAt()) ? a : b);
      }
    }
    if (latest.isEmpty()) {
      return;
    }
    Collection<TicketRating> rows = latest.values();
    try (PreparedStatement statement = connection.prepareStatement(PUT)) {
      statement.setInt(1, account);
      statement.setObject(2, rows.stream().mapToLong(TicketRating::ticketId).toArray());
      Object[] codes =
          rows.stream().map(row -> (short) row.rating().satisfaction().code()).toArray();
      statement.setArray(3, connection.createArrayOf("smallint", codes));
      Object[] words = rows.stream().map(row -> StorableText.of(row.rating().word())).toArray();
      statement.setArray(4, connection.createArrayOf("text", words));
      statement.setObject(
          5, rows.stream().mapToLong(row -> row.ratedAt().getEpochSecond()).toArray());
      statement.executeUpdate();
    }
  }

  private void delete(List<Long> tickets) throws SQLException {
    if (tickets.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
      statement.setInt(1, account);
      statement.setObject(2, tickets.stream().mapToLong(Long::longValue).toArray());
      statement.executeUpdate();
    }
  }
}
