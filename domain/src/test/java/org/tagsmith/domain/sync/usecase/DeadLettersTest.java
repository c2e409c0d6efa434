package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.DeadLetter;
import org.tagsmith.domain.sync.OutboxRepository.OutboxCounts;
import org.tagsmith.domain.sync.SettingsRefused;
import org.tagsmith.domain.sync.persistence.SyncStoresForTests;
import org.tagsmith.domain.ticket.TicketId;

/** What becomes of changes that the helpdesk refused for good, on a real database. */
class DeadLettersTest {
  private static DatabaseForTests database;

  private final SyncTrial trial = new SyncTrial(database, 20, 10);
  private final SettleDeadLetters letters =
      new SettleDeadLetters(
          new FindAccount(
              trial.accounts, new OperatorsAccounts(new Connectors(List.of(trial.helpdesk)))),
          SyncStoresForTests.deadLetters(database.dataSource()));

  @BeforeAll
  static void open() {
    database = DatabaseForTests.migrated();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void what_was_refused_is_listed_with_what_was_wanted_and_why() {
    decide(3, Set.of("protected_one", "b"), Set.of("urgent"));
    write();

    DeadLetter letter = list().get(0);
    assertThat(letter.ticketId()).isEqualTo(3);
    assertThat(letter.add()).containsExactlyInAnyOrder("protected_one", "b");
    assertThat(letter.remove()).containsExactly("urgent");
    assertThat(letter.reason()).isEqualTo("protected-label");
    assertThat(letter.concerned()).containsExactly("protected_one");
    assertThat(letter.overtaken()).isEmpty();
    assertThat(letter.by()).isEqualTo("anna");
    assertThat(letter.refusedAt()).isAfterOrEqualTo(letter.decidedAt());
    assertThat(letter.lastRetry()).isEmpty();
  }

  @Test
  void tried_again_it_reaches_the_helpdesk_once_its_reason_is_gone_and_says_who_tried() {
    trial.helpdesk.delete(3);
    decide(3, Set.of("a"), Set.of());
    write();
    assertThat(retry(list().get(0))).isEqualTo(1);
    write();

    assertThat(list())
        .singleElement()
        .satisfies(
            again -> {
              assertThat(again.by()).isEqualTo("anna");
              assertThat(again.lastRetry().orElseThrow().by()).isEqualTo("mei");
            });
    trial.helpdesk.relabel(3, Set.of("back"));
    assertThat(retry(list().get(0))).isEqualTo(1);
    write();

    assertThat(trial.helpdesk.tickets().get(3L)).containsExactlyInAnyOrder("back", "a");
    assertThat(list()).isEmpty();
    assertThat(counts()).isEqualTo(new OutboxCounts(0, 0));
    assertThat(
            trial.number(
                "select count(*) from outbox_entry where state = 'retried' and settled_by = 'mei'"))
        .isEqualTo(2);
  }

  @Test
  void a_label_that_was_decided_anew_since_is_not_tried_again() {
    trial.helpdesk.delete(3);
    decide(3, Set.of("a", "b"), Set.of());
    write();
    trial.helpdesk.relabel(3, Set.of("a"));
    decide(3, Set.of(), Set.of("a"));
    write();

    DeadLetter letter = list().get(0);
    assertThat(letter.overtaken()).containsExactly("a");
    assertThat(retry(letter)).isEqualTo(1);
    write();

    assertThat(trial.helpdesk.tickets().get(3L)).containsExactly("b");
  }

  @Test
  void of_two_that_were_refused_about_one_label_only_the_later_can_be_tried_again() {
    trial.helpdesk.delete(3);
    decide(3, Set.of("a"), Set.of());
    write();
    decide(3, Set.of(), Set.of("a"));
    write();

    assertThat(list()).extracting(DeadLetter::canBeTriedAgain).containsExactly(true, false);
    assertThat(letters.retryAll(trial.account.id(), list().get(0).id(), "mei")).isEqualTo(1);
    assertThat(list()).extracting(DeadLetter::canBeTriedAgain).containsExactly(false);
  }

  @Test
  void trying_all_again_leaves_what_was_refused_after_the_list_was_read() {
    trial.helpdesk.delete(3);
    trial.helpdesk.delete(4);
    decide(3, Set.of("a"), Set.of());
    write();
    long seen = list().get(0).id();
    decide(4, Set.of("a"), Set.of());
    write();

    assertThat(letters.retryAll(trial.account.id(), seen, "mei")).isEqualTo(1);

    assertThat(list()).extracting(DeadLetter::ticketId).containsExactly(4L);
  }

  @Test
  void who_comes_second_tries_nothing_again() {
    trial.helpdesk.delete(3);
    decide(3, Set.of("a"), Set.of());
    write();
    DeadLetter letter = list().get(0);

    assertThat(retry(letter)).isEqualTo(1);
    assertThat(retry(letter)).isZero();
    assertThat(drop(letter)).isZero();
    assertThat(counts()).isEqualTo(new OutboxCounts(1, 0));
  }

  @Test
  void a_drop_can_be_taken_back() {
    trial.helpdesk.delete(3);
    decide(3, Set.of("a"), Set.of());
    write();
    DeadLetter letter = list().get(0);

    assertThat(drop(letter)).isEqualTo(1);
    assertThat(list()).isEmpty();
    assertThat(counts()).isEqualTo(new OutboxCounts(0, 0));
    assertThat(letters.takeBack(trial.account.id(), List.of(letter.id()))).isEqualTo(1);

    assertThat(list()).containsExactly(letter);
    assertThat(letters.takeBack(trial.account.id(), List.of(letter.id()))).isZero();
  }

  @Test
  void a_change_that_was_dropped_in_review_does_not_come_back_this_way() {
    database.execute("update write_back set mode = 'review'");
    decide(3, Set.of("a"), Set.of());
    long held = trial.number("select id from outbox_entry");
    SyncStoresForTests.heldChanges(database.dataSource()).drop(trial.account.id(), 3, held);

    assertThat(letters.takeBack(trial.account.id(), List.of(held))).isZero();
  }

  @Test
  void a_long_list_comes_in_pages() {
    for (int ticket = 1; ticket <= 20; ticket++) {
      for (int label = 0; label < 6; label++) {
        decide(ticket, Set.of("protected_" + label), Set.of());
      }
    }
    write();

    List<DeadLetter> first = list();
    List<DeadLetter> second = letters.list(trial.account.id(), first.get(49).id());
    List<DeadLetter> third = letters.list(trial.account.id(), second.get(49).id());

    assertThat(first).hasSize(SettleDeadLetters.PAGE);
    assertThat(third).hasSize(20);
    assertThat(first.get(0).id()).isGreaterThan(third.get(19).id());
    assertThat(second).doesNotContainAnyElementsOf(first).doesNotContainAnyElementsOf(third);
  }

  @Test
  void another_accounts_letters_are_nobodys_business() {
    trial.helpdesk.delete(3);
    decide(3, Set.of("a"), Set.of());
    write();
    HelpdeskAccountId other = trial.accounts.connect(trial.account.connector(), "other").id();

    assertThat(letters.list(other, null)).isEmpty();
    assertThat(letters.retry(other, List.of(list().get(0).id()), "mei")).isZero();
    assertThatThrownBy(() -> letters.list(new HelpdeskAccountId(77), null))
        .isInstanceOf(SettingsRefused.class);
  }

  private List<DeadLetter> list() {
    return letters.list(trial.account.id(), null);
  }

  private int retry(DeadLetter letter) {
    return letters.retry(trial.account.id(), List.of(letter.id()), "mei");
  }

  private int drop(DeadLetter letter) {
    return letters.drop(trial.account.id(), List.of(letter.id()), "mei");
  }

  private void decide(long ticket, Set<String> add, Set<String> remove) {
    trial.outbox.enqueue(new TicketId(trial.account.id(), ticket), add, remove, "anna");
  }

  private void write() {
    trial.writer().writeDue(trial.account.id());
  }

  private OutboxCounts counts() {
    return trial.outbox.count(trial.account.id());
  }
}
