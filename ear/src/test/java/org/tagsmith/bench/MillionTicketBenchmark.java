package org.tagsmith.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.tagsmith.domain.access.SessionToken;
import org.tagsmith.domain.report.MillionTickets;
import org.tagsmith.domain.report.RawReport;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.Figures;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.usecase.VocabularyDocument;
import org.tagsmith.shipped.RunningTagsmith;

/** What people wait for on the shipped server with a million tickets behind it. */
abstract class MillionTicketBenchmark implements Benchmark {
  private static final int TICKETS = 1_000_000;
  private static final int TAG_SETS = 20_000;
  private static final String SUBDOMAIN = "harbourbank";
  private static final String PASSWORD = "bench-" + Long.toHexString(new Random().nextLong());
  private static final byte[] SESSION_KEY = new byte[32];
  static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Measures on the running server. */
  abstract Measured measure(
      RunningTagsmith tagsmith, DatabaseForTests database, HelpdeskAccountId account)
      throws Exception;

  @Override
  public Measured measure() throws Exception {
    new Random().nextBytes(SESSION_KEY);
    Path data = Files.createTempDirectory("tagsmith-bench");
    try (DatabaseForTests database = DatabaseForTests.migrated()) {
      HelpdeskAccountId account =
          MillionTickets.fill(database.dataSource(), SUBDOMAIN, TICKETS, tagSets(), subject());
      try (Connection connection = database.dataSource().getConnection();
          PreparedStatement statement =
              connection.prepareStatement(
                  "insert into vocabulary_version values (1, now(), 'lead', 'first', ?::jsonb)")) {
        statement.setString(1, VocabularyDocument.write(vocabulary()));
        statement.executeUpdate();
      }
      Map<String, String> settings = RunningTagsmith.settings(data);
      settings.put("TAGSMITH_SANDBOX_TICKETS", "1");
      settings.put("TAGSMITH_SANDBOX_FRESHDESK_TICKETS", "0");
      settings.put("TAGSMITH_JDBC_URL", database.jdbcUrl());
      settings.put("TAGSMITH_JDBC_USER", "postgres");
      settings.put("TAGSMITH_JDBC_PASSWORD", "postgres");
      settings.put("TAGSMITH_ADMIN_PASSWORD", PASSWORD);
      settings.put("TAGSMITH_SESSION_KEY", Base64.getEncoder().encodeToString(SESSION_KEY));
      try (RunningTagsmith tagsmith = RunningTagsmith.start(settings)) {
        return measure(tagsmith.awaitReady(), database, account);
      }
    } finally {
      Folders.delete(data);
    }
  }

  /** How many different sets of labels the tickets have. */
  int tagSets() {
    return TAG_SETS;
  }

  /** What the subjects are, as a term of SQL. */
  String subject() {
    return MillionTickets.ONE_QUESTION;
  }

  /** What gives the labels their meanings. */
  Vocabulary vocabulary() {
    return MillionTickets.vocabulary();
  }

