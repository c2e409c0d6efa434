package org.tagsmith.domain.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.tagsmith.domain.report.persistence.ContactDaysForTests;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyReader;

/**
 * The report as a GROUP BY over the raw rows of {@link MillionTickets}, with the meaning of each
 * set of labels at hand in a table: the floor under the report from roll-ups.
 */
public final class RawReport {
  /** The first day with tickets. */
  public static final LocalDate FROM = LocalDate.of(2024, 12, 1);

  /** The last one. */
  public static final LocalDate TO = LocalDate.of(2026, 11, 30);

  private final DatabaseForTests database;

  /** Works the meanings out and keeps them in a table. */
  public RawReport(DatabaseForTests database, Vocabulary vocabulary) {
    this.database = database;
    TagSetMeanings meanings = load(database, VocabularyReader.compile(vocabulary)).meanings();
    StringBuilder rows = new StringBuilder();
    for (Map.Entry<Integer, Integer> set : meanings.table().storedIds().entrySet()) {
      for (int tag : meanings.tagsOf(set.getValue())) {
        rows.append(rows.isEmpty() ? "" : ",")
            .append("(%d,%d)".formatted(set.getKey(), meanings.tagId(tag)));
      }
    }
    database.execute("create table meaning (tag_set_id integer, house_tag_id integer)");
    database.execute("insert into meaning values " + rows);
    database.execute("create index on meaning (tag_set_id)");
    database.execute("vacuum analyze meaning");
  }

  /** Contacts by house tag and day, summed up to have something to compare. */
  public long count() {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                select meaning.house_tag_id, (ticket.created_at at time zone 'UTC')::date, count(*)
                from ticket join meaning on meaning.tag_set_id = ticket.tag_set_id
                where ticket.status <> 6
                  and ticket.created_at >= ?::date::timestamp at time zone 'UTC'
                  and ticket.created_at < (?::date + 1)::timestamp at time zone 'UTC'
                group by 1, 2""")) {
      statement.setString(1, FROM.toString());
      statement.setString(2, TO.toString());
      try (ResultSet rows = statement.executeQuery()) {
        long sum = 0;
        while (rows.next()) {
          sum += rows.getLong(3);
        }
        return sum;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The counts as the server holds them, read afresh. */
  static CountedContacts load(DatabaseForTests database, VocabularyReader reader) {
    ContactDays days = ContactDaysForTests.jdbc(database.dataSource());
    ContactDayChanges changes = days.changesSince(Map.of());
    TagSetTable table = TagSetTable.empty().knowing(changes, days);
    return new CountedContacts(
        ContactCube.empty().with(changes, table), TagSetMeanings.of(reader, table));
  }
}
