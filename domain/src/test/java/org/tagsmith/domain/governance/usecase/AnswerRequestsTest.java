package org.tagsmith.domain.governance.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.DomainInWeld;
import org.tagsmith.domain.governance.ChangeRefused;
import org.tagsmith.domain.governance.request.RequestAnswer;
import org.tagsmith.domain.governance.request.RequestAnswer.Accepted;
import org.tagsmith.domain.governance.request.RequestAnswer.Declined;
import org.tagsmith.domain.governance.request.RequestAnswer.Made;
import org.tagsmith.domain.governance.request.RequestAnswer.Target;
import org.tagsmith.domain.governance.request.RequestKind;
import org.tagsmith.domain.governance.request.RequestWeight;
import org.tagsmith.domain.governance.request.TagRequest;
import org.tagsmith.domain.governance.request.Wanted;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.InMemoryConnector;
import org.tagsmith.domain.sync.usecase.ConnectAccounts;
import org.tagsmith.domain.sync.usecase.SyncTickets;
import org.tagsmith.domain.ticket.TicketId;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.usecase.PublishVocabulary;

/** On a real database; the helpdesk's thirty tickets began on 2026-01-01, some {@code label_3}. */
@EnableWeld
class AnswerRequestsTest {
  private final DatabaseForTests database = DatabaseForTests.migrated();
  private final ClockForTests clock = new ClockForTests(Instant.parse("2026-01-20T09:00:00Z"));

  @WeldSetup WeldInitiator weld = DomainInWeld.on(database, clock, new InMemoryConnector(30, 10));

  @Inject AskForTags askForTags;
  @Inject AnswerRequests answerRequests;
  @Inject WeighRequests weighRequests;
  @Inject ConnectAccounts connectAccounts;
  @Inject SyncTickets syncTickets;
  @Inject PublishVocabulary publishVocabulary;

