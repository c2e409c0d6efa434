package org.tagsmith.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.tagsmith.domain.governance.file.FileFormat;
import org.tagsmith.domain.governance.file.VocabularyFile;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.Figures;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.shipped.RunningTagsmith;

/**
 * A file of 5,000 tags and 20,000 aliases on the shipped server with a million tickets: looked over
 * with linter and preview, then published. Beside it a COPY of the tags and aliases as plain rows.
 */
final class ImportBenchmark extends MillionTicketBenchmark {
  private static final int REPETITIONS = 5;

  @Override
  public String name() {
    return "import-vocabulary";
  }

  @Override
  Measured measure(RunningTagsmith tagsmith, DatabaseForTests database, HelpdeskAccountId account)
      throws Exception {
    GovernBenchmark.Lead lead = new GovernBenchmark.Lead(tagsmith, signIn(tagsmith));
    Vocabulary large = HouseOfManyTags.of(5_000, 20_000);
    double[] value = new double[REPETITIONS];
    double[] floor = new double[REPETITIONS];
    for (int i = 0; i < REPETITIONS; i++) {
      FileFormat format = i % 2 == 0 ? FileFormat.CSV : FileFormat.YAML;
      String asked = "format=" + (format == FileFormat.CSV ? "csv" : "yaml");
      byte[] file = VocabularyFile.write(large, format);
      long begin = System.nanoTime();
      JsonNode check =
          lead.post("file/check?" + asked, "text/csv", BodyPublishers.ofByteArray(file));
      if (check.path("problemCount").asInt() != 0) {
        throw new IllegalStateException("The file has problems: " + check.path("problems").get(0));
      }
      int version = check.path("version").asInt();
      int made =
          lead.post(
                  "file?" + asked + "&base=" + version,
                  "text/csv",
                  BodyPublishers.ofByteArray(file))
              .path("version")
              .asInt();
      value[i] = (System.nanoTime() - begin) / 1e6;
      lead.post("versions/" + made + "/undo", "{}");
      floor[i] = copy(database, large);
    }
    double worst = Figures.quantile(value, 1);
    double median = Figures.quantile(floor, 0.5);
    return new Measured(
        name(),
        "ms (worst)",
        worst,
        OptionalDouble.of(median),
        OptionalDouble.of(worst / median),
        List.of(Measured.Limit.atMost("value", worst, 5_000)),
        Measured.sorted(value),
        Measured.sorted(floor));
  }

  private static double copy(DatabaseForTests database, Vocabulary vocabulary) throws Exception {
    byte[] rows =
        (vocabulary.tags().stream()
                    .map(tag -> tag.id() + "\t" + tag.name())
                    .collect(Collectors.joining("\n", "", "\n"))
                + vocabulary.aliases().stream()
                    .map(alias -> alias.houseTagId() + "\t" + alias.text())
                    .collect(Collectors.joining("\n", "", "\n")))
            .getBytes(StandardCharsets.UTF_8);
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create table copied (tag integer, name text)");
      long begin = System.nanoTime();
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy copied from stdin", new ByteArrayInputStream(rows));
      double elapsed = (System.nanoTime() - begin) / 1e6;
      statement.execute("drop table copied");
      return elapsed;
    }
  }
}
