package org.tagsmith.domain.governance.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagsmith.domain.governance.ChangeRefused;
import org.tagsmith.domain.governance.request.RequestAnswer.Accepted;
import org.tagsmith.domain.governance.request.RequestAnswer.Declined;
import org.tagsmith.domain.governance.request.RequestAnswer.Existing;
import org.tagsmith.domain.governance.request.RequestAnswer.Made;
import org.tagsmith.domain.governance.request.RequestAnswer.Open;
import org.tagsmith.domain.governance.request.RequestAnswer.Target;
import org.tagsmith.domain.governance.request.RequestTickets.Seen;
import org.tagsmith.domain.report.SpelledContacts;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.ticket.TicketId;

class TagRequestTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final RequestWeight ENOUGH = new RequestWeight(3, 2, 5);
  private static final RequestWeight FEW = new RequestWeight(2, 0, 5);
  private static final Made MADE = new Made(new Target(7, null), "");

  @Test
  void what_enough_contacts_need_is_accepted_and_needs_no_reason() {
    TagRequest accepted = request(new Open()).answered(new Accepted("said anyway"), ENOUGH);

    assertThat(accepted.answer()).isEqualTo(new Accepted(""));
    assertThat(accepted.answered(MADE, FEW).answer()).isEqualTo(MADE);
  }

  @Test
  void below_the_threshold_it_takes_a_written_reason_and_the_refusal_says_how_many_are_missing() {
    TagRequest open = request(new Open());

    refused(() -> open.answered(new Accepted("  "), FEW), "below-threshold")
        .hasMessageContaining("3 fewer")
        .satisfies(
            refusal ->
                assertThat(((ChangeRefused) refusal).fields())
                    .containsEntry("missing", 3L)
                    .containsEntry("contacts", 2L)
                    .containsEntry("threshold", 5));
    assertThat(open.answered(new Accepted("The regulator asks."), FEW).answer())
        .isEqualTo(new Accepted("The regulator asks."));
    assertThat(open.answered(new Accepted(""), new RequestWeight(0, 0, 0)).answer())
        .isEqualTo(new Accepted(""));
  }

  @Test
  void only_what_was_accepted_is_made_and_an_answer_stands_until_it_is_taken_back() {
    refused(() -> request(new Open()).answered(MADE, ENOUGH), "request-answered");
    TagRequest declined = request(new Open()).answered(new Declined("Use Fees."), FEW);
    refused(() -> declined.answered(new Accepted("x"), ENOUGH), "request-answered");
    refused(() -> declined.answered(new Declined("Again"), FEW), "request-answered");

    assertThat(declined.answered(new Open(), FEW).answer()).isEqualTo(new Open());
    assertThat(request(MADE).answered(new Open(), FEW).answer()).isEqualTo(new Open());
    refused(() -> request(new Open()).answered(new Open(), FEW), "request-answered");
    refused(
        () -> request(new Accepted("")).answered(new Accepted("y"), ENOUGH), "request-answered");
  }

  @Test
  void declining_needs_a_reason_that_can_be_seen_and_is_not_too_long() {
    TagRequest open = request(new Open());

    refused(() -> open.answered(new Declined(" "), FEW), "reason-missing");
    refused(() -> open.answered(new Declined("x".repeat(501)), FEW), "text-too-long");
    refused(() -> open.answered(new Declined("a\u202Eb"), FEW), "bad-text");
    Existing existing = new Existing(new Target(null, 17), "");
    assertThat(open.answered(existing, FEW).answer()).isEqualTo(existing);
  }

  @ParameterizedTest
  @CsvSource({
    "'', Why, name, no-letters",
    "'🙂', Why, name, no-letters",
    "'Card_\u202Etsol', Why, name, bad-text",
    "Card_Metal, ' ', purpose, text-missing"
  })
  void what_cannot_stand_on_a_page_is_refused_with_its_field(
      String name, String purpose, String field, String reason) {
    refused(() -> Wanted.of(RequestKind.TAG, name, purpose, ""), reason)
        .satisfies(
            refusal ->
                assertThat(((ChangeRefused) refusal).fields()).containsEntry("field", field));
  }

  @Test
  void texts_have_their_lengths_counted_in_characters_that_people_see() {
    assertThat(Wanted.of(RequestKind.TAG, "卡".repeat(60), "p", "").name()).hasSize(60);
    refused(() -> Wanted.of(RequestKind.TAG, "卡".repeat(61), "p", ""), "text-too-long");
    refused(() -> Wanted.of(RequestKind.TAG, "A", "p".repeat(501), ""), "text-too-long");
    refused(() -> Wanted.of(RequestKind.TAG, "A", "p", "w".repeat(1001)), "text-too-long");
  }

  @Test
  void a_ticket_that_carries_the_label_counts_once_and_an_old_or_unknown_one_not_at_all() {
    TagRequest request = request(new Open(), 1, 2, 3, 4);
    Map<TicketId, Seen> seen =
        Map.of(
            ticket(1), new Seen(NOW, Set.of("urgent")),
            ticket(2), new Seen(NOW, Set.of("card metal")),
            ticket(3), new Seen(Instant.parse("2026-01-31T23:59:59Z"), Set.of()));
    RequestWeights weights =
        new RequestWeights(
            LocalDate.parse("2026-02-01"),
            seen,
            Map.of(request.wanted().key(), new SpelledContacts(Set.of("card metal"), 6)),
            5);

    assertThat(weights.of(request)).isEqualTo(new RequestWeight(1, 6, 5));
  }

  @Test
  void who_is_about_to_ask_sees_what_others_asked_in_other_words() {
    WaitingRequests waiting =
        new WaitingRequests(
            List.of(named(1, "Card_Metal"), named(2, "Loan_Early"), named(3, "卡片_金屬")));

    assertThat(waiting.alike("metal card")).extracting(TagRequest::id).containsExactly(1L);
    assertThat(waiting.alike("Card Mettal")).extracting(TagRequest::id).containsExactly(1L);
    assertThat(waiting.alike("卡片金属")).extracting(TagRequest::id).containsExactly(3L);
    assertThat(waiting.alike("Fees_Abroad")).isEmpty();
    assertThat(waiting.alike("?")).isEmpty();
    assertThat(waiting.same(new Wanted(RequestKind.TAG, "card metal", "", ""))).isPresent();
    assertThat(waiting.same(new Wanted(RequestKind.CODE, "card metal", "", ""))).isEmpty();
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(
      ThrowingCallable what, String reason) {
    return assertThatThrownBy(what)
        .isInstanceOf(ChangeRefused.class)
        .satisfies(thrown -> assertThat(((ChangeRefused) thrown).reason()).isEqualTo(reason));
  }

  private static TagRequest named(long id, String name) {
    return new TagRequest(
        id,
        new Wanted(RequestKind.TAG, name, "p", ""),
        "anna",
        NOW,
        List.of(),
        new Open(),
        null,
        null,
        1,
        null,
        null);
  }

  private static TagRequest request(RequestAnswer answer, long... tickets) {
    return new TagRequest(
        1,
        new Wanted(RequestKind.TAG, "Card_Metal", "p", ""),
        "anna",
        NOW,
        Arrays.stream(tickets).mapToObj(number -> new NamedTicket(ticket(number), "anna")).toList(),
        answer,
        null,
        null,
        1,
        null,
        null);
  }

  private static TicketId ticket(long number) {
    return new TicketId(new HelpdeskAccountId(1), number);
  }
}
