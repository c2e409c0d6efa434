package org.tagsmith.domain.governance.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.tagsmith.domain.governance.request.RequestTickets;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.ticket.TicketId;

/** By the tickets' keys, with the labels of their sets. */
@ApplicationScoped
class JdbcRequestTickets implements RequestTickets {
  private static final String FIND =
      """
      select ticket.account_id, ticket.remote_id, ticket.created_at,
        array(select label.text from label where label.id = any (tag_set.label_ids))
      from unnest(?, ?) as named (account_id, remote_id)
      join ticket using (account_id, remote_id)
      join tag_set on tag_set.id = ticket.tag_set_id
      where ticket.status <> 6
      """;

  private final DataSource dataSource;

  JdbcRequestTickets() {
    this(null);
  }

  @Inject
  JdbcRequestTickets(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Map<TicketId, Seen> find(Collection<TicketId> tickets) {
    if (tickets.isEmpty()) {
      return Map.of();
    }
    List<TicketId> named = List.copyOf(tickets);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setArray(1, JdbcRequestRepository.accounts(connection, named));
      statement.setArray(2, JdbcRequestRepository.numbers(connection, named));
      Map<TicketId, Seen> found = new HashMap<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.put(
              new TicketId(new HelpdeskAccountId(rows.getInt(1)), rows.getLong(2)),
              new Seen(
                  rows.getObject(3, OffsetDateTime.class).toInstant(),
                  Set.of((String[]) rows.getArray(4).getArray())));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("The database did not tell the tickets of requests", e);
    }
  }
}
