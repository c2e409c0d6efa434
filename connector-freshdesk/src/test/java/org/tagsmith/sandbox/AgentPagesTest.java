package org.tagsmith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagsmith.sandbox.freshdesk.SandboxFreshdesk;
import org.tagsmith.sandbox.freshdesk.SandboxSettings;
import org.tagsmith.sandbox.freshdesk.desk.Place;
import org.tagsmith.sandbox.freshdesk.http.Fault;

class AgentPagesTest {
  private static final Pattern CSRF = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");
  private static final Pattern LINKED =
      Pattern.compile("(?:src|href)=\"(/agent/[a-z-]+\\.(?:js|css))\"");
  private static final Pattern IMPORTED = Pattern.compile("from '\\./([a-z-]+\\.js)'");
  private static final String MANIFEST =
      "{\"platform-version\":\"3.0\",\"modules\":{\"common\":{\"requests\":{\"start\":{}}},"
          + "\"support_ticket\":{\"location\":{\"ticket_sidebar\":{\"url\":\"index.html\"}}}}}";
  private static final String REQUESTS =
      "{\"start\":{\"schema\":{\"method\":\"POST\",\"host\":\"tagsmith.example.com\",\"protocol\":"
          + "\"https\",\"path\":\"/sidebar/freshdesk/<%= context.ticket %>\",\"headers\":"
          + "{\"Authorization\":\"Bearer <%= iparam.key %>\",\"Content-Type\":"
          + "\"application/json\"}}}}";

  @TempDir private Path folder;
  private final AtomicReference<String> called = new AtomicReference<>();
  private HttpServer backend;
  private SandboxFreshdesk sandbox;

