package org.tagsmith.domain.sync;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.ticket.TicketSnapshot;
import org.tagsmith.domain.ticket.TicketStatus;

/**
 * What every connector promises, whatever its helpdesk is like. A connector's test extends this and
 * says how to start its helpdesk.
 */
public abstract class ConnectorContract {
  private static final Instant BEFORE_EVERYTHING = Instant.parse("2000-01-01T00:00:00Z");
  private static final int MOST_PAGES = 1000;
  private static final int A_FEW_PAGES = 25;
  private static final int A_PAGE = 10;

  private HelpdeskUnderTest helpdesk;

  /**
   * Starts a helpdesk with tickets of its own invention, all of them old enough to be exported.
   *
   * @param tickets how many
   * @param pageSize how many the connector asks for at once
   */
  protected abstract HelpdeskUnderTest start(int tickets, int pageSize);

  @AfterEach
  void stop() {
    if (helpdesk != null) {
      helpdesk.close();
    }
  }

  @Test
  void reading_on_to_the_end_of_the_stream_finds_every_ticket_with_its_labels() {
    begin();

    Walk walk = walk(start());

    assertThat(walk.labels()).isEqualTo(helpdesk.tickets());
    assertThat(walk.batches).hasSizeGreaterThan(1);
  }

  @Test
  void an_account_without_tickets_is_at_the_end_of_its_stream() {
    helpdesk = start(0, 10);

    Walk walk = walk(start());

    assertThat(walk.labels()).isEmpty();
  }

  @Test
  void reading_a_bookmark_again_gives_at_least_the_same_changes() {
    begin();
    SyncCursor cursor = read(start()).next();

    TicketBatch once = read(cursor);
    TicketBatch again = read(cursor);

    assertThat(again.tickets()).containsAll(once.tickets());
  }

  @Test
  void a_bookmark_never_comes_back_before_the_end_of_the_stream() {
    begin();
    SyncCursor first = start();

    List<SyncCursor> cursors = new ArrayList<>(List.of(first));
    walk(first).batches.stream()
        .filter(batch -> !batch.endOfStream())
        .forEach(batch -> cursors.add(batch.next()));

    assertThat(cursors).doesNotHaveDuplicates();
  }

  @Test
  void what_has_been_read_up_to_never_moves_back() {
    begin();

    List<Instant> readUpTo =
        walk(start()).batches.stream()
            .map(TicketBatch::readUpTo)
            .filter(time -> time != null)
            .toList();

    assertThat(readUpTo).isNotEmpty().isSorted();
  }

  @Test
  void a_bookmark_survives_a_restart() {
    begin();
    TicketBatch first = read(start());
    SyncCursor kept = new SyncCursor(first.next().encoded());

    TicketBatch next = helpdesk.freshConnector().read(helpdesk.account(), kept);

    assertThat(next.tickets()).isEqualTo(read(first.next()).tickets());
  }

  @Test
  void a_stream_that_ends_tells_all_that_changed_until_then_and_stops_short_of_what_came_later() {
    begin();
    Set<Long> earlier = helpdesk.tickets().keySet();
    Instant until = newest(walk(start()));
    helpdesk.settle();
    Set<Long> later = new HashSet<>();
    for (int i = 0; i < 3 * A_PAGE; i++) {
      later.add(helpdesk.open(Set.of("later")));
    }
    helpdesk.settle();

    SyncCursor ending = helpdesk.connector().startAt(BEFORE_EVERYTHING, until);
    Set<Long> told = walk(ending).last.keySet();

    assertThat(told).containsAll(earlier);
    // a connector need not know such streams; then they end where all do
    if (!ending.equals(start())) {
      assertThat(later.stream().filter(told::contains)).hasSizeLessThanOrEqualTo(A_PAGE);
    }
  }

