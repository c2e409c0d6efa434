package org.tagsmith.connector.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tagsmith.domain.sync.SyncCursor;
import org.tagsmith.domain.sync.TicketBatch;
import org.tagsmith.domain.ticket.TicketSnapshot;
import org.tagsmith.domain.ticket.TicketStatus;
import org.tagsmith.sandbox.freshdesk.SandboxFreshdesk;
import org.tagsmith.sandbox.freshdesk.desk.Place;
import org.tagsmith.sandbox.freshdesk.desk.SandboxTicket;

/**
 * The list moves while it is read: each change takes a ticket from its place to the end, and all
 * behind it move up. Whatever happens between two calls, in the end we hold what the helpdesk
 * holds.
 */
class MovingListTest {
  private static final int TICKETS = 60;
  private static final int CROWD = 40;
  private static final int PAGE = 7;
  private static final int DISTURBED_PAGES = 14;

  @Property(tries = 40)
  void whatever_happens_between_two_pages_nothing_is_lost(@ForAll long seed) {
    Random random = new Random(seed);
    MovableClock clock = new MovableClock();
    try (SandboxFreshdesk sandbox = FreshdeskParts.sandbox(TICKETS, clock);
        FreshdeskParts parts = FreshdeskParts.reading(sandbox, PAGE, clock)) {
      Held held = new Held(parts);
      // long ago, so that what is read again at the end cannot make good what was skipped
      crowd(sandbox, random, CROWD);
      clock.move(Duration.ofHours(1));
      for (int page = 0; page < DISTURBED_PAGES; page++) {
        held.readPage();
        disturb(sandbox, random);
        clock.move(Duration.ofSeconds(random.nextInt(90)));
      }
      // the look that is under way may have passed a list before its last change: one more
      held.readToTheEnd();
      clock.move(Duration.ofMinutes(2));
      held.readToTheEnd();

      assertThat(held.labels()).isEqualTo(truth(sandbox));
    }
  }

  @Example
  void a_change_within_the_second_that_was_just_read_is_read_again() {
    MovableClock clock = new MovableClock();
    try (SandboxFreshdesk sandbox = FreshdeskParts.sandbox(5, clock);
        FreshdeskParts parts = FreshdeskParts.reading(sandbox, 100, clock)) {
      Held held = new Held(parts);
      long id = ids(sandbox).get(0);
      sandbox.tickets().retag(id, "agent", before -> Set.of("first"));
      held.readToTheEnd();
      sandbox.tickets().retag(id, "agent", before -> Set.of("second"));
      held.readToTheEnd();

      assertThat(held.labels().get(id)).containsExactly("second");
    }
  }

  @Example
  void an_account_in_which_nothing_happens_costs_one_call_with_no_rows_a_look() {
    MovableClock clock = new MovableClock();
    try (SandboxFreshdesk sandbox = FreshdeskParts.sandbox(20, clock);
        FreshdeskParts parts = FreshdeskParts.reading(sandbox, 100, clock)) {
      Held held = new Held(parts);
      crowd(sandbox, new Random(1), 20);
      held.readToTheEnd();
      clock.move(Trail.QUIET);
      held.readToTheEnd();
      clock.move(Duration.ofSeconds(15));

      TicketBatch batch = held.readPage();

      assertThat(batch.tickets()).isEmpty();
      assertThat(batch.endOfStream()).isTrue();
    }
  }

  private static void crowd(SandboxFreshdesk sandbox, Random random, int size) {
    List<Long> ids = ids(sandbox);
    for (int i = 0; i < size && !ids.isEmpty(); i++) {
      relabel(sandbox, ids.remove(random.nextInt(ids.size())), random);
    }
  }

  private static void disturb(SandboxFreshdesk sandbox, Random random) {
    List<Long> ids = ids(sandbox);
    for (int i = random.nextInt(5); i > 0 && !ids.isEmpty(); i--) {
      long id = ids.remove(random.nextInt(ids.size()));
      switch (random.nextInt(8)) {
        case 0 -> sandbox.tickets().delete(id, "agent");
        case 1 -> sandbox.tickets().spam(id, "agent");
        case 2 -> sandbox.tickets().create(sandbox.tickets().find(id).orElseThrow(), "customer");
        default -> relabel(sandbox, id, random);
      }
    }
  }

  private static List<Long> ids(SandboxFreshdesk sandbox) {
    return new ArrayList<>(truth(sandbox).keySet().stream().sorted().toList());
  }

  private static void relabel(SandboxFreshdesk sandbox, long id, Random random) {
    Set<String> labels = Set.of("label_" + random.nextInt(1000));
    sandbox.tickets().retag(id, "agent", before -> labels);
  }

  private static Map<Long, Set<String>> truth(SandboxFreshdesk sandbox) {
    return sandbox
        .tickets()
        .all()
        .filter(ticket -> ticket.place() == Place.LISTED)
        .collect(Collectors.toMap(SandboxTicket::id, ticket -> Set.copyOf(ticket.tags())));
  }

  /**
   * What is stored, by the store's rule: a ticket never goes back in time, the later read counts.
   */
  private static final class Held {
    private final FreshdeskParts parts;
    private final Map<Long, TicketSnapshot> tickets = new HashMap<>();
    private SyncCursor cursor;

    private Held(FreshdeskParts parts) {
      this.parts = parts;
      cursor = parts.connector.startAt(Instant.parse("2000-01-01T00:00:00Z"));
    }

    private TicketBatch readPage() {
      TicketBatch batch = parts.connector.read(FreshdeskParts.ACCOUNT, cursor);
      batch
          .tickets()
          .forEach(
              next ->
                  tickets.merge(
                      next.remoteId(),
                      next,
                      (held, read) ->
                          read.generatedAt().isBefore(held.generatedAt()) ? held : read));
      cursor = batch.next();
      return batch;
    }

    private void readToTheEnd() {
      Set<SyncCursor> visited = new HashSet<>();
      while (!readPage().endOfStream()) {
        assertThat(visited.add(cursor)).as("a bookmark that was not given before").isTrue();
      }
    }

    private Map<Long, Set<String>> labels() {
      return tickets.values().stream()
          .filter(ticket -> ticket.status() != TicketStatus.DELETED)
          .collect(Collectors.toMap(TicketSnapshot::remoteId, TicketSnapshot::labels));
    }
  }
}
