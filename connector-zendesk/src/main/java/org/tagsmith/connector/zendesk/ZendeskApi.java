package org.tagsmith.connector.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.HttpMethod;
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
import java.util.OptionalInt;
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
import org.tagsmith.domain.sync.http.CallLimits;
import org.tagsmith.domain.sync.http.HelpdeskJson;
import org.tagsmith.domain.sync.http.PublicConnections;
import org.tagsmith.domain.sync.http.RetryAfter;

/**
 * The wire: sends one call, bounds its answer in size and time, and turns every status into what it
 * means. Holds no policy: it never waits and never tries twice. Thread-safe.
 */
final class ZendeskApi {
  private static final HelpdeskJson JSON = new HelpdeskJson("Zendesk");

  /** The largest answer, unpacked, that is read; a page of 1,000 tickets has about 2 to 5 MB. */
  static final long MOST_BYTES = 20_000_000;

  /** Zendesk's official Ruby client waits as long when it is not told. */
  static final Duration WAIT_WHEN_NOT_TOLD = Duration.ofSeconds(10);

  /** What the failure says where the subdomain is nobody's. */
  static final String NOBODY_HERE = "there is no Zendesk at this address";

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

  private final ZendeskAccess access;
  private final Clock clock;
  private final Client client;
  private final CallLimits limits;
  private volatile OptionalInt callsPerMinute = OptionalInt.empty();