  @Test
  void live_reading_and_a_backfill_tell_every_ticket_between_them_whatever_changes_meanwhile() {
    begin();
    Instant until = newest(walk(start()));
    helpdesk.settle();
    Walk live = new Walk(helpdesk.connector().startAt(until));
    Walk backfill = new Walk(helpdesk.connector().startAt(BEFORE_EVERYTHING, until));
    List<Long> numbers = helpdesk.tickets().keySet().stream().sorted().toList();

    for (int page = 0; !backfill.take(read(backfill.end())); page++) {
      assertThat(page).isLessThan(MOST_PAGES);
      if (page < 4) {
        // among those read already, and among those that are not
        helpdesk.relabel(numbers.get(page), Set.of("meanwhile"));
        helpdesk.relabel(numbers.get(numbers.size() - 1 - page), Set.of("meanwhile"));
        helpdesk.open(Set.of("meanwhile"));
        helpdesk.settle();
      }
    }
    while (!live.take(read(live.end()))) {
      assertThat(live.batches).hasSizeLessThan(MOST_PAGES);
    }

    Map<Long, Set<String>> labels = backfill.labels();
    labels.putAll(live.labels());
    assertThat(labels).isEqualTo(helpdesk.tickets());
  }

  @Test
  void a_bookmark_of_a_stream_that_ends_survives_a_restart() {
    begin();
    Instant until = newest(walk(start()));
    TicketBatch first = read(helpdesk.connector().startAt(BEFORE_EVERYTHING, until));
    SyncCursor kept = new SyncCursor(first.next().encoded());

    TicketBatch next = helpdesk.freshConnector().read(helpdesk.account(), kept);

    assertThat(next.tickets()).isEqualTo(read(first.next()).tickets());
    assertThat(next.endOfStream()).isEqualTo(read(first.next()).endOfStream());
  }

  @Test
  void reading_that_can_wait_need_not_where_no_limit_is_near() {
    begin();
    walk(start());

    assertThat(helpdesk.connector().untilFree(helpdesk.account(), 10)).isZero();
  }

  @Test
  void a_change_after_the_end_of_the_stream_is_found_from_there() {
    begin();
    SyncCursor end = walk(start()).end();
    long changed = anyTicket();

    helpdesk.relabel(changed, Set.of("changed_later"));
    long opened = helpdesk.open(Set.of("opened_later"));
    helpdesk.settle();
    Walk walk = walk(end);

    assertThat(walk.labels())
        .containsEntry(changed, Set.of("changed_later"))
        .containsEntry(opened, Set.of("opened_later"));
  }

  @Test
  void nothing_is_skipped_when_many_tickets_change_in_the_same_instant() {
    begin();
    SyncCursor end = walk(start()).end();

    helpdesk.relabelAtOnce(helpdesk.tickets().keySet(), "bulk_action");
    helpdesk.settle();
    Walk walk = walk(end);

    assertThat(walk.labels()).isEqualTo(helpdesk.tickets());
  }

  @Test
  void a_deleted_ticket_is_reported_as_deleted() {
    begin();
    SyncCursor end = walk(start()).end();
    long deleted = anyTicket();

    helpdesk.delete(deleted);
    helpdesk.settle();
    Walk walk = walk(end);

    assertThat(walk.last.get(deleted).status()).isEqualTo(TicketStatus.DELETED);
  }

  @Test
  void a_demand_to_wait_is_told_with_its_time() {
    begin();
    helpdesk.throttleNext(Duration.ofSeconds(37));

    ConnectorFailure.Throttled throttled =
        catchThrowableOfType(ConnectorFailure.Throttled.class, () -> read(start()));

    assertThat(throttled).isNotNull();
    assertThat(throttled.retryAfter()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(40));
    assertThat(walk(start()).labels()).isEqualTo(helpdesk.tickets());
  }

  @Test
  void a_helpdesk_that_does_not_answer_is_unreachable_and_read_on_when_it_is_back() {
    begin();
    SyncCursor cursor = read(start()).next();
    helpdesk.unplug(true);

    assertThatThrownBy(() -> read(cursor)).isInstanceOf(ConnectorFailure.Unreachable.class);

    helpdesk.unplug(false);
    assertThat(read(cursor).tickets()).isNotEmpty();
  }

  @Test
  void a_key_that_was_revoked_is_told_for_reading_and_for_writing() {
    begin();
    long ticket = anyTicket();
    SyncCursor cursor = start();
    helpdesk.revokeKey();

    assertThatThrownBy(() -> read(cursor)).isInstanceOf(ConnectorFailure.CredentialsRejected.class);
    assertThatThrownBy(() -> write(ticket, Set.of("x"), Set.of()))
        .isInstanceOf(ConnectorFailure.CredentialsRejected.class);
  }

