package org.tagsmith.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalDouble;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.Figures;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.shipped.RunningTagsmith;

/**
 * The first thousand unmapped labels with what they might mean, each time after a publication.
 * 50,000 sets of labels, 500 tags, subjects of six words. Beside it a count of the labels over the
 * raw rows.
 */
final class QueueBenchmark extends MillionTicketBenchmark {
  private static final String QUEUE = "/api/reports/unmapped-labels?limit=1000";
  private static final int REPETITIONS = 5;

  @Override
  public String name() {
    return "queue";
  }

  @Override
  int tagSets() {
    return 50_000;
  }

  @Override
  String subject() {
    return """
        (select string_agg('w' || floor(6000 * random() ^ 3)::integer, ' ')
         from generate_series(1, 6) as word (i) where made.i > 0)""";
  }

  @Override
  Vocabulary vocabulary() {
    return HouseOfManyTags.of(500, 2_000);
  }

  @Override
  Measured measure(RunningTagsmith tagsmith, DatabaseForTests database, HelpdeskAccountId account)
      throws Exception {
    GovernBenchmark.Lead lead = new GovernBenchmark.Lead(tagsmith, signIn(tagsmith));
    JsonNode first = awaitSubjects(lead);
    int version = lead.get("/api/vocabulary").path("version").asInt();
    double[] value = new double[REPETITIONS];
    double[] floor = new double[REPETITIONS];
    for (int i = 0; i < REPETITIONS; i++) {
      String label = first.path("labels").get(i).path("label").asText();
      version =
          lead.post(
                  "changes",
                  "{\"base\":%d,\"changes\":[{\"do\":\"ignore-label\",\"label\":\"%s\"}]}"
                      .formatted(version, label))
              .path("version")
              .asInt();
      long begin = System.nanoTime();
      JsonNode queue = lead.get(QUEUE);
      value[i] = (System.nanoTime() - begin) / 1e6;
      if (queue.path("total").asInt() != first.path("total").asInt() - i - 1) {
        throw new IllegalStateException("The queue does not show what was published");
      }
      floor[i] = count(database);
    }
    double worst = Figures.quantile(value, 1);
    double median = Figures.quantile(floor, 0.5);
    return new Measured(
        name(),
        "ms (worst)",
        worst,
        OptionalDouble.of(median),
        OptionalDouble.of(worst / median),
        List.of(Measured.Limit.atMost("ratio", worst / median, 1)),
        Measured.sorted(value),
        Measured.sorted(floor));
  }

  /** Until tickets have their say: the server draws its sample beside its other work. */
  private static JsonNode awaitSubjects(GovernBenchmark.Lead lead) throws Exception {
    for (int tries = 0; tries < 60; tries++) {
      JsonNode queue = lead.get(QUEUE);
      for (JsonNode label : queue.path("labels")) {
        for (JsonNode proposal : label.path("proposals")) {
          if (proposal.path("reason").asText().equals("used-together")) {
            return queue;
          }
        }
      }
      Thread.sleep(1_000);
    }
    throw new IllegalStateException("No proposal speaks of tickets");
  }

  private static double count(DatabaseForTests database) throws Exception {
    long begin = System.nanoTime();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select label.text, count(*)
                from ticket join tag_set on tag_set.id = ticket.tag_set_id
                cross join unnest(tag_set.label_ids) as worn (label_id)
                join label on label.id = worn.label_id
                where ticket.status <> 6 group by 1 order by 2 desc limit 1000""")) {
      int labels = 0;
      while (rows.next()) {
        labels++;
      }
      if (labels != 1_000) {
        throw new IllegalStateException("Only " + labels + " labels are there");
      }
    }
    return (System.nanoTime() - begin) / 1e6;
  }
}
