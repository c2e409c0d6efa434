package org.tagsmith.widget.host;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tagsmith.domain.access.Role;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.Client;
import org.tagsmith.widget.RunningWidget;
import org.tagsmith.widget.rest.WidgetApplication;

/** Every address and every kind of caller, against the table of docs/security.md. */
class WhoMayCallTest extends RunningWidget {
  private static final Map<String, Set<Audience>> TABLE = new TreeMap<>();

  static {
    openTo("GET accounts", Audience.AGENT);
    openTo("POST accounts", Audience.ADMIN);
    openTo("POST accounts/probe", Audience.ADMIN);
    openTo("PATCH accounts/1", Audience.ADMIN);
    openTo("DELETE accounts/1", Audience.ADMIN);
    openTo("PUT accounts/1/backfill", Audience.ADMIN);
    openTo("PATCH accounts/1/backfill", Audience.ADMIN);
    openTo("GET accounts/1/changes", Audience.ADMIN);
    openTo("POST accounts/1/changes/1/release", Audience.ADMIN);
    openTo("POST accounts/1/changes/1/drop", Audience.ADMIN);
    openTo("GET accounts/1/dead-letters", Audience.ADMIN);
    openTo("POST accounts/1/dead-letters/retry", Audience.ADMIN);
    openTo("POST accounts/1/dead-letters/drop", Audience.ADMIN);
    openTo("POST accounts/1/dead-letters/take-back", Audience.ADMIN);
    openTo("POST accounts/1/dry-run", Audience.ADMIN);
    openTo("GET accounts/1/reconcile", Audience.ADMIN);
    openTo("POST accounts/1/reconcile", Audience.ADMIN);
    openTo("POST accounts/1/reconcile/1/resume", Audience.ADMIN);
    openTo("POST accounts/1/reconcile/1/read-again", Audience.ADMIN);
    openTo("GET accounts/1/runs", Audience.ADMIN);
    openTo("POST accounts/1/sync", Audience.ADMIN);
    openTo("GET accounts/secrets", Audience.ADMIN);
    openTo("PUT accounts/1/secrets/1", Audience.ADMIN);
    openTo("POST accounts/1/secrets/1", Audience.ADMIN);
    openTo("DELETE accounts/1/secrets/1", Audience.ADMIN);
    openTo("GET audit", Audience.LEAD);
    openTo("GET audit/agreement", Audience.LEAD);
    openTo("GET audit/recoding", Audience.AGENT);
    openTo("PUT audit/recoding/1/1", Audience.AGENT);
    openTo("GET hooks", Audience.ADMIN);
    openTo("POST hooks/1/1", Audience.EVERYONE);
    openTo("POST interpretations", Audience.SIDEBAR, Audience.AGENT);
    openTo("GET labels/contacts", Audience.LEAD);
    openTo("POST mentions", Audience.LEAD);
    openTo("GET people", Audience.ADMIN);
    openTo("POST people", Audience.ADMIN);
    openTo("PATCH people/1", Audience.ADMIN);
    openTo("DELETE people/1", Audience.ADMIN);
    openTo("GET ping", Audience.EVERYONE);
    openTo("GET plans", Audience.LEAD);
    openTo("POST plans", Audience.LEAD);
    openTo("GET plans/1", Audience.LEAD);
    openTo("POST plans/1/dry-run", Audience.LEAD);
    openTo("POST plans/1/pause", Audience.LEAD);
    openTo("GET plans/1/problems", Audience.LEAD);
    openTo("POST plans/1/resume", Audience.LEAD);
    openTo("POST plans/1/start", Audience.LEAD);
    openTo("POST plans/1/stop", Audience.LEAD);
    openTo("POST plans/1/undo", Audience.LEAD);
    openTo("GET reports/contacts", Audience.LEAD);
    openTo("GET reports/contacts.csv", Audience.LEAD);
    openTo("GET reports/unmapped-labels", Audience.LEAD);
    openTo("GET requests", Audience.AGENT);
    openTo("POST requests", Audience.AGENT);
    openTo("POST requests/alike", Audience.AGENT);
    openTo("POST requests/1/tickets", Audience.AGENT);
    openTo("PATCH requests/1", Audience.LEAD);
    openTo("POST requests/1/answer", Audience.LEAD);
    openTo("PUT requests/threshold", Audience.LEAD);
    openTo("GET requests/waiting", Audience.LEAD);
    openTo("POST session", Audience.EVERYONE);
    openTo("GET session", Audience.AGENT);
    openTo("DELETE session", Audience.EVERYONE);
    openTo("PUT session/password", Audience.AGENT);
    openTo("GET sidebar/apps/1", Audience.ADMIN);
    openTo("POST sidebar/session", Audience.SIDEBAR);
    openTo("GET sidebar/tickets/1", Audience.SIDEBAR);
    openTo("POST sidebar/tickets/1/dispositions", Audience.SIDEBAR);
    openTo("GET sidebar/tickets/1/unwritten-labels", Audience.SIDEBAR);
    openTo("POST sidebar/tokens/1", Audience.EVERYONE);
    openTo("GET start", Audience.EVERYONE);
    openTo("GET vocabulary", Audience.SIDEBAR, Audience.AGENT);
    openTo("GET vocabulary/file", Audience.LEAD);
    openTo("POST vocabulary/file", Audience.LEAD);
    openTo("POST vocabulary/file/check", Audience.LEAD);
    openTo("GET vocabulary/lint", Audience.LEAD);
    openTo("POST vocabulary/changes", Audience.LEAD);
    openTo("POST vocabulary/changes/preview", Audience.LEAD);
    openTo("GET vocabulary/set-aside", Audience.LEAD);
    openTo("GET vocabulary/usage", Audience.LEAD);
    openTo("GET vocabulary/codes/use", Audience.LEAD);
    openTo("GET vocabulary/questions/use", Audience.LEAD);
    openTo("POST vocabulary/names/check", Audience.LEAD);
    openTo("POST vocabulary/names/review", Audience.LEAD);
    openTo("GET vocabulary/draft", Audience.LEAD);
    openTo("POST vocabulary/draft", Audience.LEAD);
    openTo("PUT vocabulary/draft/later", Audience.LEAD);
    openTo("PUT vocabulary/draft/open", Audience.LEAD);
    openTo("POST vocabulary/draft/preview", Audience.LEAD);
    openTo("POST vocabulary/draft/publish", Audience.LEAD);
    openTo("POST vocabulary/draft/take-back", Audience.LEAD);
    openTo("GET vocabulary/versions", Audience.LEAD);
    openTo("GET vocabulary/versions/1/differences/1", Audience.LEAD);
    openTo("GET vocabulary/versions/differences", Audience.LEAD);
    openTo("POST vocabulary/versions/1/undo", Audience.LEAD);
    openTo("POST vocabulary/versions/1/undo/preview", Audience.LEAD);
  }