  @Test
  void tickets_read_by_their_numbers_are_as_they_are_now_and_need_not_have_been_exported() {
    begin();
    walk(start());
    long changed = anyTicket();
    helpdesk.relabel(changed, Set.of("just_now"));
    long opened = helpdesk.open(Set.of("opened_just_now"));

    LookedAt looked = look(Set.of(changed, opened));

    assertThat(looked.gone()).isEmpty();
    assertThat(looked.tickets().stream().collect(toMap(t -> t.remoteId(), t -> t.labels())))
        .isEqualTo(Map.of(changed, Set.of("just_now"), opened, helpdesk.tickets().get(opened)));
  }

  @Test
  void a_ticket_read_by_its_number_is_never_newer_than_the_same_state_read_from_the_stream() {
    begin();
    SyncCursor end = walk(start()).end();
    long changed = anyTicket();
    helpdesk.relabel(changed, Set.of("just_now"));
    TicketSnapshot now = look(Set.of(changed)).tickets().get(0);
    helpdesk.settle();

    TicketSnapshot exported = walk(end).last.get(changed);

    assertThat(now.generatedAt()).isBeforeOrEqualTo(exported.generatedAt());
    assertThat(now.labels()).isEqualTo(exported.labels());
    assertThat(now.status()).isEqualTo(exported.status());
    assertThat(now.channel()).isEqualTo(exported.channel());
    assertThat(now.subject()).isEqualTo(exported.subject());
    assertThat(now.contactId()).isEqualTo(exported.contactId());
  }

  @Test
  void a_comparison_with_the_helpdesk_finds_no_drift_in_what_the_stream_told() {
    begin();
    SyncCursor end = walk(start()).end();
    long changed = anyTicket();
    helpdesk.relabel(changed, Set.of("later"));
    helpdesk.settle();
    Walk walk = walk(start());
    assertThat(walk(end).labels()).containsEntry(changed, Set.of("later"));
    Map<Long, Drift.State> ours = new HashMap<>();
    walk.last.forEach((id, ticket) -> ours.put(id, Drift.State.of(ticket)));

    Set<Long> left = new HashSet<>(ours.keySet());
    for (int look = 0; look < A_FEW_PAGES && !left.isEmpty(); look++) {
      Comparison comparison = Comparison.of(left, look(left), ours, Instant.MAX, true);
      assertThat(comparison.drift()).isEmpty();
      left.removeAll(comparison.answered());
    }

    assertThat(left).isEmpty();
  }

  @Test
  void a_comparison_with_the_helpdesk_finds_what_changed_since_the_stream_was_read() {
    begin();
    Walk walk = walk(start());
    Map<Long, Drift.State> ours = new HashMap<>();
    walk.last.forEach((id, ticket) -> ours.put(id, Drift.State.of(ticket)));
    long changed = anyTicket();
    long deleted = ours.keySet().stream().filter(id -> id != changed).findFirst().orElseThrow();
    helpdesk.settle();
    helpdesk.relabel(changed, Set.of("just_now"));
    helpdesk.delete(deleted);
    Set<Long> both = Set.of(changed, deleted);

    Comparison unread = Comparison.of(both, look(both), ours, Instant.EPOCH, false);
    Comparison settled = Comparison.of(both, look(both), ours, Instant.MAX, true);

    assertThat(unread.drift()).isEmpty();
    assertThat(unread.onItsWay()).isEqualTo(1);
    assertThat(unread.suspects()).containsExactly(deleted);
    assertThat(settled.drift())
        .extracting(Drift::ticketId)
        .containsExactlyInAnyOrderElementsOf(both);
    assertThat(settled.drift())
        .filteredOn(drift -> drift.ticketId() == changed)
        .singleElement()
        .satisfies(drift -> assertThat(drift.kinds()).contains(Drift.Kind.LABELS));
    assertThat(settled.drift())
        .filteredOn(drift -> drift.ticketId() == deleted)
        .singleElement()
        .satisfies(drift -> assertThat(drift.kinds()).containsExactly(Drift.Kind.GONE));
  }

  @Test
  void a_number_without_a_ticket_is_told_and_a_deleted_ticket_is_gone_or_deleted() {
    begin();
    long deleted = anyTicket();
    helpdesk.delete(deleted);

    LookedAt looked = look(Set.of(deleted, 999_999_999L));

    assertThat(looked.answered()).contains(deleted, 999_999_999L);
    assertThat(looked.gone()).contains(999_999_999L);
    assertThat(looked.tickets())
        .allSatisfy(ticket -> assertThat(ticket.status()).isEqualTo(TicketStatus.DELETED));
  }

