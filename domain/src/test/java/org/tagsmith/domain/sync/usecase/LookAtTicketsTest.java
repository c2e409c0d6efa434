package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.sync.ConnectorFailure;

class LookAtTicketsTest {
  private static DatabaseForTests database;

  private final SyncTrial trial = new SyncTrial(database, 20, 10);

  @BeforeAll
  static void open() {
    database = DatabaseForTests.migrated();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void a_ticket_that_was_named_is_stored_as_it_is_now_before_reading_finds_it() {
    trial.server().sync(trial.account.id());
    trial.helpdesk.relabel(3, Set.of("just_now"));

    request(3);
    assertThat(look()).isEqualTo(1);

    assertThat(trial.stored().get(3L)).containsExactly("just_now");
    assertThat(waiting()).isZero();
    assertThat(look()).as("nothing is left to look at").isZero();
    trial.server().sync(trial.account.id());
    assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
    assertThat(trial.state().ticketsStored()).isEqualTo(20);
  }

  @Test
  void a_ticket_that_was_never_read_is_counted_once_whoever_reads_it_first() {
    trial.server().sync(trial.account.id());
    long opened = trial.helpdesk.open(Set.of("new"));

    request(opened);
    look();
    assertThat(trial.state().ticketsStored()).isEqualTo(21);
    trial.server().sync(trial.account.id());

    assertThat(trial.state().ticketsStored()).isEqualTo(21);
    assertThat(contacts()).isEqualTo(21);
  }

  @Test
  void many_requests_for_a_ticket_are_one_look() {
    for (int i = 0; i < 50; i++) {
      request(3);
      request(4);
    }

    assertThat(look()).isEqualTo(2);

    assertThat(trial.helpdesk.looks()).isEqualTo(1);
  }

  @Test
  void a_delivery_with_the_same_mark_asks_for_nothing_even_after_the_look() {
    assertThat(trial.looks.request(trial.account.id(), 3, "mark")).isTrue();
    look();

    assertThat(trial.looks.request(trial.account.id(), 3, "mark")).isFalse();
    assertThat(waiting()).isZero();
    assertThat(trial.looks.request(trial.account.id(), 3, "another")).isTrue();
  }

  @Test
  void a_request_that_comes_while_the_ticket_is_read_is_not_lost() {
    AtomicBoolean once = new AtomicBoolean(true);
    request(3);
    trial.fate(
        moment -> {
          if (moment.equals("before the transaction") && once.getAndSet(false)) {
            trial.helpdesk.relabel(3, Set.of("meanwhile"));
            request(3);
          }
        });

    look();
    assertThat(waiting()).as("asked for again while it was read").isEqualTo(1);
    look();

    assertThat(trial.stored().get(3L)).containsExactly("meanwhile");
    assertThat(waiting()).isZero();
  }

  @Test
  void a_ticket_that_is_gone_is_deleted_here_and_counts_as_no_contact_any_more() {
    trial.server().sync(trial.account.id());
    assertThat(contacts()).isEqualTo(20);
    trial.helpdesk.delete(3);

    request(3);
    request(77);
    assertThat(look()).isEqualTo(2);
    request(3);
    look();

    assertThat(trial.stored()).doesNotContainKey(3L).hasSize(19);
    assertThat(contacts()).isEqualTo(19);
    trial.server().sync(trial.account.id());
    assertThat(contacts()).isEqualTo(19);
    assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
  }

  @Test
  void more_than_the_helpdesk_gives_at_once_are_read_in_rounds() {
    for (int i = 0; i < 230; i++) {
      trial.helpdesk.open(Set.of("more"));
    }
    for (long ticket = 1; ticket <= 250; ticket++) {
      request(ticket);
    }

    assertThat(look()).isEqualTo(250);

    assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
    assertThat(trial.helpdesk.looks()).isEqualTo(5);
  }

  @Test
  void a_helpdesk_that_asks_for_a_pause_is_left_alone_and_nothing_is_lost() {
    request(3);
    trial.helpdesk.throttleNext(Duration.ofSeconds(40));

    assertThat(look()).isZero();
    assertThat(look()).as("still in the pause").isZero();
    assertThat(trial.helpdesk.looks()).isZero();
    trial.letTimePass();

    assertThat(look()).isEqualTo(1);
  }

  @Test
  void a_pause_that_reading_was_told_of_counts_for_looks_as_well() {
    trial.helpdesk.beforeCall(
        call -> {
          if (call.equals("read")) {
            throw new ConnectorFailure.Throttled("Too many requests", Duration.ofSeconds(40));
          }
        });
    trial.server().sync(trial.account.id());
    request(3);

    assertThat(look()).isZero();

    assertThat(trial.helpdesk.looks()).isZero();
  }

  @Test
  void a_ticket_that_cannot_be_read_is_given_up_after_some_attempts_and_left_to_reading() {
    AtomicInteger asked = new AtomicInteger();
    trial.helpdesk.beforeCall(
        call -> {
          if (call.equals("look")) {
            asked.incrementAndGet();
            throw new IllegalStateException("nobody expected this");
          }
        });
    request(3);

    for (int i = 0; i < 10; i++) {
      look();
      trial.letTimePass();
    }

    assertThat(asked).hasValue(LookAtTickets.MOST_ATTEMPTS);
    assertThat(waiting()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "after claim",
        "after due",
        "after renew",
        "before the transaction",
        "after hold",
        "after store",
        "after done",
        "before the commit",
        "after the commit",
        "before release"
      })
  void a_kill_at_any_step_loses_no_look_and_counts_no_ticket_twice(String step) {
    trial.server().sync(trial.account.id());
    long opened = trial.helpdesk.open(Set.of("new"));
    trial.helpdesk.relabel(3, Set.of("just_now"));
    request(opened);
    request(3);
    trial.fate(
        moment -> {
          if (moment.equals(step)) {
            throw new SyncTrial.Killed(step);
          }
        });
    assertThat(catchThrowable(this::look)).isInstanceOf(SyncTrial.Killed.class);
    trial.fate(moment -> {});
    trial.letTimePass();

    look();

    assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
    assertThat(trial.state().ticketsStored()).isEqualTo(21);
    assertThat(contacts()).isEqualTo(21);
    assertThat(waiting()).isZero();
  }

  @Test
  void two_servers_give_an_account_one_runner_and_another_takes_over_from_a_killed_one() {
    request(3);
    assertThat(trial.looks.claim(trial.account.id(), "one", Duration.ofSeconds(30))).isTrue();

    assertThat(look()).isZero();
    trial.letTimePass();

    assertThat(look()).isEqualTo(1);
    assertThat(trial.looks.renew(trial.account.id(), "one", Duration.ofSeconds(30))).isFalse();
  }

  private void request(long ticket) {
    assertThat(trial.looks.request(trial.account.id(), ticket, null)).isTrue();
  }

  private int look() {
    return trial.looker().lookAtDue(trial.account.id());
  }

  private long waiting() {
    return trial.number("select count(*) from ticket_to_look_at");
  }

  private long contacts() {
    return trial.number("select sum(contacts) from contact_day");
  }
}