  ZendeskApi(ZendeskAccess access, Clock clock) {
    this.access = access;
    this.clock = clock;
    this.limits = new CallLimits(clock);
    this.client =
        ClientBuilder.newBuilder()
            .withConfig(connections(access))
            .connectTimeout(CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
            .readTimeout(READ_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
            // a redirect could carry the credential to another host
            .property(ClientProperties.FOLLOW_REDIRECTS, false)
            .property(ClientProperties.REQUEST_ENTITY_PROCESSING, RequestEntityProcessing.BUFFERED)
            .property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE_CLIENT, true)
            .property(TRACED, (Predicate<Object>) call -> false)
            .register(new ZendeskAuthenticator(access))
            .register(new LateBody())
            .build();
  }

  private static ClientConfig connections(ZendeskAccess access) {
    HttpUrlConnectorProvider provider = new HttpUrlConnectorProvider();
    return new ClientConfig()
        .connectorProvider(
            access.mustBePublic() ? provider.connectionFactory(PublicConnections::open) : provider);
  }

  void close() {
    client.close();
  }

  /** What is used of the limits on which reading lives. */
  CallLimits limits() {
    return limits;
  }

  /** The limit of the account's plan, as the last answer told it. */
  OptionalInt callsPerMinute() {
    return callsPerMinute;
  }

  /**
   * Sends one call.
   *
   * @return the answer, whole and read
   * @throws ConnectorFailure if there is no usable answer
   * @throws ZendeskRefusal if Zendesk understood and said no
   * @throws AnswerTooHeavy if the answer is too big or takes too long
   */
  <T> T send(ZendeskRequest<T> request) {
    try (Response response = invoke(request)) {
      int status = response.getStatus();
      callsPerMinute = RateLimits.callsPerMinute(response.getStringHeaders());
      RateLimits.note(response.getStringHeaders(), limits);
      if (status >= 200 && status < 300) {
        return body(response, request.answer());
      }
      throw refusal(response);
    } catch (BoundedAnswer.Exceeded e) {
      throw e.reason();
    } catch (SocketTimeoutException e) {
      throw AnswerTooHeavy.tooSlow("Zendesk's answer did not arrive in time", e);
    } catch (IOException e) {
      throw new ConnectorFailure.Unreachable("Zendesk's answer broke off", e);
    }
  }

  private <T> Response invoke(ZendeskRequest<T> request) throws IOException {
    Invocation.Builder call =
        client
            .target(access.baseUri() + request.path())
            .request(MediaType.APPLICATION_JSON_TYPE)
            .header(HttpHeaders.ACCEPT_ENCODING, "gzip")
            .header(HttpHeaders.USER_AGENT, "Tagsmith");
    try {
      if (request.body() == null) {
        return call.method(request.method());
      }
      byte[] body = JSON.write(request.body());
      return request.method().equals(HttpMethod.DELETE)
          ? LateBody.attach(call, body).method(request.method())
          : call.method(request.method(), Entity.entity(body, MediaType.APPLICATION_JSON_TYPE));
    } catch (ProcessingException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof ConnectorFailure failure) {
          throw failure;
        }
        // a connection that is never accepted says nothing about the size of the page
        if (cause instanceof SocketTimeoutException slow && !isConnecting(slow)) {
          throw slow;
        }
      }
      throw new ConnectorFailure.Unreachable(
          "Zendesk cannot be reached at " + access.baseUri().getHost(), e);
    }
  }

  private static boolean isConnecting(SocketTimeoutException e) {
    return e.getMessage() != null && e.getMessage().toLowerCase(Locale.ROOT).contains("connect");
  }

  private <T> T body(Response response, Class<T> type) throws IOException {
    requireJson(response);
    requireSize(response);
    try (InputStream in = unpacked(response)) {
      return JSON.read(new BoundedAnswer(in, "Zendesk", MOST_BYTES, LONGEST_ANSWER, clock), type);
    }
  }

  private static void requireJson(Response response) {
    MediaType type = response.getMediaType();
    if (type != null && type.getSubtype().toLowerCase(Locale.ROOT).contains("html")) {
      // a maintenance page, or a proxy's: it will pass
      throw new ConnectorFailure.Unreachable("Zendesk answered a web page instead of data", null);
    }
  }

  private static void requireSize(Response response) {
    String length = response.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    // eight digits are enough for what is allowed; a longer number is too big whatever it says
    if (length != null
        && length.matches("[0-9]+")
        && (length.length() > 8 || Long.parseLong(length) > MOST_BYTES)) {
      throw AnswerTooHeavy.tooBig("Zendesk", MOST_BYTES);
    }
  }

  private static InputStream unpacked(Response response) throws IOException {
    InputStream in = response.readEntity(InputStream.class);
    String encoding = response.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    return encoding != null && encoding.toLowerCase(Locale.ROOT).contains("gzip")
        ? new GZIPInputStream(in, 16 * 1024)
        : in;
  }

  /** What a status outside 2xx means. */
  private RuntimeException refusal(Response response) {
    int status = response.getStatus();
    ZendeskError error = error(response);
    String said =
        "Zendesk answered "
            + status
            + (error.code().isEmpty() ? "" : " " + error.code())
            + requestId(response);
    if (error.isWrongSubdomain()) {
      return new ConnectorFailure.CredentialsRejected(
          said + ": " + NOBODY_HERE + ", check " + access.whereAddress());
    }
    return switch (status) {
      case 401 ->
          new ConnectorFailure.CredentialsRejected(
              said
                  + ": check "
                  + access.whereKey()
                  + ", and that token access is on in Zendesk's Admin Center");
      case 403 ->
          new ConnectorFailure.NotPermitted(
              said + ": the connected user needs the role of an admin");
      case 429 -> new ConnectorFailure.Throttled(said, waitAsked(response));
      case 503 ->
          response.getHeaderString(HttpHeaders.RETRY_AFTER) == null
              ? new ConnectorFailure.Unreachable(said, null)
              : new ConnectorFailure.Throttled(said, waitAsked(response));
      case 408, 504, 524 -> AnswerTooHeavy.tooSlow(said, null);
      default -> {
        if (status >= 500) {
          yield new ConnectorFailure.Unreachable(said, null);
        }
        if (status < 400) {
          yield new ConnectorFailure.ContractBroken(
              said + ", a redirect, which is not followed: check " + access.whereAddress(), null);
        }
        yield new ZendeskRefusal(said, status, error.code());
      }
    };
  }

  private Duration waitAsked(Response response) {
    return RetryAfter.read(response.getHeaderString(HttpHeaders.RETRY_AFTER), clock.instant())
        .or(() -> RateLimits.read(response.getStringHeaders()).exhaustedFor())
        .orElse(WAIT_WHEN_NOT_TOLD);
  }

  /** Reads an error's body as far as it can be understood; it may well be HTML, text or nothing. */
  private ZendeskError error(Response response) {
    if (!response.hasEntity()) {
      return ZendeskError.SILENT;
    }
    try (InputStream in = unpacked(response)) {
      byte[] bytes =
          new BoundedAnswer(in, "Zendesk", MOST_BYTES, LONGEST_ANSWER, clock)
              .readNBytes(MOST_ERROR_BYTES);
      JsonNode tree = JSON.readTree(bytes);
      return tree == null ? ZendeskError.SILENT : ZendeskError.of(tree);
    } catch (IOException e) {
      return ZendeskError.SILENT;
    }
  }

  private static String requestId(Response response) {
    String id = response.getHeaderString("X-Zendesk-Request-Id");
    if (id == null) {
      id = response.getHeaderString("X-Request-Id");
    }
    return id != null && REQUEST_ID.matcher(id).matches() ? " (request " + id + ")" : "";
  }
}
