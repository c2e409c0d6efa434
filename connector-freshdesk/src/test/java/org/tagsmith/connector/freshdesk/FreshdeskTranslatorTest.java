package org.tagsmith.connector.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tagsmith.connector.freshdesk.wire.CompanyJson;
import org.tagsmith.connector.freshdesk.wire.RatingJson;
import org.tagsmith.connector.freshdesk.wire.StatsJson;
import org.tagsmith.connector.freshdesk.wire.TicketJson;
import org.tagsmith.domain.sync.http.HelpdeskEdge;
import org.tagsmith.domain.sync.http.HelpdeskEdge.Canned;
import org.tagsmith.domain.ticket.Channel;
import org.tagsmith.domain.ticket.Handling;
import org.tagsmith.domain.ticket.Rating;
import org.tagsmith.domain.ticket.Satisfaction;
import org.tagsmith.domain.ticket.TicketFacts;
import org.tagsmith.domain.ticket.TicketRating;
import org.tagsmith.domain.ticket.TicketSnapshot;
import org.tagsmith.domain.ticket.TicketStatus;

class FreshdeskTranslatorTest {
  private static final FreshdeskCursor ANY = FreshdeskCursor.startingAt(Instant.EPOCH);

  @Test
  void a_ticket_keeps_what_freshdesk_said() {
    TicketJson ticket =
        new TicketJson(
            9L,
            4,
            1,
            "Card \0lost",
            31L,
            41L,
            51L,
            61L,
            "2026-05-06T10:00:00Z",
            "2026-05-06T13:00:00+02:00",
            List.of("Billing", "Billing", " "),
            null,
            null,
            null,
            70L,
            new StatsJson(
                "2026-05-06T10:41:59Z",
                "2026-05-06T10:50:00Z",
                "2026-05-06T11:00:00Z",
                "2026-05-08T11:00:00Z"));

    assertThat(translated(Listing.TICKETS, ticket))
        .isEqualTo(
            new TicketSnapshot(
                9,
                TicketStatus.SOLVED,
                "email",
                "Card lost",
                31,
                41,
                51,
                61,
                Instant.parse("2026-05-06T10:00:00Z"),
                Instant.parse("2026-05-06T11:00:00Z"),
                Instant.parse("2026-05-06T11:00:00Z"),
                Set.of("Billing"),
                new TicketFacts(
                    Channel.EMAIL,
                    70,
                    "zh-TW",
                    null,
                    new Handling(
                        Instant.parse("2026-05-06T11:00:00Z"),
                        Instant.parse("2026-05-08T11:00:00Z"),
                        1,
                        41))));
  }

  @ParameterizedTest
  @CsvSource({
    "2, OPEN",
    "3, PENDING",
    "4, SOLVED",
    "5, CLOSED",
    "6, PENDING",
    "7, HOLD",
    "8, OTHER",
    "99, OTHER",
    ", OTHER"
  })
  void every_status_has_a_word_of_ours(Integer status, TicketStatus ours) {
    assertThat(FreshdeskTranslator.status(status)).isEqualTo(ours);
  }

  @ParameterizedTest
  @CsvSource({"103, GOOD", "101, GOOD", "100, NEUTRAL", "-101, BAD", "-103, BAD"})
  void a_rating_has_a_word_of_ours_beside_its_number(int score, Satisfaction ours) {
    RatingJson row = new RatingJson(9L, Map.of("default_question", score), "2026-05-06T10:00:00Z");
    RatingJson ofAnotherQuestion = new RatingJson(9L, Map.of("question_7", 103), null);

    assertThat(FreshdeskFacts.ratings(List.of(row, ofAnotherQuestion)))
        .containsExactly(
            new TicketRating(
                9,
                new Rating(ours, Integer.toString(score)),
                Instant.parse("2026-05-06T10:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource({"1, EMAIL", "2, WEB", "3, PHONE", "6, SOCIAL", "7, CHAT", "10, EMAIL", "99, OTHER"})
  void every_source_is_a_channel_of_ours(int source, Channel ours) {
    TicketJson ticket = bare(7L, 2, source);

    assertThat(translated(Listing.TICKETS, ticket).facts().channel()).isEqualTo(ours);
  }

  @ParameterizedTest
  @EnumSource(
      value = Listing.class,
      names = {"DELETED", "SPAM"})
  void what_stands_in_the_lists_of_deleted_tickets_and_of_spam_is_deleted(Listing listing) {
    assertThat(translated(listing, bare(7L, 2, 1)).status()).isEqualTo(TicketStatus.DELETED);
  }

  @Test
  void what_is_missing_or_null_has_an_answer() {
    TicketSnapshot ticket = translated(Listing.TICKETS, bare(7L, null, null));

    assertThat(ticket.status()).isEqualTo(TicketStatus.OTHER);
    assertThat(ticket.channel()).isNull();
    assertThat(ticket.createdAt()).isEqualTo(Instant.EPOCH);
    assertThat(ticket.labels()).isEmpty();
    assertThat(FreshdeskTranslator.customers(List.of(new CompanyJson(1L, null)))).isEmpty();
  }

  @Test
  void a_row_without_a_number_is_left_out() {
    List<TicketJson> rows = new ArrayList<>(Stream.of(bare(null, 2, 1), bare(0L, 2, 1)).toList());

    assertThat(
            FreshdeskTranslator.tickets(
                new FreshdeskPage(Listing.TICKETS, rows, ANY), source -> "?", Map.of()))
        .isEmpty();
  }

  @Test
  void a_source_of_the_accounts_own_keeps_its_label_and_one_without_keeps_its_number() {
    try (HelpdeskEdge edge =
            new HelpdeskEdge()
                .answers(
                    Canned.json(
                        "[{\"name\":\"status\",\"type\":\"default_status\",\"choices\":{\"2\":[\"Open\"]}},"
                            + "{\"name\":\"source\",\"type\":\"default_source\",\"choices\":"
                            + "{\"Email\":1,\"Whatsapp\":13}},{\"name\":\"x\",\"choices\":[\"a\"]}]"));
        FreshdeskParts parts = new FreshdeskParts(edge.uri())) {
      SourceWords words =
          new SourceWords(
              parts.gateway, java.time.Clock.fixed(FreshdeskParts.NOW, java.time.ZoneOffset.UTC));

      assertThat(words.of(13)).isEqualTo("Whatsapp");
      assertThat(words.of(99)).isEqualTo("source 99");
      assertThat(edge.lines()).containsExactly("GET /api/v2/ticket_fields");
    }
  }

  private static TicketSnapshot translated(Listing listing, TicketJson ticket) {
    return FreshdeskTranslator.tickets(
            new FreshdeskPage(listing, List.of(ticket), ANY),
            source -> "word " + source,
            Map.of(31L, "zh-TW"))
        .get(0);
  }

  private static TicketJson bare(Long id, Integer status, Integer source) {
    return new TicketJson(
        id, status, source, null, null, null, null, null, null, null, null, null, null, null, null,
        null);
  }
}
