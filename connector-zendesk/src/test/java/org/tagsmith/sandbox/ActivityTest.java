package org.tagsmith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tagsmith.sandbox.desk.Journal;
import org.tagsmith.sandbox.zendesk.desk.TicketDesk;
import org.tagsmith.sandbox.zendesk.invented.InventedTickets;
import org.tagsmith.sandbox.zendesk.live.Activity;

class ActivityTest {
  @Test
  void customers_open_tickets_and_colleagues_tag_them() {
    TurnableClock clock = new TurnableClock();
    long newest = clock.instant().getEpochSecond() - 120;
    Journal journal = new Journal();
    TicketDesk desk = new TicketDesk(new InventedTickets(1, 100, newest), clock, journal);
    long before = desk.count();
    try (Activity activity = new Activity(desk, new InventedTickets(2, 100, newest), 3)) {
      for (int i = 0; i < 60; i++) {
        activity.step();
        clock.turn(Duration.ofSeconds(10));
      }
    }

    assertThat(desk.count()).isGreaterThan(before + 20).isLessThan(before + 60);
    Set<String> by = journal.effects().stream().map(Journal.Effect::by).collect(Collectors.toSet());
    assertThat(by).containsExactlyInAnyOrder("activity", "triage");
    assertThat(desk.all().filter(t -> t.id() > 100))
        .allMatch(t -> desk.person(t.requesterId()).isPresent());
  }
}
