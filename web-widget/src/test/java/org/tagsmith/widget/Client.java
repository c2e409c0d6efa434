package org.tagsmith.widget;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody who asks the server over HTTP, always with the same headers. Immutable. */
public final class Client {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI root;
  private final Map<String, String> headers;

  private Client(URI root, Map<String, String> headers) {
    this.root = root;
    this.headers = headers;
  }

  /** A page of ours that nobody has signed in to. */
  static Client stranger(URI root) {
    return new Client(root, Map.of("X-Tagsmith", "1", "Content-Type", "application/json"));
  }

  /** The same with another header. */
  public Client with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Client(root, more);
  }

  /** The same without a header. */
  public Client without(String name) {
    Map<String, String> fewer = new LinkedHashMap<>(headers);
    fewer.remove(name);
    return new Client(root, fewer);
  }

  /** With a console session. */
  public Client cookie(String token) {
    return with("Cookie", "tagsmith_session=" + token);
  }

  /** With a sidebar session. */
  public Client bearer(String token) {
    return with("Authorization", "Bearer " + token);
  }

  public URI root() {
    return root;
  }

  public Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  public Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  public Answer post(String path, String body) {
    return send("POST", path, BodyPublishers.ofString(body));
  }

  public Answer patch(String path, String body) {
    return send("PATCH", path, BodyPublishers.ofString(body));
  }

  public Answer put(String path, String body) {
    return send("PUT", path, BodyPublishers.ofString(body));
  }

  /**
   * Asks.
   *
   * @param path without a slash in front, encoded
   */
  public Answer send(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + path))
            .timeout(Duration.ofSeconds(20))
            .method(method, body);
    headers.forEach(request::header);
    try {
      return Answer.of(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
