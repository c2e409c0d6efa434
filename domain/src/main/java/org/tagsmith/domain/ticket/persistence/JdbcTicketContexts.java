package org.tagsmith.domain.ticket.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.tagsmith.domain.ticket.EarlierContact;
import org.tagsmith.domain.ticket.TicketContext;
import org.tagsmith.domain.ticket.TicketContexts;
import org.tagsmith.domain.ticket.TicketId;
import org.tagsmith.domain.ticket.TicketStatus;

/** The ticket is the first row, the person's other tickets follow, newest first. */
@ApplicationScoped
class JdbcTicketContexts implements TicketContexts {
  private static final String CONTEXT =
      """
      with asked as (
        select * from ticket where account_id = ? and remote_id = ?
      ), mine as (
        select account_id, contact_id from asked where contact_id <> 0
        union
        select other.account_id, other.contact_id
        from asked
        join contact_person me
          on me.account_id = asked.account_id and me.contact_id = asked.contact_id
        join contact_person other
          on other.lead_account_id = me.lead_account_id
          and other.lead_contact_id = me.lead_contact_id
      ), line as (
        select 0 as place, asked.* from asked
        union all
        (select 1, other.* from mine cross join lateral (
          select * from ticket other
          where other.account_id = mine.account_id and other.contact_id = mine.contact_id
            and (other.account_id, other.remote_id) <> (select account_id, remote_id from asked)
            and other.status <> 6
          order by other.created_at desc
          limit ?) other
        order by other.created_at desc
        limit ?)
      )
      select line.remote_id, line.status, line.channel, line.subject, line.created_at,
        line.updated_at,
        array(select label.text from label
          where label.id = any (
            (select tag_set.label_ids from tag_set where tag_set.id = line.tag_set_id)::integer[])),
        contact.name, customer.name, helpdesk_account.connector, agent_group.name
      from line
      join helpdesk_account on helpdesk_account.id = line.account_id
      left join contact on place = 0
        and contact.account_id = line.account_id and contact.remote_id = line.contact_id
      left join customer on place = 0
        and customer.account_id = line.account_id
        and customer.remote_id = coalesce(nullif(line.customer_id, 0), contact.customer_id)
      left join agent_group on place = 0
        and agent_group.account_id = line.account_id and agent_group.remote_id = line.group_id
      order by place, line.created_at desc, line.account_id, line.remote_id desc
      """;

  private final DataSource dataSource;

  JdbcTicketContexts() {
    this(null);
  }

  @Inject
  JdbcTicketContexts(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Optional<TicketContext> find(TicketId id, int lastContacts) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(CONTEXT)) {
      statement.setInt(1, id.account().value());
      statement.setLong(2, id.remoteId());
      statement.setInt(3, lastContacts);
      statement.setInt(4, lastContacts);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(context(rows)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database did not answer for ticket " + id, e);
    }
  }

  private static TicketContext context(ResultSet rows) throws SQLException {
    long remoteId = rows.getLong(1);
    TicketStatus status = TicketStatus.ofCode(rows.getInt(2));
    String channel = rows.getString(3);
    String subject = rows.getString(4);
    Instant createdAt = instant(rows, 5);
    Instant updatedAt = instant(rows, 6);
    Set<String> labels = labels(rows);
    String contactName = rows.getString(8);
    String customerName = rows.getString(9);
    String group = rows.getString(11);
    List<EarlierContact> earlier = new ArrayList<>();
    while (rows.next()) {
      earlier.add(
          new EarlierContact(
              rows.getString(10),
              rows.getLong(1),
              TicketStatus.ofCode(rows.getInt(2)),
              rows.getString(4),
              instant(rows, 5),
              labels(rows)));
    }
    return new TicketContext(
        remoteId,
        status,
        channel,
        subject,
        createdAt,
        updatedAt,
        labels,
        contactName,
        customerName,
        group,
        earlier);
  }

  private static Instant instant(ResultSet rows, int column) throws SQLException {
    return rows.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Set<String> labels(ResultSet rows) throws SQLException {
    Array labels = rows.getArray(7);
    return Set.of((String[]) labels.getArray());
  }
}
