package org.tagsmith.domain.audit.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.tagsmith.domain.audit.Recoding;
import org.tagsmith.domain.audit.RecodingSamples;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.ticket.TicketId;

/** Samples and recodings in their two tables. */
@ApplicationScoped
class JdbcRecodingSamples implements RecodingSamples {
  /** An advisory lock, so that two who come first at once draw one sample. */
  private static final String DRAW =
      """
      with alone as materialized (select pg_advisory_xact_lock(?)),
      drawn as (
        select account_id, remote_id, tag_set_id from ticket, alone
        where created_at >= ? and created_at < ? and status <> 6
          and tag_set_id in (select id from tag_set where cardinality(label_ids) > 0)
          and not exists (select from recoding_sample where week = ?)
        order by random() limit ?
      )
      insert into recoding_sample (week, place, account_id, ticket_id, tag_set_id)
      select ?, row_number() over (), account_id, remote_id, tag_set_id from drawn
      on conflict do nothing
      """;

  private static final String SAMPLE =
      """
      select sample.place, sample.account_id, sample.ticket_id, helpdesk_account.connector,
        helpdesk_account.subdomain, ticket.subject, ticket.created_at,
        exists (select from recoding
          where recoding.week = sample.week and recoding.account_id = sample.account_id
            and recoding.ticket_id = sample.ticket_id and recoding.person = ?)
      from recoding_sample sample
      join helpdesk_account on helpdesk_account.id = sample.account_id
      join ticket
        on ticket.account_id = sample.account_id and ticket.remote_id = sample.ticket_id
      where sample.week = ? and ticket.status <> 6
      order by sample.place
      """;
  private static final String DECIDE =
      """
      insert into recoding (week, account_id, ticket_id, person, tag_ids, decided_at)
      select week, account_id, ticket_id, ?, ?, ? from recoding_sample
      where week = ? and account_id = ? and ticket_id = ?
      on conflict (week, account_id, ticket_id, person)
      do update set tag_ids = excluded.tag_ids, decided_at = excluded.decided_at
      """;
  private static final String SINCE =
      """
      select recoding.week, recoding.account_id, recoding.ticket_id, recoding.person,
        recoding.tag_ids, recoding.decided_at,
        array(select label.text from label where label.id = any (tag_set.label_ids))
      from recoding
      join recoding_sample sample using (week, account_id, ticket_id)
      join tag_set on tag_set.id = sample.tag_set_id
      where recoding.week >= ?
      order by recoding.week, sample.place, recoding.person
      """;
  private static final long DRAWING = 0x7461_6773_0000_0002L;
  private static final int DAYS = 7;

  private final DataSource dataSource;

  JdbcRecodingSamples() {
    this(null);
  }

  @Inject
  JdbcRecodingSamples(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void draw(LocalDate week, int size) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(DRAW)) {
      statement.setLong(1, DRAWING);
      statement.setObject(2, week.minusDays(DAYS).atStartOfDay().atOffset(ZoneOffset.UTC));
      statement.setObject(3, week.atStartOfDay().atOffset(ZoneOffset.UTC));
      statement.setObject(4, week);
      statement.setInt(5, size);
      statement.setObject(6, week);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The database did not draw a sample", e);
    }
  }

  @Override
  public List<Recoding.Sampled> sample(LocalDate week, String person) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(SAMPLE)) {
      statement.setString(1, person);
      statement.setObject(2, week);
      List<Recoding.Sampled> sample = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          sample.add(
              new Recoding.Sampled(
                  rows.getInt(1),
                  ticket(rows.getInt(2), rows.getLong(3)),
                  rows.getString(4),
                  rows.getString(5),
                  rows.getString(6),
                  rows.getObject(7, OffsetDateTime.class).toInstant(),
                  rows.getBoolean(8)));
        }
      }
      return sample;
    } catch (SQLException e) {
      throw new IllegalStateException("The database did not give the sample", e);
    }
  }

  @Override
  public boolean decide(Recoding recoding) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(DECIDE)) {
      statement.setString(1, recoding.by());
      statement.setArray(
          2, connection.createArrayOf("integer", recoding.tags().stream().sorted().toArray()));
      statement.setObject(3, recoding.decidedAt().atOffset(ZoneOffset.UTC));
      statement.setObject(4, recoding.week());
      statement.setInt(5, recoding.ticket().account().value());
      statement.setLong(6, recoding.ticket().remoteId());
      return statement.executeUpdate() > 0;
    } catch (SQLException e) {
      throw new IllegalStateException("The database did not keep what was decided", e);
    }
  }

  @Override
  public List<Recoding.Compared> since(LocalDate week) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(SINCE)) {
      statement.setObject(1, week);
      List<Recoding.Compared> compared = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          compared.add(compared(rows));
        }
      }
      return compared;
    } catch (SQLException e) {
      throw new IllegalStateException("The database did not give what was decided", e);
    }
  }

  private static Recoding.Compared compared(ResultSet rows) throws SQLException {
    Recoding recoding =
        new Recoding(
            rows.getObject(1, LocalDate.class),
            ticket(rows.getInt(2), rows.getLong(3)),
            rows.getString(4),
            Set.of((Integer[]) rows.getArray(5).getArray()),
            rows.getObject(6, OffsetDateTime.class).toInstant());
    return new Recoding.Compared(recoding, Arrays.asList((String[]) rows.getArray(7).getArray()));
  }

  private static TicketId ticket(int account, long remoteId) {
    return new TicketId(new HelpdeskAccountId(account), remoteId);
  }
}