  /** The admin's session cookie. */
  static String signIn(RunningTagsmith tagsmith) throws Exception {
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(tagsmith.at("/api/session"))
                .header("Content-Type", "application/json")
                .header("X-Tagsmith", "1")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"name\":\"admin\",\"password\":\"" + PASSWORD + "\"}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  /** The first report, over two years, one after the other as a lead asks. */
  static final class Report extends MillionTicketBenchmark {
    private static final String PERIOD =
        "/api/reports/contacts?from=" + RawReport.FROM + "&to=" + RawReport.TO;
    private static final int WARM_UP = 50;
    private static final int REPORTS = 200;
    private static final int FLOORS = 5;

    @Override
    public String name() {
      return "report";
    }

    @Override
    Measured measure(RunningTagsmith tagsmith, DatabaseForTests database, HelpdeskAccountId account)
        throws Exception {
      HttpRequest question =
          HttpRequest.newBuilder(tagsmith.at(PERIOD))
              .header("Cookie", signIn(tagsmith))
              .header("Accept-Encoding", "gzip")
              .build();
      double[] value = new double[REPORTS];
      for (int i = -WARM_UP; i < REPORTS; i++) {
        long begin = System.nanoTime();
        HttpResponse<byte[]> answer =
            CLIENT.send(question, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
          throw new IllegalStateException("The report answers " + answer.statusCode());
        }
        if (i >= 0) {
          value[i] = (System.nanoTime() - begin) / 1e6;
        }
      }
      RawReport raw = new RawReport(database, MillionTickets.vocabulary());
      double[] floor = new double[FLOORS];
      for (int i = 0; i < FLOORS; i++) {
        long begin = System.nanoTime();
        long counted = raw.count();
        floor[i] = (System.nanoTime() - begin) / 1e6;
        if (counted != drawn(tagsmith)) {
          throw new IllegalStateException("The report counts other than the tickets: " + counted);
        }
      }
      double p95 = Figures.quantile(value, 0.95);
      double ratio = p95 / Figures.quantile(floor, 0.5);
      return new Measured(
          name(),
          "ms (p95)",
          p95,
          OptionalDouble.of(Figures.quantile(floor, 0.5)),
          OptionalDouble.of(ratio),
          List.of(
              Measured.Limit.atMost("value", p95, 100),
              Measured.Limit.atMost("ratio", ratio, 0.05)),
          Measured.sorted(value),
          Measured.sorted(floor));
    }

    private static long drawn(RunningTagsmith tagsmith) throws Exception {
      HttpRequest question =
          HttpRequest.newBuilder(tagsmith.at(PERIOD)).header("Cookie", signIn(tagsmith)).build();
      JsonNode report =
          new ObjectMapper()
              .readTree(CLIENT.send(question, HttpResponse.BodyHandlers.ofByteArray()).body());
      return StreamSupport.stream(report.path("tags").spliterator(), false)
          .mapToLong(tag -> tag.path("contacts").asLong())
          .sum();
    }
  }

  /** What the sidebar asks for first, of tickets anywhere in the two years, by many agents. */
  static final class Sidebar extends MillionTicketBenchmark {
    private static final int PER_SECOND = 200;
    private static final int WARM_UP = 4_000;
    private static final int REQUESTS = 6_000;
    private static final int AGENTS = 200;

    @Override
    public String name() {
      return "sidebar";
    }

    @Override
    Measured measure(
        RunningTagsmith tagsmith, DatabaseForTests database, HelpdeskAccountId account) {
      Random random = new Random(29);
      List<String> tokens =
          IntStream.range(0, AGENTS).mapToObj(agent -> token(account, "agent" + agent)).toList();
      OpenLoad load = new OpenLoad(PER_SECOND);
      IntFunction<HttpRequest> tickets =
          i ->
              HttpRequest.newBuilder(
                      tagsmith.at("/api/sidebar/tickets/" + (1 + random.nextInt(TICKETS))))
                  .header("Authorization", "Bearer " + tokens.get(i % AGENTS))
                  .build();
      HttpRequest empty = HttpRequest.newBuilder(tagsmith.at("/api/ping")).build();
      load.run(WARM_UP, tickets);
      load.run(WARM_UP, i -> empty);
      double[] value = load.run(REQUESTS, tickets);
      double[] floor = load.run(REQUESTS, i -> empty);
      double p99 = Figures.quantile(value, 0.99);
      double floorP99 = Figures.quantile(floor, 0.99);
      return new Measured(
          name(),
          "ms (p99)",
          p99,
          OptionalDouble.of(floorP99),
          OptionalDouble.of(p99 / floorP99),
          List.of(Measured.Limit.atMost("value", p99, 25)),
          Measured.sorted(value),
          Measured.sorted(floor));
    }

    private static String token(HelpdeskAccountId account, String agent) {
      Instant now = Instant.now();
      return new SessionToken(
              SessionToken.Kind.SIDEBAR,
              account.value(),
              agent,
              now.minusSeconds(1),
              now.plusSeconds(1_800))
          .sign(SESSION_KEY);
    }
  }
}
