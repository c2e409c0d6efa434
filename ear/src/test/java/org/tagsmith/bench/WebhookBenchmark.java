package org.tagsmith.bench;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postgresql.ds.PGSimpleDataSource;
import org.tagsmith.domain.shared.Figures;
import org.tagsmith.shipped.RunningTagsmith;

/**
 * Zendesk's deliveries to the server that {@code mvn -Prun} starts, 200 a second while the sandbox
 * goes on: of twenty, fourteen name a ticket, two name the same again, two are exact copies and two
 * are forged. From the moment each is due to its answer. All that was asked for must have been
 * looked at a minute after the last one; that the tickets are then as in Zendesk, tests show.
 */
final class WebhookBenchmark implements Benchmark {
  private static final int DELIVERIES = 20_000;
  private static final int PER_SECOND = 200;
  private static final int WARM_UP = 1_000;
  private static final int TICKETS = 20_000;
  private static final int PATIENCE_SECONDS = 60;
  private static final String SECRET = "signing-secret-of-the-benchmark";

  private final HttpRequest[] sent = new HttpRequest[DELIVERIES];
  private List<Long> tickets = List.of();

  @Override
  public String name() {
    return "webhooks";
  }

  @Override
  public Measured measure() throws Exception {
    Path data = Files.createTempDirectory("tagsmith-bench");
    Map<String, String> settings = RunningTagsmith.settings(data);
    settings.put("TAGSMITH_SANDBOX_TICKETS", Integer.toString(TICKETS));
    settings.put("TAGSMITH_ZENDESK_WEBHOOK_SECRET", SECRET);
    try (RunningTagsmith tagsmith = RunningTagsmith.start(settings).awaitReady()) {
      URI address = tagsmith.at("/api/hooks/zendesk/harbourbank");
      PGSimpleDataSource database = database(settings, data);
      awaitZero(
          database,
          "select "
              + TICKETS
              + " - s.tickets_stored - coalesce(b.tickets_added, 0)"
              + " from sync_state s left join backfill b using (account_id)");
      tickets = tickets(database);
      OpenLoad load = new OpenLoad(PER_SECOND);
      load.answers(WARM_UP, number -> request(address, SECRET, number));
      List<OpenLoad.Answered> answers =
          load.answers(DELIVERIES, number -> sent[number] = delivery(address, number));
      awaitZero(database, "select count(*) from ticket_to_look_at");
      return measured(answers);
    } finally {
      Folders.delete(data);
    }
  }

  private Measured measured(List<OpenLoad.Answered> answers) {
    int forgedAccepted = 0;
    for (int i = 0; i < DELIVERIES; i++) {
      int status = answers.get(i).status();
      if (isForged(i)) {
        forgedAccepted += status == 401 ? 0 : 1;
      } else if (status != 204) {
        throw new IllegalStateException("A delivery of Zendesk's was answered with " + status);
      }
    }
    double[] millis = answers.stream().mapToDouble(OpenLoad.Answered::millis).toArray();
    double value = Figures.quantile(millis, 0.99);
    return new Measured(
        name(),
        "ms",
        value,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        List.of(
            Measured.Limit.atMost("value", value, 100),
            Measured.Limit.atMost("forged accepted", forgedAccepted, 0)),
        Measured.sorted(millis),
        List.of());
  }

  private HttpRequest delivery(URI address, int number) {
    return switch (number % 20) {
      case 5, 15 -> sent[number - 1];
      case 7, 17 -> request(address, SECRET, number - 1);
      case 9, 19 -> request(address, "forged", number);
      default -> request(address, SECRET, number);
    };
  }

  private static boolean isForged(int number) {
    return number % 20 == 9 || number % 20 == 19;
  }

  private HttpRequest request(URI address, String secret, int number) {
    String body = "{\"ticket_id\":\"" + tickets.get(number % tickets.size()) + "\"}";
    String time = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    return HttpRequest.newBuilder(address)
        .header("Content-Type", "application/json")
        .header("X-Zendesk-Webhook-Signature", signature(secret, time + body))
        .header("X-Zendesk-Webhook-Signature-Timestamp", time)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static String signature(String secret, String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform knows HmacSHA256", e);
    }
  }

  private static List<Long> tickets(PGSimpleDataSource database) throws SQLException {
    List<Long> tickets = new ArrayList<>(TICKETS);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select remote_id from ticket where status <> 6")) {
      while (rows.next()) {
        tickets.add(rows.getLong(1));
      }
    }
    return tickets;
  }

  private static void awaitZero(PGSimpleDataSource database, String sql)
      throws SQLException, InterruptedException {
    for (int waited = 0; waited < PATIENCE_SECONDS; waited++) {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        if (rows.next() && rows.getLong(1) <= 0) {
          return;
        }
      }
      Thread.sleep(1_000);
    }
    throw new IllegalStateException("Not done after " + PATIENCE_SECONDS + " s: " + sql);
  }

  private static PGSimpleDataSource database(Map<String, String> settings, Path data)
      throws Exception {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setServerNames(new String[] {"localhost"});
    database.setPortNumbers(new int[] {Integer.parseInt(settings.get("TAGSMITH_DB_PORT"))});
    database.setDatabaseName("sandbox_" + TICKETS);
    database.setUser("postgres");
    database.setPassword(Files.readString(data.resolve("database-password")).strip());
    return database;
  }
}
