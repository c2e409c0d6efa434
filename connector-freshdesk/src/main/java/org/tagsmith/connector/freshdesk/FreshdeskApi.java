package org.tagsmith.connector.freshdesk;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.client.ClientProperties;
import org.glassfish.jersey.client.HttpUrlConnectorProvider;
import org.glassfish.jersey.client.RequestEntityProcessing;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.http.AnswerTooHeavy;
import org.tagsmith.domain.sync.http.BoundedAnswer;
import org.tagsmith.domain.sync.http.HelpdeskJson;
import org.tagsmith.domain.sync.http.PublicConnections;
import org.tagsmith.domain.sync.http.RetryAfter;

/**
 * The wire: sends one call, bounds its answer in size and time, and turns every status into what it
 * means. Holds no policy: it never waits and never tries twice. Thread-safe.
 */
final class FreshdeskApi {
  private static final HelpdeskJson JSON = new HelpdeskJson("Freshdesk");

  /** The largest answer, unpacked, that is read; a page of 100 tickets has less than 1 MB. */
  static final long MOST_BYTES = 10_000_000;

  /** The limit counts calls a minute. */
  static final Duration WAIT_WHEN_NOT_TOLD = Duration.ofMinutes(1);

  private static final String HELPDESK = "Freshdesk";

  /**
   * Which calls Payara notes as a trace, which nobody reads, and announces to the helpdesk by a
   * header; all of them otherwise.
   */
  private static final String TRACED = "fish.payara.requesttracing.jaxrs.client.TracingPredicate";

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration READ_TIMEOUT = Duration.ofMinutes(1);
  private static final Duration LONGEST_ANSWER = Duration.ofMinutes(2);
  private static final int MOST_ERROR_BYTES = 64 * 1024;
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final Pattern HTML = Pattern.compile("(?i)[^;]*html");
  private static final Pattern NEXT = Pattern.compile("(?i)rel\\s*=\\s*\"?next\"?");

  private final FreshdeskAccess access;
  private final Clock clock;
  private final Client client;

