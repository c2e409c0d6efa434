package org.tagsmith.domain.sync.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagsmith.domain.sync.persistence.StoreFixture.MORNING;
import static org.tagsmith.domain.sync.persistence.StoreFixture.ticket;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.ticket.TicketSnapshot;
import org.tagsmith.domain.ticket.TicketStatus;

class BulkTicketBatchStoreProperties {
  private static StoreFixture fixture;

  @BeforeContainer
  static void open() {
    fixture = new StoreFixture();
  }

  @AfterContainer
  static void close() {
    fixture.close();
  }

  @Property(tries = 25)
  void pages_in_any_order_and_any_number_end_in_the_same_rows(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int snapshots) {
    Random random = new Random(seed);
    List<TicketSnapshot> history = new ArrayList<>();
    for (int i = 0; i < snapshots; i++) {
      history.add(snapshotOf(1 + random.nextInt(8), random.nextInt(6)));
    }
    HelpdeskAccount inOrder = fixture.account();
    HelpdeskAccount shuffled = fixture.account();
    storeInPages(inOrder, history, random);
    List<TicketSnapshot> twice = new ArrayList<>(history);
    twice.addAll(history);
    Collections.shuffle(twice, random);
    storeInPages(shuffled, twice, random);

    assertThat(tickets(shuffled)).isEqualTo(tickets(inOrder)).isEqualTo(expected(history));
    assertThat(fixture.counts(inOrder)).isEqualTo(fixture.countedFromTickets(inOrder));
    assertThat(fixture.counts(shuffled)).isEqualTo(fixture.counts(inOrder));
  }

  /** Snapshots of one ticket and second are equal, as a helpdesk's are. */
  private static TicketSnapshot snapshotOf(int id, int second) {
    Random content = new Random(id * 31L + second);
    String[] labels =
        content
            .ints(content.nextInt(4), 0, 5)
            .distinct()
            .mapToObj(i -> "l" + i)
            .toArray(String[]::new);
    TicketStatus status = content.nextInt(4) == 0 ? TicketStatus.DELETED : TicketStatus.OPEN;
    return ticket(id, second, MORNING.plus(Duration.ofDays(content.nextInt(3))), status, labels);
  }

  private static void storeInPages(
      HelpdeskAccount account, List<TicketSnapshot> snapshots, Random random) {
    int from = 0;
    while (from < snapshots.size()) {
      int to = Math.min(snapshots.size(), from + 1 + random.nextInt(10));
      fixture.store(account, snapshots.subList(from, to).toArray(TicketSnapshot[]::new));
      from = to;
    }
  }

  private static List<String> expected(List<TicketSnapshot> history) {
    TreeMap<Long, TicketSnapshot> latest = new TreeMap<>();
    for (TicketSnapshot snapshot : history) {
      latest.merge(
          snapshot.remoteId(),
          snapshot,
          (a, b) -> a.generatedAt().isAfter(b.generatedAt()) ? a : b);
    }
    return latest.values().stream()
        .map(
            ticket ->
                "%d|%d|%s|{%s}"
                    .formatted(
                        ticket.remoteId(),
                        ticket.status().code(),
                        ticket.createdAt().toString().substring(0, 10),
                        String.join(",", ticket.labels().stream().sorted().toList())))
        .toList();
  }

  private static List<String> tickets(HelpdeskAccount account) {
    return fixture.rows(
        """
        select remote_id, status, (created_at at time zone 'UTC')::date,
          array(select text from label where id = any (label_ids) order by text)
        from ticket join tag_set on tag_set.id = tag_set_id
        where account_id = ? order by remote_id""",
        account.id().value());
  }
}