  @Test
  void a_look_takes_at_least_one_ticket_of_many_and_says_which() {
    begin();
    Set<Long> left = new HashSet<>(helpdesk.tickets().keySet());

    for (int look = 0; look < A_FEW_PAGES && !left.isEmpty(); look++) {
      Set<Long> answered = look(left).answered();
      assertThat(answered).isNotEmpty().isSubsetOf(left);
      left.removeAll(answered);
    }

    assertThat(left).isEmpty();
  }

  @Test
  void a_look_that_must_wait_or_is_not_let_in_says_so() {
    begin();
    long ticket = anyTicket();
    helpdesk.throttleNext(Duration.ofSeconds(37));
    assertThatThrownBy(() -> look(Set.of(ticket))).isInstanceOf(ConnectorFailure.Throttled.class);

    helpdesk.revokeKey();
    assertThatThrownBy(() -> look(Set.of(ticket)))
        .isInstanceOf(ConnectorFailure.CredentialsRejected.class);
  }

  @Test
  void the_number_of_tickets_is_about_right_where_the_helpdesk_tells_it() {
    begin();

    helpdesk
        .connector()
        .countTickets(helpdesk.account())
        .ifPresent(count -> assertThat(count).isBetween(20L, 30L));
  }

  @Test
  void the_label_of_a_house_tag_is_read_back_as_it_was_written() {
    begin();
    SyncCursor end = walk(start()).end();
    long ticket = anyTicket();
    String label = helpdesk.connector().labelFor("Upgrade_CreditCard");

    LabelWriteOutcome outcome = write(ticket, Set.of(label), Set.of());
    helpdesk.settle();

    assertThat(outcome).isInstanceOf(LabelWriteOutcome.Written.class);
    assertThat(walk(end).labels().get(ticket)).contains(label);
  }

  @Test
  void a_label_that_is_there_is_not_written_again() {
    begin();
    long ticket = anyTicket();
    write(ticket, Set.of("once"), Set.of());
    int before = helpdesk.writes();

    LabelWriteOutcome outcome = write(ticket, Set.of("once"), Set.of("was_never_there"));

    assertThat(outcome).isInstanceOf(LabelWriteOutcome.AlreadySo.class);
    assertThat(helpdesk.writes()).isEqualTo(before);
    assertThat(before).isEqualTo(1);
  }

  @Test
  void a_write_adds_and_removes_only_what_it_names() {
    begin();
    long ticket = anyTicket();
    helpdesk.relabel(ticket, Set.of("of_a_colleague", "wrong"));

    LabelWriteOutcome outcome = write(ticket, Set.of("right"), Set.of("wrong"));

    assertThat(outcome).isInstanceOf(LabelWriteOutcome.Written.class);
    assertThat(((LabelWriteOutcome.Written) outcome).labels())
        .containsExactlyInAnyOrder("of_a_colleague", "right");
    assertThat(helpdesk.tickets().get(ticket)).containsExactlyInAnyOrder("of_a_colleague", "right");
  }

  @Test
  void what_a_dry_run_shows_is_what_the_write_then_does_and_itself_writes_nothing() {
    begin();
    long ticket = anyTicket();
    helpdesk.relabel(ticket, Set.of("of_a_colleague", "wrong"));
    LabelChange change =
        new LabelChange(ticket, Set.of("right", "of_a_colleague"), Set.of("wrong"));

    PlannedWrite planned = plan(change);

    assertThat(planned)
        .isEqualTo(new PlannedWrite.Sends(new LabelPlan(Set.of("right"), Set.of("wrong"))));
    assertThat(helpdesk.writes()).isZero();
    assertThat(helpdesk.tickets().get(ticket)).containsExactlyInAnyOrder("of_a_colleague", "wrong");
    assertThat(write(ticket, change.add(), change.remove()))
        .isInstanceOfSatisfying(
            LabelWriteOutcome.Written.class,
            written ->
                assertThat(written.labels()).containsExactlyInAnyOrder("of_a_colleague", "right"));
    assertThat(plan(change))
        .isEqualTo(
            new PlannedWrite.Ends(
                new LabelWriteOutcome.AlreadySo(Set.of("of_a_colleague", "right"))));
  }

