package org.tagsmith.sandbox.freshdesk.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagsmith.sandbox.http.Answer;

/**
 * Calls the app's backend for the app, as the platform does: by a template, with secure parameters
 * filled in here, not in the browser. Whatever host the template names, Tagsmith is called.
 */
final class Backend {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Pattern BLANK =
      Pattern.compile("<%=\\s*(iparam|context)\\.([A-Za-z0-9_]+)\\s*%>");

  private final AppPackage app;
  private final Supplier<URI> tagsmith;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  Backend(AppPackage app, Supplier<URI> tagsmith) {
    this.app = app;
    this.tagsmith = tagsmith;
  }

  /**
   * Makes the call that an app asked for.
   *
   * @param wanted name of the template, {@code context} and {@code body}
   * @return status, headers and response of the backend, inside an answer of 200
   */
  Answer call(JsonNode wanted) {
    JsonNode schema = app.template(wanted.path("name").asText()).orElse(null);
    if (schema == null || tagsmith.get() == null) {
      return Answer.json(
          200, Map.of("status", 400, "headers", Map.of(), "response", "There is no such template"));
    }
    JsonNode context = wanted.path("context");
    String path = filled(schema.path("path").asText("/"), context);
    StringBuilder query = new StringBuilder();
    for (var names = schema.path("query").fieldNames(); names.hasNext(); ) {
      String name = names.next();
      query
          .append(query.length() == 0 ? '?' : '&')
          .append(name)
          .append('=')
          .append(filled(schema.at("/query").path(name).asText(), context));
    }
    String home = tagsmith.get().toString().replaceAll("/+$", "");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(home + path + query)).timeout(PATIENCE);
    for (var names = schema.path("headers").fieldNames(); names.hasNext(); ) {
      String name = names.next();
      request.header(name, filled(schema.path("headers").path(name).asText(), context));
    }
    String body = wanted.path("body").asText("");
    request.method(
        schema.path("method").asText("GET"),
        body.isEmpty()
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    return sent(request.build());
  }

  private Answer sent(HttpRequest request) {
    Map<String, Object> outcome = new LinkedHashMap<>();
    try {
      HttpResponse<String> response =
          client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      Map<String, String> headers = new LinkedHashMap<>();
      response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
      outcome.put("status", response.statusCode());
      outcome.put("headers", headers);
      outcome.put("response", response.body());
    } catch (IOException unreachable) {
      outcome.put("status", 502);
      outcome.put("headers", Map.of());
      outcome.put("response", "The app's backend cannot be reached");
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(ended);
    }
    return Answer.json(200, outcome);
  }

  private String filled(String text, JsonNode context) {
    Matcher blanks = BLANK.matcher(text);
    return blanks.replaceAll(
        blank ->
            Matcher.quoteReplacement(
                blank.group(1).equals("iparam")
                    ? app.parameter(blank.group(2))
                    : context.path(blank.group(2)).asText("")));
  }
}
