package org.tagsmith.domain.report;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.Figures;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyReader;
import org.tagsmith.domain.vocabulary.usecase.VocabularyDocument;

/**
 * How long it takes to merge two busy house tags, from the decision to reports that count them as
 * one: the version is written and committed, compiled, and every set of labels is read anew. Beside
 * it one UPDATE of each ticket row that carries either tag, as a product must do that stores the
 * house tag with the ticket.
 */
public final class PublishBenchmark {
  private static final System.Logger LOG = System.getLogger(PublishBenchmark.class.getName());

  private PublishBenchmark() {}

  /** Milliseconds, at least one repetition of each. */
  public static Figures measure(int tickets, int tagSets, int repetitions) {
    try (DatabaseForTests database = DatabaseForTests.migrated()) {
      MillionTickets.fill(database.dataSource(), "bench", tickets, tagSets);
      CountedContacts before =
          RawReport.load(database, VocabularyReader.compile(MillionTickets.vocabulary()));
      List<TagLine> busiest =
          before
              .report(
                  new ReportPeriod(LocalDate.of(2024, 12, 1), LocalDate.of(2026, 11, 30)),
                  Optional.empty())
              .tags();
      Vocabulary merged =
          MillionTickets.merged(
              MillionTickets.vocabulary(),
              busiest.get(0).houseTagId(),
              busiest.get(1).houseTagId());
      double[] value = new double[repetitions];
      double[] floor = new double[repetitions];
      for (int i = 0; i < repetitions; i++) {
        value[i] = publish(database, merged, i + 2, before);
      }
      Integer[] affected = affected(before, busiest.get(0), busiest.get(1));
      for (int i = 0; i < repetitions; i++) {
        floor[i] = update(database, affected);
      }
      return new Figures("ms", value, floor);
    }
  }

  private static double publish(
      DatabaseForTests database, Vocabulary merged, int version, CountedContacts before) {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "insert into vocabulary_version values (?, now(), 'lead', 'merge', ?::jsonb)")) {
      long begin = System.nanoTime();
      statement.setInt(1, version);
      statement.setString(2, VocabularyDocument.write(merged));
      statement.executeUpdate();
      CountedContacts after =
          new CountedContacts(
              before.cube(),
              TagSetMeanings.of(
                  VocabularyReader.compile(merged, before.meanings().reader()),
                  before.meanings().table()));
      double elapsed = (System.nanoTime() - begin) / 1e6;
      if (after.meanings().tagCount() != before.meanings().tagCount()) {
        throw new IllegalStateException("The merge lost a tag");
      }
      return elapsed;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Integer[] affected(CountedContacts contacts, TagLine first, TagLine second) {
    TagSetMeanings meanings = contacts.meanings();
    return meanings.table().storedIds().entrySet().stream()
        .filter(
            set ->
                Arrays.stream(meanings.tagsOf(set.getValue()))
                    .map(meanings::tagId)
                    .anyMatch(tag -> tag == first.houseTagId() || tag == second.houseTagId()))
        .map(Map.Entry::getKey)
        .sorted(Comparator.naturalOrder())
        .toArray(Integer[]::new);
  }

  private static double update(DatabaseForTests database, Integer[] tagSets) {
    try (Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement =
          connection.prepareStatement(
              "update ticket set tag_set_id = tag_set_id where tag_set_id = any (?)")) {
        Array ids = connection.createArrayOf("integer", tagSets);
        statement.setArray(1, ids);
        long begin = System.nanoTime();
        int rows = statement.executeUpdate();
        double elapsed = (System.nanoTime() - begin) / 1e6;
        LOG.log(System.Logger.Level.DEBUG, () -> rows + " rows updated");
        return elapsed;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
        database.execute("vacuum ticket");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
