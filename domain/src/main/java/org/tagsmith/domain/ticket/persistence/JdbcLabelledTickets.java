package org.tagsmith.domain.ticket.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.ticket.LabelledTickets;
import org.tagsmith.domain.ticket.TicketId;

/** By the sets that hold the label: there are far fewer than tickets. */
@ApplicationScoped
class JdbcLabelledTickets implements LabelledTickets {
  private static final String NEWEST =
      """
      select account_id, remote_id, subject, created_at from ticket
      where status <> 6 and tag_set_id in (
        select tag_set.id from tag_set join label on label.id = any (tag_set.label_ids)
        where label.text = ?)
      order by created_at desc, account_id, remote_id desc
      limit ?
      """;

  private final DataSource dataSource;

  JdbcLabelledTickets() {
    this(null);
  }

  @Inject
  JdbcLabelledTickets(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<Line> newest(String label, int limit) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(NEWEST)) {
      statement.setString(1, label);
      statement.setInt(2, limit);
      List<Line> lines = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          TicketId id = new TicketId(new HelpdeskAccountId(rows.getInt(1)), rows.getLong(2));
          lines.add(
              new Line(id, rows.getString(3), rows.getObject(4, OffsetDateTime.class).toInstant()));
        }
      }
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException("The database did not tell the tickets of a label", e);
    }
  }
}
