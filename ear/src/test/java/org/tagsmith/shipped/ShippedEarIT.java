package org.tagsmith.shipped;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;

/** The very EAR that operators deploy, on the full server, over HTTP alone. */
@ExtendWith({FullServer.class, ArquillianExtension.class})
class ShippedEarIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern SESSION =
      Pattern.compile("<meta name=\"tagsmith-session\" content=\"([^\"]+)\">");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();

  @ArquillianResource private URL root;

  @Deployment(testable = false)
  static EnterpriseArchive theEarFile() {
    return ShrinkWrap.createFromZipFile(
        EnterpriseArchive.class, new File(System.getProperty("tagsmith.ear")));
  }

  @Test
  void it_is_ready_and_tells_how_it_is() throws Exception {
    HttpResponse<String> ready = get("health/ready");

    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).contains("\"database\":\"true\"");
    assertThat(get("health/live").statusCode()).isEqualTo(200);
    assertThat(get("health/started").statusCode()).isEqualTo(200);
    assertThat(get("metrics").body()).contains("tagsmith_tickets_stored");
  }

  @Test
  void every_ticket_of_the_helpdesk_comes_in_and_a_lead_sees_them_counted() throws Exception {
    signIn();
    await().atMost(90, SECONDS).until(() -> account().path("phase").asText().equals("idle"));

    long live = FullServer.sandbox().tickets().all().filter(ticket -> !ticket.deleted()).count();
    long all = FullServer.sandbox().tickets().all().count();
    assertThat(account().path("ticketsStored").asLong()).isEqualTo(all);
    JsonNode report = json(get("api/reports/contacts?from=2023-01-01&to=2026-12-31"));
    assertThat(report.path("contacts").asLong()).isEqualTo(live);
    assertThat(report.path("tags").size()).isPositive();
    assertThat(json(get("api/reports/unmapped-labels")).path("total").asLong()).isPositive();
  }

  @Test
  void an_agents_code_becomes_a_tag_in_the_helpdesk_and_can_be_taken_back() throws Exception {
    signIn();
    await().atMost(90, SECONDS).until(() -> account().path("phase").asText().equals("idle"));
    SandboxTicket ticket =
        FullServer.sandbox().tickets().newestBelow(Long.MAX_VALUE, 200).stream()
            .filter(each -> !each.closed() && !each.tags().contains("payment_cardfailed"))
            .findFirst()
            .orElseThrow();
    Set<String> before = new TreeSet<>(ticket.tags());
    String session = sidebarSession();

    JsonNode added =
        dispose(
            session,
            ticket.id(),
            "{\"action\":\"add\",\"reasonCode\":17,\"through\":\"helpdesk\"}");
    String label = added.path("label").asText();
    assertThat(label).isNotBlank();
    await().atMost(30, SECONDS).until(() -> tagsOf(ticket.id()).contains(label));
    assertThat(tagsOf(ticket.id())).as("foreign tags stay").containsAll(before);

    dispose(
        session,
        ticket.id(),
        "{\"action\":\"remove\",\"label\":\"" + label + "\",\"through\":\"helpdesk\"}");
    await().atMost(30, SECONDS).until(() -> !tagsOf(ticket.id()).contains(label));
    assertThat(tagsOf(ticket.id())).isEqualTo(before);
  }

  @Test
  void a_forged_word_for_an_agent_opens_no_sidebar() throws Exception {
    String good = FullServer.sandbox().appToken(4711);
    String forged = good.substring(0, good.lastIndexOf('.') + 1) + "AAAA";

    for (String token : new String[] {forged, "x", "", "a.b.c", good.replaceFirst("\\.", ".e30")}) {
      HttpResponse<String> refused = openSidebar(token);
      assertThat(refused.statusCode()).as(token).isEqualTo(403);
      assertThat(refused.body()).doesNotContain("tagsmith-session").doesNotContain("Exception");
    }
  }

  @Test
  void strangers_get_nothing_and_no_answer_names_a_class() throws Exception {
    for (String path :
        new String[] {"api/accounts", "api/reports/contacts", "api/people", "api/vocabulary"}) {
      HttpResponse<String> refused = get(path);
      assertThat(refused.statusCode()).as(path).isEqualTo(401);
      assertThat(refused.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
      assertThat(refused.body()).doesNotContain("java.").doesNotContain("Exception");
    }
    assertThat(get("no/such/page").body()).doesNotContain("Payara").doesNotContain("Exception");
  }

  @Test
  void hostile_bodies_are_refused_in_milliseconds() throws Exception {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    String huge = "{\"name\":\"" + "x".repeat(30_000_000) + "\"}";

    for (String body : new String[] {deep, huge, "{\"name\": " + "1".repeat(200_000) + "}"}) {
      post("api/session", "{}");
      long begun = System.nanoTime();
      HttpResponse<String> refused = post("api/session", body);
      assertThat(refused.statusCode()).isBetween(400, 413);
      // two orders above what it takes here, three below what a naive parser burns
      assertThat((System.nanoTime() - begun) / 1_000_000).isLessThan(2_000);
    }
  }

  @Test
  void the_api_describes_itself() throws Exception {
    String description = get("openapi").body();

    assertThat(description.lines().map(line -> line.replaceAll("[ '\"]", "")))
        .contains(
            "/api/accounts:",
            "/api/accounts/{id}/sync:",
            "/api/reports/contacts:",
            "/api/sidebar/tickets/{ticketId}:");
  }

  @Test
  void the_api_describes_refusals_as_problems_and_nothing_else() throws Exception {
    JsonNode paths = json(get("openapi?format=json")).path("paths");

    assertThat(paths.findValues("responses"))
        .hasSizeGreaterThan(15)
        .allSatisfy(
            answers ->
                answers
                    .properties()
                    .forEach(
                        answer -> {
                          JsonNode content = answer.getValue().path("content");
                          if (answer.getKey().matches("default|4..")) {
                            assertThat(content.fieldNames())
                                .toIterable()
                                .containsExactly("application/problem+json");
                          } else {
                            assertThat(content.has("application/problem+json")).isFalse();
                          }
                        }));
    JsonNode accounts = paths.path("/api/accounts").path("get").path("responses").path("200");
    assertThat(accounts.findValuesAsText("$ref")).containsExactly("#/components/schemas/Accounts");
  }

  @Test
  void a_file_is_sent_again_only_after_it_changed() throws Exception {
    for (String path : new String[] {"base.css", "app/console.js", "vendor/lit-html/lit-html.js"}) {
      HttpResponse<String> first = get(path);
      assertThat(first.headers().firstValue("Cache-Control")).as(path).hasValue("no-cache");
      String tag = first.headers().firstValue("ETag").orElseThrow();

      assertThat(getIfNot(tag, path).statusCode()).as(path).isEqualTo(304);
      assertThat(getIfNot("W/\"1-1\"", path).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void every_answer_carries_the_headers_that_keep_browsers_on_our_side() throws Exception {
    for (String path : new String[] {"", "console/", "api/start", "no/such/page"}) {
      HttpResponse<String> answer = get(path);
      assertThat(answer.headers().firstValue("Content-Security-Policy"))
          .as(path)
          .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
  }

  private void signIn() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        post(
            "api/session",
            "{\"name\":\"admin\",\"password\":\"" + FullServer.ADMIN_PASSWORD + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private JsonNode account() throws IOException, InterruptedException {
    return json(get("api/accounts")).path("accounts").path(0);
  }

  private String sidebarSession() throws IOException, InterruptedException {
    HttpResponse<String> page = openSidebar(FullServer.sandbox().appToken(4711));
    assertThat(page.statusCode()).isEqualTo(200);
    Matcher session = SESSION.matcher(page.body());
    assertThat(session.find()).isTrue();
    return session.group(1);
  }

  private HttpResponse<String> openSidebar(String token) throws IOException, InterruptedException {
    String origin =
        URLEncoder.encode(FullServer.sandbox().baseUri().toString(), StandardCharsets.UTF_8);
    return client.send(
        HttpRequest.newBuilder(at("sidebar/zendesk?app_guid=1&origin=" + origin))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
            .build(),
        BodyHandlers.ofString());
  }

  private JsonNode dispose(String session, long ticket, String command)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(at("api/sidebar/tickets/" + ticket + "/dispositions"))
                .header("Content-Type", "application/json")
                .header("X-Tagsmith", "1")
                .header("Authorization", "Bearer " + session)
                .POST(BodyPublishers.ofString(command))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return JSON.readTree(answer.body());
  }

  private static Set<String> tagsOf(long ticket) {
    return FullServer.sandbox().tickets().find(ticket).orElseThrow().tags().stream()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> getIfNot(String tag, String path)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(at(path)).header("If-None-Match", tag).build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/json")
            .header("X-Tagsmith", "1")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private URI at(String path) {
    return URI.create(root.toString()).resolve("/" + path);
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }
}