  @BeforeEach
  void open() throws IOException {
    backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    backend.createContext(
        "/",
        exchange -> {
          called.set(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] answer = "{\"session\":\"s1\"}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(201, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    backend.start();
    Files.createDirectories(folder.resolve("app"));
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(folder.resolve("manifest.json"), MANIFEST);
    Files.writeString(folder.resolve("config/requests.json"), REQUESTS);
    Files.writeString(
        folder.resolve("config/iparams.json"),
        "{\"key\":{\"type\":\"text\",\"secure\":true},\"house\":{\"type\":\"text\"}}");
    Files.writeString(
        folder.resolve("app/index.html"), "<script src=\"{{{appclient}}}\"></script>");
    sandbox =
        SandboxFreshdesk.start(
            SandboxSettings.builder()
                .clock(new TurnableClock())
                .tickets(300)
                .tagsmithUrl(URI.create("http://127.0.0.1:" + backend.getAddress().getPort() + "/"))
                .app(folder, Map.of("key", "secret-of-the-app", "house", "Harbour"))
                .build());
  }

  @AfterEach
  void close() {
    sandbox.close();
    backend.stop(0);
  }

  private HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.baseUri() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return Caller.sent(request.build());
  }

  private HttpResponse<String> post(String path, String secret, String body) {
    return Caller.sent(
        HttpRequest.newBuilder(URI.create(sandbox.baseUri() + path))
            .headers("X-CSRF-Token", secret, "Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private String csrf() {
    Matcher matcher = CSRF.matcher(get("/agent/tickets/1").body());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  @Test
  void every_page_and_every_file_it_needs_is_there() {
    for (String page : List.of("/", "/agent", "/agent/tickets", "/agent/tickets/1")) {
      HttpResponse<String> html = get(page);
      assertThat(html.statusCode()).isEqualTo(200);
      assertThat(html.body()).doesNotContain("{{");
      LINKED
          .matcher(html.body())
          .results()
          .forEach(link -> assertThat(withImports(link.group(1))).isNotEmpty());
    }
    assertThat(get("/agent/nothing.js").statusCode()).isEqualTo(404);
  }

  private String withImports(String path) {
    HttpResponse<String> file = get(path);
    assertThat(file.statusCode()).as(path).isEqualTo(200);
    IMPORTED.matcher(file.body()).results().forEach(i -> withImports("/agent/" + i.group(1)));
    return file.body();
  }

  @Test
  void the_page_may_use_the_api_with_its_own_secret_and_counts_as_the_agent() {
    sandbox.faults().always("/api/", Fault.unavailable());
    long open =
        sandbox
            .tickets()
            .all()
            .filter(t -> t.place() == Place.LISTED)
            .findFirst()
            .orElseThrow()
            .id();
    HttpRequest put =
        HttpRequest.newBuilder(URI.create(sandbox.baseUri() + "/api/v2/tickets/" + open))
            .headers("X-CSRF-Token", csrf(), "Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString("{\"tags\":[\"by hand\"]}"))
            .build();

    assertThat(Caller.sent(put).statusCode()).isEqualTo(200);
    assertThat(sandbox.journal().effectsOn(open)).allMatch(effect -> effect.by().equals("agent"));
    assertThat(sandbox.journal().calls()).isEmpty();
    assertThat(get("/api/v2/tickets", "X-CSRF-Token", "guess").statusCode()).isEqualTo(503);
  }

  @Test
  void the_app_gets_the_client_and_never_a_secure_parameter() {
    assertThat(get("/agent/app-launch").statusCode()).isEqualTo(403);
    HttpResponse<String> answer = get("/agent/app-launch?locale=zh-TW", "X-CSRF-Token", csrf());
    JsonNode launch = Caller.json(answer);
    HttpResponse<String> page = get(launch.get("page").asText());

    assertThat(answer.body()).doesNotContain("secret-of-the-app");
    assertThat(launch.at("/iparams/house").asText()).isEqualTo("Harbour");
    assertThat(launch.at("/agent/name").asText()).isEqualTo("Mei-Ling Chen");
    assertThat(page.body()).isEqualTo("<script src=\"/app-client/fresh-client.js\"></script>");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("frame-src 'self' http://127.0.0.1:" + backend.getAddress().getPort())
        .doesNotContain("unsafe");
    assertThat(get("/app-client/fresh-client.js").body()).contains("invokeTemplate");
  }

  @Test
  void a_template_is_filled_in_by_the_platform_and_calls_the_backend() {
    String wanted =
        "{\"name\":\"start\",\"context\":{\"ticket\":12},\"body\":\"{\\\"agent\\\":7}\"}";

    assertThat(post("/agent/invoke-template", "guess", wanted).statusCode()).isEqualTo(403);
    assertThat(called.get()).isNull();
    JsonNode answer = Caller.json(post("/agent/invoke-template", csrf(), wanted));
    assertThat(answer.get("status").asInt()).isEqualTo(201);
    assertThat(answer.get("response").asText()).isEqualTo("{\"session\":\"s1\"}");
    assertThat(called.get())
        .isEqualTo("POST /sidebar/freshdesk/12 Bearer secret-of-the-app {\"agent\":7}");
    JsonNode unknown = Caller.json(post("/agent/invoke-template", csrf(), "{\"name\":\"other\"}"));
    assertThat(unknown.get("status").asInt()).isEqualTo(400);
    backend.stop(0);
    assertThat(Caller.json(post("/agent/invoke-template", csrf(), wanted)).get("status").asInt())
        .isEqualTo(502);
  }

  @Test
  void a_template_that_the_manifest_does_not_list_stops_the_start() throws IOException {
    Files.writeString(folder.resolve("manifest.json"), MANIFEST.replace("\"start\":{}", ""));

    assertThatThrownBy(
            () ->
                SandboxFreshdesk.start(
                    SandboxSettings.builder().tickets(1).app(folder, Map.of()).build()))
        .isInstanceOf(IOException.class)
        .hasMessage("The template start must be in both manifest.json and config/requests.json");
  }

  @Test
  void a_sandbox_without_an_app_says_so() throws IOException {
    try (SandboxFreshdesk bare =
        SandboxFreshdesk.start(SandboxSettings.builder().tickets(10).build())) {
      URI launch = URI.create(bare.baseUri() + "/agent/app-launch");
      assertThat(Caller.sent(HttpRequest.newBuilder(launch).build()).statusCode()).isEqualTo(403);
      assertThat(Caller.sent(HttpRequest.newBuilder(bare.baseUri()).build()).statusCode())
          .isEqualTo(200);
    }
  }
}
