package org.tagsmith.sandbox.hook;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.Router;

/**
 * Sends a delivery for each change of a ticket, if there is somebody to send it to. Nothing waits
 * for an answer. Thread-safe.
 */
public final class Webhooks implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration OVERTAKEN_BY = Duration.ofSeconds(2);
  private static final int REMEMBERED = 50;

  private final Vendor vendor;
  private final Clock clock;
  private final ScheduledExecutorService sender;
  private final HttpClient client;
  private final Deque<Sent> earlier = new ArrayDeque<>();
  private final AtomicLong changes = new AtomicLong();
  private final AtomicLong accepted = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong repeated = new AtomicLong();
  private final AtomicLong onTheirWay = new AtomicLong();

  private volatile Target target;
  private volatile LongFunction<Mischief> mischief = number -> Mischief.NONE;

  /**
   * Sends nothing yet.
   *
   * @param clock the vendor's time
   */
  public Webhooks(Vendor vendor, Clock clock) {
    this.vendor = vendor;
    this.clock = clock;
    this.sender =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "sandbox-webhooks");
              thread.setDaemon(true);
              return thread;
            });
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
  }

  private record Target(URI address, String secret) {}

  private record Sent(String body, Map<String, String> proof) {}

  /**
   * What became of deliveries so far.
   *
   * @param changes tickets that changed while there was a target
   * @param accepted answered with 2xx
   * @param refused answered with anything else, or not at all
   * @param repeated sent again because of that
   * @param onTheirWay neither answered nor given up
   */
  public record Totals(long changes, long accepted, long refused, long repeated, long onTheirWay) {}

  /**
   * Sends deliveries there from now on.
   *
   * @param address null for nowhere
   * @param secret to prove them with
   */
  public void sendTo(URI address, String secret) {
    target = address == null ? null : new Target(address, secret);
  }

  /** What shall happen to the delivery of the n-th change from now on, counted from 1. */
  public void misbehave(LongFunction<Mischief> byNumber) {
    changes.set(0);
    mischief = byNumber;
  }

  /** What became of them. */
  public Totals totals() {
    return new Totals(
        changes.get(), accepted.get(), refused.get(), repeated.get(), onTheirWay.get());
  }

  /** Tells that a ticket changed; does not wait. */
  public void changed(long ticket) {
    Target to = target;
    if (to == null) {
      return;
    }
    Mischief fate = mischief.apply(changes.incrementAndGet());
    String body = body(ticket);
    switch (fate) {
      case LOST -> {}
      case OVERTAKEN -> later(OVERTAKEN_BY, () -> send(to, body));
      case DUPLICATED -> {
        later(Duration.ZERO, () -> send(to, body));
        later(Duration.ZERO, () -> send(to, body));
      }
      case FORGED -> {
        later(Duration.ZERO, () -> send(to, body));
        later(Duration.ZERO, () -> forge(to, body(ticket + 1)));
      }
      case REPLAYED -> {
        later(Duration.ZERO, () -> send(to, body));
        later(Duration.ZERO, () -> replay(to));
      }
      case NONE -> later(Duration.ZERO, () -> send(to, body));
    }
  }

  /** Adds a switch for the person who runs the sandbox. */
  public void addTo(Router router) {
    router
        .on("GET", "/sandbox/webhooks", (request, id) -> state())
        .on("POST", "/sandbox/webhooks", (request, id) -> plan(request.json()));
  }

  private Answer state() {
    Totals totals = totals();
    return Answer.json(
        200,
        Map.of(
            "on", target != null,
            "changes", totals.changes(),
            "accepted", totals.accepted(),
            "refused", totals.refused(),
            "repeated", totals.repeated(),
            "mischief", Mischief.values()));
  }

  private Answer plan(JsonNode wanted) {
    Mischief named = Mischief.named(wanted.path("mischief").asText("")).orElse(Mischief.NONE);
    long every = Math.max(1, wanted.path("every").asLong(1));
    misbehave(number -> number % every == 0 ? named : Mischief.NONE);
    return state();
  }

  private static String body(long ticket) {
    return "{\"ticket_id\":\"" + ticket + "\"}";
  }

  private static byte[] bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  private void later(Duration pause, Runnable work) {
    onTheirWay.incrementAndGet();
    try {
      var unused = sender.schedule(work, pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      onTheirWay.decrementAndGet();
    }
  }

  private void send(Target to, String body) {
    Sent sent = new Sent(body, vendor.proof(to.secret(), bytes(body), clock.instant()));
    synchronized (earlier) {
      earlier.addLast(sent);
      if (earlier.size() > REMEMBERED) {
        earlier.removeFirst();
      }
    }
    post(to, sent, 0, true);
  }

  private void forge(Target to, String body) {
    Map<String, String> proof = vendor.proof("not " + to.secret(), bytes(body), clock.instant());
    post(to, new Sent(body, proof), 0, false);
  }

  private void replay(Target to) {
    Sent copy;
    synchronized (earlier) {
      copy = earlier.peekFirst();
    }
    if (copy == null) {
      onTheirWay.decrementAndGet();
    } else {
      post(to, copy, 0, false);
    }
  }

  private void post(Target to, Sent sent, int before, boolean again) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to.address())
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(sent.body()));
    sent.proof().forEach(request::header);
    var unused =
        client
            .sendAsync(request.build(), HttpResponse.BodyHandlers.discarding())
            .handle((answer, failure) -> failure == null ? answer.statusCode() : 0)
            .thenAccept(status -> answered(to, sent, before, again, status));
  }

  private void answered(Target to, Sent sent, int before, boolean again, int status) {
    onTheirWay.decrementAndGet();
    if (status >= 200 && status < 300) {
      accepted.incrementAndGet();
      return;
    }
    refused.incrementAndGet();
    if (again && before < vendor.pauses().size() && (status == 0 || vendor.repeatsAfter(status))) {
      repeated.incrementAndGet();
      later(vendor.pauses().get(before), () -> post(to, sent, before + 1, true));
    }
  }

  @Override
  public void close() {
    sender.shutdownNow();
  }
}
