package org.tagsmith.domain.disposition.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tagsmith.domain.DomainInWeld;
import org.tagsmith.domain.disposition.Action;
import org.tagsmith.domain.disposition.Disposition;
import org.tagsmith.domain.disposition.DispositionCommand;
import org.tagsmith.domain.disposition.DispositionRefused;
import org.tagsmith.domain.disposition.RecordedDisposition;
import org.tagsmith.domain.disposition.Through;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.InMemoryConnector;
import org.tagsmith.domain.sync.usecase.ConnectAccounts;
import org.tagsmith.domain.sync.usecase.ReadSyncProgress;
import org.tagsmith.domain.sync.usecase.WriteBackLabels;
import org.tagsmith.domain.ticket.TicketId;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.usecase.PublishVocabulary;

@EnableWeld
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordDispositionTest {
  private static final int UPGRADE = 1;
  private static final int CLOSE = 2;
  private static final int RETIRED = 3;

  private final DatabaseForTests database = DatabaseForTests.migrated();
  private final ClockForTests clock = new ClockForTests(Instant.parse("2026-03-02T09:00:00Z"));
  private final InMemoryConnector helpdesk = new InMemoryConnector(20, 10);

  @WeldSetup WeldInitiator weld = DomainInWeld.on(database, clock, helpdesk);

  @Inject RecordDisposition recordDisposition;
  @Inject ReadDispositions readDispositions;
  @Inject MostUsedCodes mostUsedCodes;
  @Inject ConnectAccounts connectAccounts;
  @Inject WriteBackLabels writeBackLabels;
  @Inject ReadSyncProgress readSyncProgress;
  @Inject PublishVocabulary publishVocabulary;

  private HelpdeskAccount account;
  private boolean published;

  @BeforeEach
  void connect() {
    if (!published) {
      publishVocabulary.publish(vocabulary(), "lead", "first");
      published = true;
    }
    database.execute("truncate helpdesk_account restart identity cascade");
    account = connectAccounts.connect().get(0);
    clock.pass(Duration.ofHours(1));
  }

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  void a_tag_is_added_in_the_helpdesks_spelling_and_goes_out() {
    RecordedDisposition recorded = record(add(3, UPGRADE, Through.HELPDESK));

    assertThat(recorded.label()).isEqualTo("upgrade_creditcard");
    assertThat(recorded.changed()).isTrue();
    assertThat(waiting()).isEqualTo(1);
    assertThat(writeBackLabels.writeDue(account.id())).isEqualTo(1);
    assertThat(helpdesk.tickets().get(3L)).contains("upgrade_creditcard");
  }

  @Test
  void a_tag_set_in_the_open_form_is_recorded_and_does_not_go_out() {
    record(add(3, UPGRADE, Through.FORM));

    assertThat(waiting()).isZero();
    assertThat(readDispositions.of(ticket(3)))
        .extracting(Disposition::label)
        .containsExactly("upgrade_creditcard");
  }

  @Test
  void a_reason_code_records_its_house_tag_with_agent_time_and_vocabulary() {
    record(new DispositionCommand(ticket(3), Action.ADD, null, 17, null, "anna", Through.FORM));

    Disposition kept = readDispositions.of(ticket(3)).get(0);
    assertThat(kept.houseTagId()).isEqualTo(UPGRADE);
    assertThat(kept.reasonCode()).isEqualTo(17);
    assertThat(kept.agent()).isEqualTo("anna");
    assertThat(kept.vocabularyVersion()).isEqualTo(1);
    assertThat(kept.decidedAt()).isEqualTo(clock.instant());
  }

  @Test
  void a_ticket_that_was_not_read_yet_can_be_tagged() {
    assertThat(record(add(987_654_321, UPGRADE, Through.HELPDESK)).changed()).isTrue();
  }

  @Test
  void a_ticket_of_an_account_that_is_not_connected_is_refused() {
    TicketId elsewhere = new TicketId(new HelpdeskAccountId(99), 1);

    assertRefused(
        new DispositionCommand(elsewhere, Action.REMOVE, null, null, "x", "anna", Through.HELPDESK),
        "unknown-ticket");
    assertRefused(
        new DispositionCommand(elsewhere, Action.ADD, UPGRADE, null, null, "a", Through.HELPDESK),
        "unknown-ticket");
  }

  @Test
  void what_the_vocabulary_does_not_allow_is_refused_with_its_reason_and_leaves_no_trace() {
    assertRefused(add(3, 4711, Through.HELPDESK), "unknown-tag");
    assertRefused(code(99), "unknown-code");
    assertRefused(
        new DispositionCommand(ticket(3), Action.ADD, CLOSE, 17, null, "a", Through.HELPDESK),
        "code-of-another-tag");
    DispositionRefused retiredTag = assertRefused(add(3, RETIRED, Through.HELPDESK), "retired-tag");
    DispositionRefused retiredCode = assertRefused(code(18), "retired-code");

    assertThat(retiredTag.successorId()).contains(UPGRADE);
    assertThat(retiredTag)
        .hasMessage("The house tag Upgrade_OldCard is retired. Use house tag 1 instead.");
    assertThat(retiredCode.successorId()).contains(UPGRADE);
    assertThat(retiredCode).hasMessage("The reason code 18 is retired. Use 17 instead.");
    assertThat(readDispositions.of(ticket(3))).isEmpty();
    assertThat(waiting()).isZero();
  }

  @Test
  void a_label_is_removed_exactly_as_found_whatever_the_vocabulary_says_of_it() {
    String odd = "升級_信用卡, \"sic\" 💳";

    RecordedDisposition recorded =
        record(
            new DispositionCommand(
                ticket(3), Action.REMOVE, null, null, odd, "anna", Through.HELPDESK));

    assertThat(recorded.label()).isEqualTo(odd);
    assertThat(recorded.houseTagId()).isNull();
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void a_label_as_long_as_helpdesks_let_people_type_can_be_removed() {
    String label = "x".repeat(5000);

    assertThat(
            record(
                    new DispositionCommand(
                        ticket(3), Action.REMOVE, null, null, label, "anna", Through.HELPDESK))
                .label())
        .isEqualTo(label);
  }

  @Test
  void a_retired_tag_can_still_be_removed() {
    RecordedDisposition recorded =
        record(
            new DispositionCommand(
                ticket(3), Action.REMOVE, RETIRED, null, null, "anna", Through.HELPDESK));

    assertThat(recorded.label()).isEqualTo("upgrade_oldcard");
  }

  @Test
  void a_second_click_is_the_same_decision() {
    RecordedDisposition first = record(add(3, UPGRADE, Through.HELPDESK));
    clock.pass(Duration.ofSeconds(2));

    RecordedDisposition second = record(add(3, UPGRADE, Through.HELPDESK));

    assertThat(second.changed()).isFalse();
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void the_same_command_much_later_is_a_new_decision() {
    record(add(3, UPGRADE, Through.HELPDESK));
    clock.pass(Duration.ofMinutes(2));

    assertThat(record(add(3, UPGRADE, Through.HELPDESK)).changed()).isTrue();
  }

  @Test
  void the_opposite_command_undoes_and_the_same_one_after_it_redoes() {
    record(add(3, UPGRADE, Through.HELPDESK));
    RecordedDisposition undone =
        record(
            new DispositionCommand(
                ticket(3), Action.REMOVE, UPGRADE, null, null, "anna", Through.HELPDESK));
    RecordedDisposition redone = record(add(3, UPGRADE, Through.HELPDESK));

    assertThat(undone.changed()).isTrue();
    assertThat(redone.changed()).isTrue();
    writeBackLabels.writeDue(account.id());
    assertThat(helpdesk.tickets().get(3L)).contains("upgrade_creditcard");
  }

  @Test
  void many_clicks_at_once_are_one_decision() throws Exception {
    ExecutorService clicks = Executors.newFixedThreadPool(8);
    try {
      List<Future<RecordedDisposition>> recorded = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        recorded.add(clicks.submit(() -> record(add(5, CLOSE, Through.HELPDESK))));
      }
      int changed = 0;
      for (Future<RecordedDisposition> one : recorded) {
        changed += one.get().changed() ? 1 : 0;
      }
      assertThat(changed).isEqualTo(1);
      assertThat(waiting()).isEqualTo(1);
    } finally {
      clicks.shutdownNow();
    }
  }

  @Test
  void a_decision_that_cannot_be_queued_is_not_recorded_either() {
    database.execute("alter table outbox_entry add constraint full_disk check (ticket_id <> 6)");
    try {
      assertThatThrownBy(() -> record(add(6, UPGRADE, Through.HELPDESK)))
          .isInstanceOf(RuntimeException.class);
    } finally {
      database.execute("alter table outbox_entry drop constraint full_disk");
    }

    assertThat(readDispositions.of(ticket(6))).isEmpty();
  }

  @Test
  void only_the_last_decision_about_each_label_is_told_newest_first() {
    record(add(3, UPGRADE, Through.FORM));
    record(add(3, CLOSE, Through.FORM));
    record(
        new DispositionCommand(
            ticket(3), Action.REMOVE, UPGRADE, null, null, "anna", Through.FORM));

    assertThat(readDispositions.of(ticket(3)))
        .extracting(Disposition::label, Disposition::action)
        .containsExactly(
            tuple("upgrade_creditcard", Action.REMOVE), tuple("close_account", Action.ADD));
  }

  @Test
  void an_agents_own_codes_come_first_and_colleagues_fill_up() {
    for (long ticket = 1; ticket <= 3; ticket++) {
      give(ticket, 17, "bea");
    }
    give(4, 20, "anna");

    assertThat(mostUsedCodes.of(account.id(), "anna", 6)).containsExactly(20, 17);
    assertThat(mostUsedCodes.of(account.id(), "bea", 1)).containsExactly(17);
    assertThat(mostUsedCodes.of(account.id(), "nobody", 6)).containsExactly(17, 20);
    assertThat(mostUsedCodes.of(new HelpdeskAccountId(99), "anna", 6)).isEmpty();
  }

  @Test
  void a_command_that_names_nothing_is_refused_in_words() {
    assertThatThrownBy(
            () ->
                new DispositionCommand(
                    ticket(3), Action.ADD, null, null, "label", "anna", Through.FORM))
        .hasMessageContaining("give houseTagId or reasonCode");
    assertThatThrownBy(
            () ->
                new DispositionCommand(
                    ticket(3), Action.REMOVE, null, null, null, "anna", Through.FORM))
        .hasMessageContaining("say what to remove");
    assertThatThrownBy(
            () -> new DispositionCommand(ticket(3), Action.ADD, 1, null, null, " ", Through.FORM))
        .hasMessageContaining("agent");
  }

  private void give(long ticket, int code, String agent) {
    record(
        new DispositionCommand(ticket(ticket), Action.ADD, null, code, null, agent, Through.FORM));
  }

  private RecordedDisposition record(DispositionCommand command) {
    return recordDisposition.record(command);
  }

  private DispositionCommand add(long ticket, int houseTagId, Through through) {
    return new DispositionCommand(
        ticket(ticket), Action.ADD, houseTagId, null, null, "anna", through);
  }

  private DispositionCommand code(int number) {
    return new DispositionCommand(
        ticket(3), Action.ADD, null, number, null, "anna", Through.HELPDESK);
  }

  private TicketId ticket(long number) {
    return new TicketId(account.id(), number);
  }

  private long waiting() {
    return readSyncProgress.read().get(0).outboxWaiting();
  }

  private DispositionRefused assertRefused(DispositionCommand command, String reason) {
    DispositionRefused refused =
        catchThrowableOfType(DispositionRefused.class, () -> record(command));
    assertThat(refused).isNotNull();
    assertThat(refused.reason()).isEqualTo(reason);
    return refused;
  }

  private static Vocabulary vocabulary() {
    return new Vocabulary(
        1,
        List.of(
            new TagFamily("Upgrade", "purple", Map.of()),
            new TagFamily("Close", "green", Map.of())),
        List.of(
            tag(UPGRADE, "Upgrade_CreditCard", "Upgrade", false, null),
            tag(CLOSE, "Close_Account", "Close", false, null),
            tag(RETIRED, "Upgrade_OldCard", "Upgrade", true, UPGRADE)),
        List.of(),
        List.of(),
        List.of(
            reason(17, UPGRADE, false, null),
            reason(18, UPGRADE, true, 17),
            reason(20, CLOSE, false, null)),
        List.of(),
        List.of());
  }

  private static HouseTag tag(
      int id, String name, String family, boolean retired, Integer successor) {
    return new HouseTag(id, name, family, Map.of(), "", List.of(), retired, successor);
  }

  private static ReasonCode reason(int number, int tag, boolean retired, Integer successor) {
    return new ReasonCode(number, tag, Map.of(), List.of(), "Cards", retired, successor);
  }
}