  @BeforeEach
  void read() {
    HelpdeskAccountId account = connectAccounts.connect().get(0).id();
    syncTickets.sync(account);
    publishVocabulary.publish(
        new Vocabulary(
            1,
            List.of(new TagFamily("Card", "purple", Map.of())),
            List.of(
                new HouseTag(1, "Card_Lost", "Card", Map.of(), "", List.of(), false, null),
                new HouseTag(2, "Card_Old", "Card", Map.of(), "", List.of(), true, 1)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        "lead",
        "");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void named_tickets_and_contacts_with_the_label_are_counted_once_each_for_thirty_days() {
    TagRequest request = ask("Label-3", 1, 3, 10);

    RequestWeight weight = weighRequests.weight(request);

    assertThat(weight.labelled()).isEqualTo(3); // 3, 17 and 24 carry it
    assertThat(weight.named()).isEqualTo(2); // 1 and 10 do not
    clock.pass(Duration.ofDays(60));
    assertThat(weighRequests.weight(request).contacts()).isZero();
  }

  @Test
  void a_ticket_that_was_never_read_is_refused_by_its_number_and_a_deleted_one_too() {
    refused(() -> ask("Card_Metal", 1, 4711), "unknown-tickets");
    database.execute("update ticket set status = 6 where remote_id = 2");
    refused(() -> ask("Card_Metal", 2), "unknown-tickets");
    refused(() -> ask("Card_Metal"), "no-tickets");
    assertThat(weighRequests.countWaiting()).isZero();
  }

  @Test
  void who_asks_for_the_same_or_for_what_is_there_is_led_to_it() {
    TagRequest first = ask("Card_Metal", 1);

    refused(() -> ask("card metal", 2), "already-asked");
    refused(() -> ask("card lost", 2), "exists-already");
    Wanted code = Wanted.of(RequestKind.CODE, "card lost", "It has no code.", "");
    assertThat(askForTags.ask(code, tickets(2), "ben").wanted()).isEqualTo(code);
    TagRequest supported = askForTags.support(first.id(), tickets(1, 2), "ben");

    assertThat(supported.tickets()).extracting(each -> each.by()).containsExactly("anna", "ben");
    assertThat(supported.version()).isEqualTo(first.version());
    assertThat(supported.concerns("ben")).isTrue();
    assertThat(supported.concerns("mia")).isFalse();
  }

  @Test
  void two_agents_who_ask_at_once_become_one_request() throws Exception {
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      Callable<Boolean> asks =
          () -> {
            try {
              ask("Card_Metal", 1);
              return true;
            } catch (ChangeRefused second) {
              return false;
            }
          };
      int asked = 0;
      for (Future<Boolean> each : both.invokeAll(List.of(asks, asks))) {
        asked += each.get() ? 1 : 0;
      }
      assertThat(asked).isEqualTo(1);
      assertThat(weighRequests.countWaiting()).isEqualTo(1);
    } finally {
      both.shutdownNow();
    }
  }

  @Test
  void the_second_of_two_leads_is_told_what_the_first_one_did() {
    TagRequest seen = ask("Card_Metal", 1);
    LocalDate friday = LocalDate.parse("2026-01-23");
    answerRequests.lookAfter(seen.id(), seen.version(), "mia", friday, "mia");

    assertThatThrownBy(
            () -> answerRequests.answer(seen.id(), seen.version(), new Declined("Why not"), "ben"))
        .isInstanceOfSatisfying(
            ChangeRefused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo("request-changed");
              assertThat(refused.fields()).containsEntry("by", "mia").containsEntry("version", 2);
            });
    TagRequest now = answerRequests.answer(seen.id(), 2, new Declined("Why not"), "ben");

    assertThat(now.owner()).isEqualTo("mia");
    assertThat(now.dueOn()).isEqualTo(friday);
    assertThat(now.answer()).isEqualTo(new Declined("Why not"));
    assertThat(now.changedBy()).isEqualTo("ben");
    refused(() -> askForTags.support(seen.id(), tickets(2), "cleo"), "request-answered");
  }

  @Test
  void what_was_accepted_below_the_threshold_keeps_why_and_is_made_with_a_tag_that_is_live() {
    TagRequest request = ask("Card_Metal", 1);
    refused(() -> answer(request, new Accepted("")), "below-threshold");

    TagRequest accepted = answer(request, new Accepted("The regulator asks."));
    refused(() -> answer(accepted, new Made(new Target(2, null), "")), "unknown-tag");
    refused(() -> answer(accepted, new Made(new Target(null, 9), "")), "unknown-code");
    TagRequest made = answer(accepted, new Made(new Target(1, null), ""));

    assertThat(made.answer()).isEqualTo(new Made(new Target(1, null), "The regulator asks."));
    assertThat(weighRequests.all()).extracting(each -> each.request().id()).contains(made.id());
  }

  @Test
  void the_house_sets_its_own_threshold() {
    assertThat(weighRequests.threshold()).isEqualTo(5);
    TagRequest request = ask("Card_Metal", 1);

    answerRequests.threshold(1, "mia");
    answerRequests.threshold(1, "mia");

    assertThat(answer(request, new Accepted("")).answer()).isEqualTo(new Accepted(""));
    refused(() -> answerRequests.threshold(-1, "mia"), "bad-threshold");
    refused(() -> answerRequests.threshold(100_001, "mia"), "bad-threshold");
  }

  @Test
  void those_of_most_contacts_come_first_and_an_agent_sees_the_answers_to_their_own_alone() {
    TagRequest small = ask("Card_Metal", 1);
    TagRequest large = ask("Card_Gold", 1, 2, 4);
    TagRequest gone = askForTags.ask(wanted("Fees"), tickets(5), "ben");
    answer(gone, new Declined("No"));

    assertThat(weighRequests.all())
        .extracting(each -> each.request().id())
        .containsExactly(large.id(), small.id(), gone.id());
    assertThat(weighRequests.waitingAndOf("anna"))
        .extracting(each -> each.request().id())
        .containsExactly(large.id(), small.id());
    assertThat(weighRequests.waitingAndOf("ben")).hasSize(3);
  }

  @Test
  void one_agent_has_twenty_requests_waiting_at_most() {
    for (int i = 0; i < 20; i++) {
      ask("Wish" + i, 1);
    }
    refused(() -> ask("One more", 1), "too-many-requests");
    askForTags.ask(wanted("One more"), tickets(1), "ben");
  }

  private TagRequest answer(TagRequest request, RequestAnswer answer) {
    return answerRequests.answer(request.id(), request.version(), answer, "mia");
  }

  private TagRequest ask(String name, long... numbers) {
    return askForTags.ask(wanted(name), tickets(numbers), "anna");
  }

  private static Wanted wanted(String name) {
    return Wanted.of(RequestKind.TAG, name, "Nothing fits.", "");
  }

  private static Set<TicketId> tickets(long... numbers) {
    HelpdeskAccountId account = new HelpdeskAccountId(1);
    return LongStream.of(numbers)
        .mapToObj(number -> new TicketId(account, number))
        .collect(Collectors.toSet());
  }

  private static void refused(ThrowingCallable what, String reason) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            ChangeRefused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
