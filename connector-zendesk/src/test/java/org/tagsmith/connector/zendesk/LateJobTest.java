package org.tagsmith.connector.zendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.DomainInWeld;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.Connector;
import org.tagsmith.domain.sync.OutboxRepository;
import org.tagsmith.domain.sync.OutboxRepository.OutboxCounts;
import org.tagsmith.domain.sync.usecase.ConnectAccounts;
import org.tagsmith.domain.sync.usecase.WriteBackLabels;
import org.tagsmith.domain.ticket.TicketId;
import org.tagsmith.sandbox.zendesk.SandboxSettings;
import org.tagsmith.sandbox.zendesk.SandboxZendesk;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;
import org.tagsmith.sandbox.zendesk.http.Fault;

/**
 * A job that changes a closed ticket after the agent has undone the decision it was sent for.
 * Before it was noted what had been sent, the next writer found no label, took the undo for
 * written, and then the job added the label for good.
 */
@EnableWeld
class LateJobTest {
  /** After so much time the sandbox runs a job although nobody looks at it. */
  private static final Duration UNTIL_IT_RUNS = Duration.ofSeconds(2);

  private final DatabaseForTests database = DatabaseForTests.migrated();
  private final ClockForTests clock = new ClockForTests(ZendeskParts.NOW);
  private final AtomicBoolean fatal = new AtomicBoolean();
  private final SandboxZendesk sandbox;
  private ZendeskParts parts;
  private TicketId ticket;

  @WeldSetup final WeldInitiator weld;

  @Inject ConnectAccounts accounts;
  @Inject WriteBackLabels writing;
  @Inject OutboxRepository outbox;

  /** A process that ends without another word. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  LateJobTest() throws IOException {
    sandbox =
        SandboxZendesk.start(
            SandboxSettings.builder()
                .tickets(200)
                .apiToken(ZendeskParts.TOKEN)
                .clock(clock)
                .build());
    parts = process();
    weld = DomainInWeld.on(database, clock, connector());
  }

  private ZendeskParts process() {
    return new ZendeskParts(
        Map.of("tagsmith.zendesk.base-url", sandbox.baseUri().toString()),
        clock,
        length -> {
          if (fatal.get()) {
            throw new Killed();
          }
        });
  }

  /** The connector of the process that runs now. */
  private Connector connector() {
    return (Connector)
        Proxy.newProxyInstance(
            Connector.class.getClassLoader(),
            new Class<?>[] {Connector.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(parts.connector, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @BeforeEach
  void connect() {
    HelpdeskAccountId account = accounts.connect().get(0).id();
    ticket =
        new TicketId(
            account,
            sandbox
                .tickets()
                .all()
                .filter(SandboxTicket::closed)
                .map(SandboxTicket::id)
                .findFirst()
                .orElseThrow());
  }

  @AfterEach
  void close() {
    parts.close();
    sandbox.close();
    database.close();
  }

  @Test
  void an_undo_is_not_lost_to_the_job_of_a_process_that_was_killed() {
    decide(true);
    fatal.set(true);
    assertThatThrownBy(() -> writing.writeDue(ticket.account())).isInstanceOf(Killed.class);
    fatal.set(false);
    parts.close();
    parts = process();
    decide(false);

    write();
    letTheJobRun();

    assertThat(labels()).doesNotContain("by_mistake");
    assertThat(outbox.count(ticket.account())).isEqualTo(new OutboxCounts(0, 0));
  }

  @Test
  void an_undo_is_not_lost_to_a_job_whose_end_was_not_seen() {
    decide(true);
    sandbox.faults().always("/api/v2/job_statuses/", Fault.unavailable());
    assertThat(write()).isZero();
    sandbox.faults().clear();
    decide(false);

    assertThat(write()).as("the job is only beginning").isZero();
    letTheJobRun();
    assertThat(labels()).as("the job has run").contains("by_mistake");
    assertThat(write()).isEqualTo(1);

    assertThat(labels()).doesNotContain("by_mistake");
    assertThat(outbox.count(ticket.account())).isEqualTo(new OutboxCounts(0, 0));
  }

  @Test
  void a_job_whose_end_was_not_seen_is_not_sent_a_second_time() {
    decide(true);
    sandbox.faults().always("/api/v2/job_statuses/", Fault.unavailable());
    write();
    sandbox.faults().clear();
    letTheJobRun();

    assertThat(write()).isEqualTo(1);

    assertThat(labels()).contains("by_mistake");
    assertThat(sandbox.journal().effects())
        .filteredOn(effect -> effect.by().equals("batch"))
        .hasSize(1);
  }

  private void decide(boolean add) {
    Set<String> label = Set.of("by_mistake");
    outbox.enqueue(ticket, add ? label : Set.of(), add ? Set.of() : label, "anna");
  }

  /** Writes what is due once leases and pauses are over. */
  private int write() {
    database.execute("update write_back set lease_until = null, paused_until = null");
    database.execute("update outbox_entry set next_attempt_at = now()");
    return writing.writeDue(ticket.account());
  }

  private void letTheJobRun() {
    clock.pass(UNTIL_IT_RUNS);
    parts.connector.countTickets(accounts.connect().get(0));
  }

  private Set<String> labels() {
    return Set.copyOf(sandbox.tickets().find(ticket.remoteId()).orElseThrow().tags());
  }
}
