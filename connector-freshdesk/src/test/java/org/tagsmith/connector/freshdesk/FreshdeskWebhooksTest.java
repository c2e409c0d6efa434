package org.tagsmith.connector.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.sync.Delivery;
import org.tagsmith.domain.sync.DeliveryRefusal;
import org.tagsmith.domain.sync.DeliveryVerdict;
import org.tagsmith.domain.sync.DeliveryVerdict.Genuine;
import org.tagsmith.domain.sync.DeliveryVerdict.Refused;
import org.tagsmith.sandbox.freshdesk.SandboxFreshdesk;
import org.tagsmith.sandbox.hook.Mischief;
import org.tagsmith.sandbox.hook.Webhooks;

/** What a rule of Freshdesk's sends is what the verifier believes, and nothing else. */
class FreshdeskWebhooksTest {
  private static final String SECRET = "a-secret-of-ours-with-40-characters-0123";

  private final Queue<DeliveryVerdict> verdicts = new ConcurrentLinkedQueue<>();
  private final SandboxFreshdesk sandbox = FreshdeskParts.sandbox(5, Clock.systemUTC());
  private final Config settings =
      FreshdeskParts.settings(Map.of(FreshdeskSignatureVerifier.SECRET, SECRET));
  private final FreshdeskSignatureVerifier verifier =
      new FreshdeskSignatureVerifier(
          new FreshdeskConfig(settings), settings, (connector, purpose) -> List.of());
  private final HttpServer door;

  FreshdeskWebhooksTest() throws IOException {
    door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    door.createContext("/", this::received);
  }

  @BeforeEach
  void open() {
    door.start();
    URI address = URI.create("http://localhost:" + door.getAddress().getPort() + "/");
    sandbox.webhooks().sendTo(address, SECRET);
  }

  @AfterEach
  void close() {
    sandbox.close();
    door.stop(0);
  }

  @Test
  void a_change_of_a_ticket_is_told_once() throws InterruptedException {
    long ticket = change();

    quiet();

    assertThat(verdicts).containsExactly(new Genuine(OptionalLong.of(ticket), null));
  }

  @Test
  void a_forged_delivery_is_refused_beside_the_true_one() throws InterruptedException {
    sandbox.webhooks().misbehave(number -> Mischief.FORGED);
    long ticket = change();

    quiet();

    assertThat(verdicts)
        .containsExactlyInAnyOrder(
            new Genuine(OptionalLong.of(ticket), null), new Refused(DeliveryRefusal.FORGED));
  }

  @Test
  void a_lost_delivery_is_not_sent_and_a_duplicated_one_is_sent_twice()
      throws InterruptedException {
    sandbox.webhooks().misbehave(number -> number == 1 ? Mischief.LOST : Mischief.DUPLICATED);
    change();
    quiet();
    assertThat(verdicts).isEmpty();

    change();
    quiet();

    assertThat(verdicts).hasSize(2);
  }

  @Test
  void a_delivery_that_is_refused_waits_five_minutes_for_its_repetition()
      throws InterruptedException {
    door.removeContext("/");
    door.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });
    change();

    Webhooks.Totals totals = sandbox.webhooks().totals();
    for (int waited = 0; totals.repeated() == 0; waited++) {
      assertThat(waited).isLessThan(100);
      Thread.sleep(50);
      totals = sandbox.webhooks().totals();
    }

    assertThat(totals.refused()).isEqualTo(1);
  }

  private void received(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    DeliveryVerdict verdict =
        verifier.verify(
            FreshdeskParts.ACCOUNT, new Delivery(exchange.getRequestHeaders()::getFirst, body));
    verdicts.add(verdict);
    exchange.sendResponseHeaders(verdict instanceof Genuine ? 204 : 401, -1);
    exchange.close();
  }

  private long change() {
    long ticket = sandbox.tickets().all().findFirst().orElseThrow().id();
    sandbox.tickets().retag(ticket, "agent", tags -> Set.of("changed_" + System.nanoTime()));
    return ticket;
  }

  private void quiet() throws InterruptedException {
    for (int waited = 0; sandbox.webhooks().totals().onTheirWay() > 0; waited++) {
      assertThat(waited).isLessThan(100);
      Thread.sleep(50);
    }
  }
}