  @Test
  void a_refusal_that_a_dry_run_foresees_is_the_one_that_the_write_ends_with() {
    begin();
    long ticket = anyTicket();
    helpdesk.delete(ticket);

    for (long number : List.of(ticket, 999_999_999L)) {
      LabelChange change = new LabelChange(number, Set.of("too_late"), Set.of());
      assertThat(plan(change))
          .isEqualTo(new PlannedWrite.Ends(write(number, change.add(), Set.of())));
    }
    assertThat(helpdesk.writes()).isZero();
  }

  @Test
  void a_dry_run_that_must_wait_or_is_not_let_in_says_so() {
    begin();
    LabelChange change = new LabelChange(anyTicket(), Set.of("x"), Set.of());
    helpdesk.throttleNext(Duration.ofSeconds(37));
    assertThatThrownBy(() -> plan(change)).isInstanceOf(ConnectorFailure.Throttled.class);

    helpdesk.revokeKey();
    assertThatThrownBy(() -> plan(change)).isInstanceOf(ConnectorFailure.CredentialsRejected.class);
  }

  @Test
  void a_deleted_ticket_refuses_labels() {
    begin();
    long ticket = anyTicket();
    helpdesk.delete(ticket);

    LabelWriteOutcome outcome = write(ticket, Set.of("too_late"), Set.of());

    assertThat(outcome).isInstanceOf(LabelWriteOutcome.Refused.class);
    assertThat(((LabelWriteOutcome.Refused) outcome).reason()).isEqualTo("deleted");
  }

  @Test
  void a_write_that_must_wait_changes_nothing() {
    begin();
    long ticket = anyTicket();
    Set<String> before = helpdesk.tickets().get(ticket);
    helpdesk.throttleNext(Duration.ofSeconds(5));

    assertThatThrownBy(() -> write(ticket, Set.of("later"), Set.of()))
        .isInstanceOf(ConnectorFailure.Throttled.class);

    assertThat(helpdesk.tickets().get(ticket)).isEqualTo(before);
    assertThat(helpdesk.writes()).isZero();
  }

  private void begin() {
    helpdesk = start(A_FEW_PAGES, A_PAGE);
  }

  private long anyTicket() {
    return helpdesk.tickets().keySet().stream().sorted().skip(3).findFirst().orElseThrow();
  }

  private static Instant newest(Walk walk) {
    return walk.batches.stream()
        .map(TicketBatch::readUpTo)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElseThrow();
  }

  private SyncCursor start() {
    return helpdesk.connector().startAt(BEFORE_EVERYTHING);
  }

  private TicketBatch read(SyncCursor cursor) {
    return helpdesk.connector().read(helpdesk.account(), cursor);
  }

  private LookedAt look(Set<Long> ids) {
    return helpdesk.connector().readTickets(helpdesk.account(), ids);
  }

  private PlannedWrite plan(LabelChange change) {
    return helpdesk.connector().plan(helpdesk.account(), change);
  }

  private LabelWriteOutcome write(long ticket, Set<String> add, Set<String> remove) {
    return helpdesk.connector().write(helpdesk.account(), new LabelChange(ticket, add, remove));
  }

  private Walk walk(SyncCursor from) {
    Walk walk = new Walk(from);
    boolean atEnd = false;
    while (!atEnd) {
      assertThat(walk.batches).as("pages before the end of the stream").hasSizeLessThan(MOST_PAGES);
      atEnd = walk.take(read(walk.end()));
    }
    return walk;
  }

  /** All pages from a bookmark to the end of the stream. */
  private static final class Walk {
    private final List<TicketBatch> batches = new ArrayList<>();
    private final Map<Long, TicketSnapshot> last = new HashMap<>();
    private final SyncCursor from;

    private Walk(SyncCursor from) {
      this.from = from;
    }

    private boolean take(TicketBatch batch) {
      batches.add(batch);
      batch.tickets().forEach(ticket -> last.put(ticket.remoteId(), ticket));
      return batch.endOfStream();
    }

    private SyncCursor end() {
      return batches.isEmpty() ? from : batches.get(batches.size() - 1).next();
    }

    private Map<Long, Set<String>> labels() {
      Map<Long, Set<String>> labels = new HashMap<>();
      last.forEach(
          (id, ticket) -> {
            if (ticket.status() != TicketStatus.DELETED) {
              labels.put(id, ticket.labels());
            }
          });
      return labels;
    }
  }
}
