package org.tagsmith.domain.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.tagsmith.domain.report.persistence.ContactDaysForTests;
import org.tagsmith.domain.report.usecase.CurrentContacts;
import org.tagsmith.domain.report.usecase.ReadContactReport;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.Figures;
import org.tagsmith.domain.vocabulary.usecase.CurrentVocabulary;

/**
 * How long a report over two years and all tickets takes, each time with the question to the
 * database whether anything changed. Beside it the GROUP BY over the raw rows that counts the same
 * contacts by house tag and day, with the meaning of each set of labels at hand in a table.
 */
public final class ReportBenchmark {
  private static final System.Logger LOG = System.getLogger(ReportBenchmark.class.getName());
  private static final LocalDate FROM = LocalDate.of(2024, 12, 1);
  private static final LocalDate TO = LocalDate.of(2026, 11, 30);

  private ReportBenchmark() {}

  /** Milliseconds, at least one repetition of each. */
  public static Figures measure(int tickets, int tagSets, int reports, int floors) {
    try (DatabaseForTests database = DatabaseForTests.migrated()) {
      MillionTickets.fill(database.dataSource(), "bench", tickets, tagSets);
      VocabulariesForTests vocabularies = new VocabulariesForTests();
      vocabularies.publish(MillionTickets.vocabulary());
      CurrentContacts contacts =
          new CurrentContacts(
              ContactDaysForTests.jdbc(database.dataSource()),
              new CurrentVocabulary(vocabularies, Clock.systemUTC()));
      long begin = System.nanoTime();
      TagSetMeanings meanings = contacts.read().meanings();
      double loading = (System.nanoTime() - begin) / 1e6;
      LOG.log(System.Logger.Level.INFO, () -> "Counts loaded in %.0f ms".formatted(loading));
      ReadContactReport report = new ReadContactReport(contacts);
      double[] value = new double[reports];
      long drawn = 0;
      for (int i = 0; i < reports; i++) {
        begin = System.nanoTime();
        drawn = sumOf(report.read(FROM, TO, Optional.empty()));
        value[i] = (System.nanoTime() - begin) / 1e6;
      }
      double[] floor = new double[floors];
      keepMeanings(database, meanings);
      for (int i = 0; i < floors; i++) {
        begin = System.nanoTime();
        long counted = groupBy(database);
        floor[i] = (System.nanoTime() - begin) / 1e6;
        if (counted != drawn) {
          throw new IllegalStateException(
              "The report counts %d, the tickets %d".formatted(drawn, counted));
        }
      }
      return new Figures("ms", value, floor);
    }
  }

  /** For a look by hand: {@code java ... ReportBenchmark 1000000 20000 200 5}. */
  public static void main(String[] arguments) {
    Figures figures =
        measure(
            Integer.parseInt(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]));
    LOG.log(
        System.Logger.Level.INFO,
        () ->
            "p95 %.2f ms, floor median %.1f ms"
                .formatted(
                    Figures.quantile(figures.value(), 0.95),
                    Figures.quantile(figures.floor(), 0.5)));
  }

  private static long sumOf(ContactReport report) {
    return report.tags().stream().mapToLong(TagLine::contacts).sum();
  }

  private static void keepMeanings(DatabaseForTests database, TagSetMeanings meanings) {
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

  private static long groupBy(DatabaseForTests database) {
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
}
