package org.tagsmith.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.tagsmith.sandbox.freshdesk.SandboxFreshdesk;

/** Calls a sandbox as a program with an API key does. */
final class Caller {
  static final String CREDENTIALS = "sandbox-key:X";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final SandboxFreshdesk sandbox;

  Caller(SandboxFreshdesk sandbox) {
    this.sandbox = sandbox;
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static List<Long> ids(JsonNode tickets) {
    List<Long> ids = new ArrayList<>();
    tickets.forEach(t -> ids.add(t.get("id").asLong()));
    return ids;
  }

  JsonNode get(String path) {
    HttpResponse<String> response = send("GET", path, "");
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return json(response);
  }

  HttpResponse<String> send(String method, String path, String body) {
    return send(method, path, body, CREDENTIALS);
  }

  HttpResponse<String> send(String method, String path, String body, String credentials) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(sandbox.baseUri() + path))
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (credentials != null) {
      request.header("Authorization", basic(credentials));
    }
    return sent(request.build());
  }

  static String basic(String credentials) {
    return "Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }

  static HttpResponse<String> sent(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(ended);
    }
  }
}
