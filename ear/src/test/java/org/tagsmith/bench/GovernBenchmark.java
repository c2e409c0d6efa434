package org.tagsmith.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.tagsmith.domain.report.RawReport;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.Figures;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.shipped.RunningTagsmith;

/**
 * A lead merges two busy house tags on the shipped server: preview, publication and undo, each
 * until a report drawn afterwards counts so. 50,000 sets of labels, 500 tags.
 */
final class GovernBenchmark extends MillionTicketBenchmark {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PERIOD =
      "/api/reports/contacts?from=" + RawReport.FROM + "&to=" + RawReport.TO;
  private static final int REPETITIONS = 5;

  @Override
  public String name() {
    return "govern";
  }

  @Override
  int tagSets() {
    return 50_000;
  }

  @Override
  Vocabulary vocabulary() {
    return HouseOfManyTags.of(500, 2_000);
  }

  @Override
  Measured measure(RunningTagsmith tagsmith, DatabaseForTests database, HelpdeskAccountId account)
      throws Exception {
    Lead lead = new Lead(tagsmith, signIn(tagsmith));
    JsonNode before = lead.get(PERIOD);
    int first = before.path("tags").get(0).path("tagId").asInt();
    int second = before.path("tags").get(1).path("tagId").asInt();
    String changes = "[{\"do\":\"merge-tag\",\"tagId\":%d,\"intoId\":%d}]".formatted(first, second);
    double[] preview = new double[REPETITIONS];
    double[] publish = new double[REPETITIONS];
    double[] undo = new double[REPETITIONS];
    for (int i = 0; i < REPETITIONS; i++) {
      long begin = System.nanoTime();
      JsonNode seen = lead.post("changes/preview", "{\"changes\":" + changes + "}");
      preview[i] = since(begin);
      begin = System.nanoTime();
      int version =
          lead.post(
                  "changes",
                  "{\"base\":%d,\"changes\":%s}".formatted(seen.path("version").asInt(), changes))
              .path("version")
              .asInt();
      require(!lead.get(PERIOD).path("tags").equals(before.path("tags")), "a publication");
      publish[i] = since(begin);
      begin = System.nanoTime();
      lead.post("versions/" + version + "/undo", "{}");
      require(lead.get(PERIOD).path("tags").equals(before.path("tags")), "an undo");
      undo[i] = since(begin);
    }
    double[] slowest =
        Arrays.stream(new double[][] {preview, publish, undo})
            .max((a, b) -> Double.compare(worst(a), worst(b)))
            .orElseThrow();
    return new Measured(
        name(),
        "ms (worst)",
        worst(slowest),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        List.of(
            Measured.Limit.atMost("preview", worst(preview), 2_000),
            Measured.Limit.atMost("publish", worst(publish), 2_000),
            Measured.Limit.atMost("undo", worst(undo), 2_000)),
        Measured.sorted(slowest),
        List.of());
  }

  private static double worst(double[] samples) {
    return Figures.quantile(samples, 1);
  }

  private static double since(long begin) {
    return (System.nanoTime() - begin) / 1e6;
  }

  private static void require(boolean shown, String what) {
    if (!shown) {
      throw new IllegalStateException("The report does not show " + what);
    }
  }

  /** A lead's browser. */
  record Lead(RunningTagsmith tagsmith, String cookie) {
    JsonNode get(String path) throws IOException, InterruptedException {
      return send(HttpRequest.newBuilder(tagsmith.at(path)));
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
      return post(path, "application/json", BodyPublishers.ofString(body));
    }

    JsonNode post(String path, String type, BodyPublisher body)
        throws IOException, InterruptedException {
      return send(
          HttpRequest.newBuilder(tagsmith.at("/api/vocabulary/" + path))
              .header("Content-Type", type)
              .header("X-Tagsmith", "1")
              .POST(body));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
      HttpResponse<byte[]> answer =
          CLIENT.send(
              request.header("Cookie", cookie).build(), HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            request.build().uri().getPath() + " answers " + answer.statusCode());
      }
      return JSON.readTree(answer.body());
    }
  }
}
