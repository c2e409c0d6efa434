package org.tagsmith.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tagsmith.domain.shared.Figures;
import org.tagsmith.shipped.RunningTagsmith;

/**
 * All files of the sidebar's first load as the server sends them, for the longest language of
 * either host.
 */
final class SidebarSizeBenchmark implements Benchmark {
  private static final Pattern NAMED = Pattern.compile("(?:src|href)=\"(\\.\\./[^\"]+)\"");

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Override
  public String name() {
    return "sidebar-size";
  }

  @Override
  public Measured measure() throws Exception {
    Path data = Files.createTempDirectory("tagsmith-bench");
    try (RunningTagsmith tagsmith =
        RunningTagsmith.start(RunningTagsmith.settings(data)).awaitReady()) {
      double[] bytes =
          Stream.of("zendesk", "freshdesk")
              .map(host -> tagsmith.at("/sidebar/" + host))
              .flatMapToDouble(
                  page ->
                      Stream.of("en", "zh-Hant", "zh-Hans")
                          .mapToDouble(language -> firstLoad(page, language)))
              .toArray();
      double value = Figures.quantile(bytes, 1);
      return new Measured(
          name(),
          "bytes",
          value,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          List.of(Measured.Limit.atMost("value", value, 40_000)),
          Measured.sorted(bytes),
          List.of());
    } finally {
      Folders.delete(data);
    }
  }

  private static double firstLoad(URI page, String language) {
    String html = new String(unpacked(page), StandardCharsets.UTF_8);
    List<String> files = new ArrayList<>(List.of("../icons-sidebar.svg"));
    files.add("../app/i18n/sidebar/" + language + ".json");
    NAMED.matcher(html).results().map(match -> match.group(1)).forEach(files::add);
    // the mark in the browser's tab, which a frame has not
    files.remove("../logo.svg");
    return fetched(page) + files.stream().distinct().mapToInt(f -> fetched(page.resolve(f))).sum();
  }

  private static byte[] unpacked(URI address) {
    return answer(HttpRequest.newBuilder(address).build());
  }

  private static int fetched(URI address) {
    return answer(HttpRequest.newBuilder(address).header("Accept-Encoding", "gzip").build()).length;
  }

  private static byte[] answer(HttpRequest request) {
    HttpResponse<byte[]> answer =
        CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).join();
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(request.uri() + " answers " + answer.statusCode());
    }
    return answer.body();
  }
}
