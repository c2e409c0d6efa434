package org.tagsmith.connector.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.domain.sync.SyncCursor;
import org.tagsmith.domain.sync.TicketBatch;
import org.tagsmith.domain.ticket.Rating;
import org.tagsmith.domain.ticket.Satisfaction;
import org.tagsmith.domain.ticket.TicketFacts;
import org.tagsmith.domain.ticket.TicketSnapshot;
import org.tagsmith.sandbox.zendesk.SandboxSettings;
import org.tagsmith.sandbox.zendesk.SandboxZendesk;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;
import org.tagsmith.sandbox.zendesk.desk.Staff;

/** Facts and names over HTTP, against the sandbox's own truth. */
class SandboxFactsTest {
  private final ClockForTests clock = new ClockForTests(ZendeskParts.NOW);
  private final Map<Long, TicketSnapshot> read = new HashMap<>();
  private SandboxZendesk sandbox;
  private ZendeskParts parts;
  private TicketBatch last;

  @BeforeEach
  void start() throws IOException {
    sandbox =
        SandboxZendesk.start(
            SandboxSettings.builder()
                .tickets(300)
                .apiToken(ZendeskParts.TOKEN)
                .clock(clock)
                .build());
    parts =
        new ZendeskParts(Map.of("tagsmith.zendesk.base-url", sandbox.baseUri().toString()), clock);
  }

  @AfterEach
  void stop() {
    parts.close();
    sandbox.close();
  }

  @Test
  void every_ticket_comes_with_the_facts_that_zendesk_has() {
    readOn();

    sandbox
        .tickets()
        .all()
        .forEach(
            truth -> {
              TicketFacts facts = read.get(truth.id()).facts();
              assertThat(facts.brandId()).isEqualTo(Staff.brandOf(truth));
              assertThat(facts.language()).isNotNull();
              assertThat(facts.channel()).isNotNull();
              if (truth.deleted()) {
                assertThat(facts.handling()).isNull();
              } else {
                assertThat(facts.handling().reopens()).isEqualTo(truth.story().reopens());
                assertThat(facts.handling().firstReplyMinutes()).isEqualTo(replied(truth));
                assertThat(seconds(facts.handling().solvedAt()))
                    .isEqualTo(truth.story().solvedAt());
                assertThat(facts.handling().closedAt() != null).isEqualTo(truth.closed());
              }
            });
    assertThat(read.values())
        .extracting(ticket -> ticket.facts().rating())
        .contains(
            new Rating(Satisfaction.GOOD, "good"),
            new Rating(Satisfaction.BAD, "bad"),
            Rating.NONE);
    assertThat(last.names().agents()).containsValue("Mei-Ling Chen");
    assertThat(last.names().groups()).containsValues("Cards", "Payments");
    assertThat(last.names().brands()).containsValues("Harbour Bank", "Harbour Business");
  }

  @Test
  void a_ticket_that_is_solved_opened_again_and_rated_tells_so() {
    readOn();
    long id =
        read.values().stream()
            .filter(ticket -> ticket.status().isEditable())
            .mapToLong(TicketSnapshot::remoteId)
            .max()
            .orElseThrow();
    int before = read.get(id).facts().handling().reopens();

    change(id, ticket -> ticket.withStatus("solved").rated("bad"));
    clock.pass(Duration.ofHours(1));
    change(id, ticket -> ticket.withStatus("open"));
    clock.pass(Duration.ofHours(1));
    readOn();

    TicketFacts facts = read.get(id).facts();
    assertThat(facts.rating()).isEqualTo(new Rating(Satisfaction.BAD, "bad"));
    assertThat(facts.handling().solvedAt()).isNull();
    assertThat(facts.handling().reopens()).isGreaterThan(before);
  }

  private void change(long id, java.util.function.UnaryOperator<SandboxTicket> edit) {
    sandbox.tickets().change(id, "agent", edit);
  }

  private void readOn() {
    SyncCursor cursor = last == null ? parts.connector.startAt(Instant.EPOCH) : last.next();
    do {
      last = parts.connector.read(ZendeskParts.ACCOUNT, cursor);
      last.tickets().forEach(ticket -> read.put(ticket.remoteId(), ticket));
      cursor = last.next();
    } while (!last.endOfStream());
  }

  private static Integer replied(SandboxTicket truth) {
    long at = truth.firstRepliedAt();
    return at == 0 ? null : (int) ((at - truth.createdAt()) / 60);
  }

  private static long seconds(Instant time) {
    return time == null ? 0 : time.getEpochSecond();
  }
}