  FreshdeskApi(FreshdeskAccess access, Clock clock) {
    this.access = access;
    this.clock = clock;
    this.client =
        ClientBuilder.newBuilder()
            .withConfig(connections(access))
            .connectTimeout(CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
            .readTimeout(READ_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
            // a redirect could carry the key to another host
            .property(ClientProperties.FOLLOW_REDIRECTS, false)
            .property(ClientProperties.REQUEST_ENTITY_PROCESSING, RequestEntityProcessing.BUFFERED)
            .property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE_CLIENT, true)
            .property(TRACED, (Predicate<Object>) call -> false)
            .register(new FreshdeskAuthenticator(access))
            .build();
  }

  private static ClientConfig connections(FreshdeskAccess access) {
    HttpUrlConnectorProvider provider = new HttpUrlConnectorProvider();
    return new ClientConfig()
        .connectorProvider(
            access.mustBePublic() ? provider.connectionFactory(PublicConnections::open) : provider);
  }

  void close() {
    client.close();
  }

  /**
   * Sends one call.
   *
   * @return the answer, whole and read
   * @throws ConnectorFailure if there is no usable answer
   * @throws FreshdeskRefusal if Freshdesk understood and said no
   * @throws AnswerTooHeavy if the answer is too big, takes too long, or Freshdesk broke down over
   *     it
   */
  <T> FreshdeskAnswer<T> send(FreshdeskRequest<T> request) {
    try (Response response = invoke(request)) {
      int status = response.getStatus();
      if (status < 200 || status >= 300) {
        throw refusal(response);
      }
      return new FreshdeskAnswer<>(
          body(response, request.answer()), hasNext(response), limits(response));
    } catch (BoundedAnswer.Exceeded e) {
      throw e.reason();
    } catch (SocketTimeoutException e) {
      throw AnswerTooHeavy.tooSlow("Freshdesk's answer did not arrive in time", e);
    } catch (IOException e) {
      throw new ConnectorFailure.Unreachable("Freshdesk's answer broke off", e);
    }
  }

  private <T> Response invoke(FreshdeskRequest<T> request) throws IOException {
    Invocation.Builder call =
        client
            .target(access.baseUri() + request.path())
            .request(MediaType.APPLICATION_JSON_TYPE)
            .header(HttpHeaders.ACCEPT_ENCODING, "gzip")
            .header(HttpHeaders.USER_AGENT, "Tagsmith");
    try {
      return request.body() == null
          ? call.method(request.method())
          : call.method(
              request.method(),
              Entity.entity(JSON.write(request.body()), MediaType.APPLICATION_JSON_TYPE));
    } catch (ProcessingException e) {
      throw notAnswered(e);
    }
  }

  private ConnectorFailure notAnswered(ProcessingException e) throws SocketTimeoutException {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectorFailure failure) {
        return failure;
      }
      // a connection that is never accepted says nothing about the size of the page
      if (cause instanceof SocketTimeoutException slow && !isConnecting(slow)) {
        throw slow;
      }
    }
    return new ConnectorFailure.Unreachable(
        "Freshdesk cannot be reached at " + access.baseUri().getHost(), e);
  }

  private static boolean isConnecting(SocketTimeoutException e) {
    return e.getMessage() != null && e.getMessage().toLowerCase(Locale.ROOT).contains("connect");
  }

  private <T> T body(Response response, Class<T> shape) throws IOException {
    String type = response.getHeaderString(HttpHeaders.CONTENT_TYPE);
    if (type != null && HTML.matcher(type).lookingAt()) {
      // a maintenance page, or a proxy's: it will pass
      throw new ConnectorFailure.Unreachable("Freshdesk answered a web page instead of data", null);
    }
    if (response.getLength() > MOST_BYTES) {
      throw AnswerTooHeavy.tooBig(HELPDESK, MOST_BYTES);
    }
    try (InputStream in = bounded(response)) {
      return JSON.read(in, shape);
    }
  }

  private InputStream bounded(Response response) throws IOException {
    InputStream in = response.readEntity(InputStream.class);
    String encoding = response.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    boolean packed = encoding != null && encoding.toLowerCase(Locale.ROOT).contains("gzip");
    return new BoundedAnswer(
        packed ? new GZIPInputStream(in, 16 * 1024) : in,
        HELPDESK,
        MOST_BYTES,
        LONGEST_ANSWER,
        clock);
  }

  private static boolean hasNext(Response response) {
    String links = response.getHeaderString(HttpHeaders.LINK);
    return links != null && NEXT.matcher(links).find();
  }

  private static RateLimits limits(Response response) {
    return RateLimits.read(
        response.getHeaderString("X-RateLimit-Total"),
        response.getHeaderString("X-RateLimit-Remaining"));
  }

  /** What a status outside 2xx means. */
  private RuntimeException refusal(Response response) {
    int status = response.getStatus();
    String said = HELPDESK + " answered " + status + error(response).words() + requestId(response);
    return switch (status) {
      case 401 -> new ConnectorFailure.CredentialsRejected(said + ": check " + access.whereKey());
      case 403 ->
          new ConnectorFailure.NotPermitted(
              said + ": the owner of the API key needs access to all tickets");
      case 429 -> new ConnectorFailure.Throttled(said, waitAsked(response));
      case 503 ->
          response.getHeaderString(HttpHeaders.RETRY_AFTER) == null
              ? new ConnectorFailure.Unreachable(said, null)
              : new ConnectorFailure.Throttled(said, waitAsked(response));
      case 408, 500, 502, 504, 524 -> AnswerTooHeavy.tooSlow(said, null);
      default -> {
        if (status >= 500) {
          yield new ConnectorFailure.Unreachable(said, null);
        }
        if (status < 400) {
          yield new ConnectorFailure.ContractBroken(
              said + ", a redirect, which is not followed: check " + access.whereAddress(), null);
        }
        yield new FreshdeskRefusal(said, status);
      }
    };
  }

  private Duration waitAsked(Response response) {
    return RetryAfter.read(response.getHeaderString(HttpHeaders.RETRY_AFTER), clock.instant())
        .orElse(WAIT_WHEN_NOT_TOLD);
  }

  /** Reads an error's body as far as it can be understood; it may well be HTML, text or nothing. */
  private FreshdeskError error(Response response) {
    if (!response.hasEntity()) {
      return FreshdeskError.SILENT;
    }
    try (InputStream in = bounded(response)) {
      JsonNode tree = JSON.readTree(in.readNBytes(MOST_ERROR_BYTES));
      return tree == null ? FreshdeskError.SILENT : FreshdeskError.of(tree);
    } catch (IOException e) {
      return FreshdeskError.SILENT;
    }
  }

  private static String requestId(Response response) {
    String id = response.getHeaderString("X-Request-Id");
    return id != null && REQUEST_ID.matcher(id).matches() ? " (request " + id + ")" : "";
  }
}
