package org.tagsmith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.sandbox.zendesk.SandboxSettings;
import org.tagsmith.sandbox.zendesk.SandboxZendesk;
import org.tagsmith.sandbox.zendesk.http.Fault;

class AgentPagesTest {
  private static final Pattern CSRF = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");
  private static final Pattern LINKED =
      Pattern.compile("(?:src|href)=\"(/agent/[a-z-]+\\.(?:js|css))\"");
  private static final Pattern IMPORTED = Pattern.compile("from '\\./([a-z-]+\\.js)'");

  private final TurnableClock clock = new TurnableClock();
  private SandboxZendesk sandbox;

  @BeforeEach
  void open() throws IOException {
    sandbox =
        SandboxZendesk.start(
            SandboxSettings.builder()
                .clock(clock)
                .tickets(300)
                .tagsmithUrl(URI.create("http://localhost:18080/"))
                .build());
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.baseUri() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return Caller.sent(request.build());
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
  void pages_allow_nothing_foreign_but_the_frame_of_the_app() {
    String policy =
        get("/agent/tickets/1").headers().firstValue("Content-Security-Policy").orElseThrow();

    assertThat(policy)
        .contains("default-src 'none'")
        .contains("frame-src 'self' http://localhost:18080;")
        .contains("form-action 'self' http://localhost:18080;")
        .doesNotContain("unsafe");
  }

  @Test
  void the_page_may_use_the_api_with_its_own_secret_and_is_spared_from_faults() {
    sandbox.faults().always("/api/", Fault.unavailable());

    HttpResponse<String> ticket = get("/api/v2/tickets.json?page[size]=3", "X-CSRF-Token", csrf());

    assertThat(ticket.statusCode()).isEqualTo(200);
    assertThat(Caller.json(ticket).get("tickets")).hasSize(3);
    assertThat(get("/api/v2/tickets.json", "X-CSRF-Token", "guess").statusCode()).isEqualTo(503);
  }

  @Test
  void the_list_of_tickets_goes_from_the_newest_to_the_oldest_page_by_page() {
    JsonNode first =
        Caller.json(get("/api/v2/tickets.json?page[size]=100", "X-CSRF-Token", csrf()));
    String after = first.at("/meta/after_cursor").asText();
    JsonNode second =
        Caller.json(
            get(
                "/api/v2/tickets.json?page[size]=100&page[after]=" + after,
                "X-CSRF-Token",
                csrf()));

    assertThat(first.get("tickets").get(99).get("id").asText()).isEqualTo(after);
    assertThat(second.get("tickets").get(0).get("id").asLong())
        .isLessThan(first.get("tickets").get(99).get("id").asLong());
  }

  @Test
  void the_app_is_launched_with_a_token_signed_by_the_key_that_zendesk_hands_out()
      throws Exception {
    assertThat(get("/agent/app-launch").statusCode()).isEqualTo(403);
    JsonNode launch = Caller.json(get("/agent/app-launch?locale=zh-TW", "X-CSRF-Token", csrf()));
    assertThat(launch.get("url").asText()).isEqualTo("http://localhost:18080/sidebar/zendesk");
    assertThat(launch.get("origin").asText()).isEqualTo("http://localhost:18080");

    SignedJWT token = SignedJWT.parse(launch.get("token").asText());
    String pem = new Caller(sandbox).get("/api/v2/apps/1/public_key.pem").asText();
    assertThat(pem).isEqualTo(sandbox.appPublicKeyPem());
    assertThat(token.verify(new RSASSAVerifier(publicKey(pem)))).isTrue();
    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
    var claims = token.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("harbourbank.zendesk.com");
    assertThat(claims.getAudience())
        .containsExactly("https://harbourbank.zendesk.com/api/v2/apps/installations/1.json");
    assertThat(claims.getSubject()).isEqualTo(launch.at("/agent/id").asText());
    assertThat(claims.getIssueTime().toInstant()).isEqualTo(clock.instant());
    assertThat(claims.getExpirationTime().toInstant()).isEqualTo(clock.instant().plusSeconds(300));
  }

  private static RSAPublicKey publicKey(String pem) throws GeneralSecurityException {
    String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    byte[] encoded = Base64.getDecoder().decode(base64);
    return (RSAPublicKey)
        KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
  }

  @Test
  void a_sandbox_without_a_sidebar_says_so() {
    sandbox.loadSidebarFrom(null);

    assertThat(get("/agent/app-launch", "X-CSRF-Token", csrf()).statusCode()).isEqualTo(404);
  }
}