  private static void openTo(String address, Audience... audiences) {
    TABLE.put(address, EnumSet.copyOf(Arrays.asList(audiences)));
  }

  static Set<String> guarded() {
    Set<String> addresses = new TreeSet<>(TABLE.keySet());
    addresses.removeIf(address -> TABLE.get(address).contains(Audience.EVERYONE));
    return addresses;
  }

  @Test
  void every_resource_method_says_whom_it_is_open_to_and_none_is_unknown_to_the_table() {
    Map<String, Set<Audience>> declared = new TreeMap<>();
    for (Class<?> type : new WidgetApplication().getClasses()) {
      for (Method method : type.getMethods()) {
        verb(method)
            .ifPresent(
                verb -> {
                  OpenTo openTo = method.getAnnotation(OpenTo.class);
                  assertThat(openTo).as(method.toString()).isNotNull();
                  assertThat(openTo.value()).as(method.toString()).isNotEmpty();
                  declared.put(
                      verb + " " + path(type, method),
                      EnumSet.copyOf(Arrays.asList(openTo.value())));
                });
      }
    }

    assertThat(declared).isEqualTo(TABLE);
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void a_stranger_is_asked_to_sign_in(String address) {
    call(stranger(), address).refuses(401, "not-signed-in");
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void a_token_that_is_none_opens_nothing(String address) {
    call(stranger().bearer("AQ"), address).refuses(401, "session-over");
    call(stranger().cookie("AQ"), address).refuses(401, "not-signed-in");
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void each_kind_of_caller_is_let_in_or_refused_as_the_table_says(String address) {
    Set<Audience> openTo = TABLE.get(address);

    judge(openTo.contains(Audience.SIDEBAR), call(sidebar(), address), "not-for-the-sidebar");
    for (Role role : Role.values()) {
      boolean let =
          openTo.stream()
              .filter(each -> each != Audience.SIDEBAR)
              .anyMatch(each -> role.mayActAs(Role.valueOf(each.name())));
      String otherwise =
          openTo.equals(Set.of(Audience.SIDEBAR)) ? "not-for-the-console" : "role-too-low";
      judge(let, call(console(role), address), otherwise);
    }
  }

  @Test
  void what_is_open_to_everybody_asks_for_no_session() {
    assertThat(stranger().get("api/ping").status()).isEqualTo(204);
    assertThat(stranger().get("api/start").status()).isEqualTo(200);
    assertThat(stranger().cookie("broken").bearer("broken").get("api/start").status())
        .isEqualTo(200);
  }

  @Test
  void asking_for_headers_only_or_for_methods_goes_round_no_check() {
    Answer head = stranger().send("HEAD", "api/people", BodyPublishers.noBody());
    Answer options = stranger().send("OPTIONS", "api/people", BodyPublishers.noBody());

    assertThat(head.status()).isEqualTo(401);
    assertThat(options.body()).doesNotContain("admin");
  }

  private static void judge(boolean let, Answer answer, String otherwise) {
    if (let) {
      assertThat(answer.status()).as(answer.body()).isNotIn(401, 403).isLessThan(500);
      answer.assertNothingFromInside();
    } else {
      answer.refuses(403, otherwise);
    }
  }

  private static Answer call(Client caller, String address) {
    String[] parts = address.split(" ", 2);
    boolean body = !parts[0].equals("GET") && !parts[0].equals("DELETE");
    return caller.send(
        parts[0],
        "api/" + parts[1],
        body ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
  }

  private static Optional<String> verb(Method method) {
    return Stream.of(method.getAnnotations())
        .map(Annotation::annotationType)
        .map(type -> type.getAnnotation(HttpMethod.class))
        .filter(Objects::nonNull)
        .map(HttpMethod::value)
        .findAny();
  }

  /** The address with a 1 in place of each parameter. */
  private static String path(Class<?> type, Method method) {
    Path below = method.getAnnotation(Path.class);
    String whole =
        type.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
    return whole.replaceAll("\\{[^{}]*(\\{[^{}]*\\}[^{}]*)*\\}", "1");
  }
}
