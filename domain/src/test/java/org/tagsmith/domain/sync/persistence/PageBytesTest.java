package org.tagsmith.domain.sync.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.customer.ContactSnapshot;
import org.tagsmith.domain.customer.CustomerSnapshot;
import org.tagsmith.domain.sync.DeskNames;
import org.tagsmith.domain.sync.SyncCursor;
import org.tagsmith.domain.sync.TicketBatch;
import org.tagsmith.domain.ticket.Channel;
import org.tagsmith.domain.ticket.Handling;
import org.tagsmith.domain.ticket.Rating;
import org.tagsmith.domain.ticket.Satisfaction;
import org.tagsmith.domain.ticket.TicketFacts;
import org.tagsmith.domain.ticket.TicketRating;
import org.tagsmith.domain.ticket.TicketSnapshot;
import org.tagsmith.domain.ticket.TicketStatus;

class PageBytesTest {
  private static final SyncCursor NEXT = new SyncCursor("t:7");

  @Property
  void a_page_is_read_as_it_was_written(@ForAll("pages") TicketBatch page) {
    assertThat(PageBytes.read(PageBytes.of(page))).contains(page);
  }

  @Test
  void a_page_that_another_version_wrote_is_none() {
    byte[] bytes = PageBytes.of(new TicketBatch(List.of(), List.of(), List.of(), NEXT, null, true));
    ByteBuffer.wrap(bytes).putInt(0, 4711);

    assertThat(PageBytes.read(bytes)).isEmpty();
  }

  @Provide
  Arbitrary<TicketBatch> pages() {
    Arbitrary<DeskNames> names =
        names().flatMap(one -> names().map(other -> new DeskNames(one, other, Map.of(1L, "Bank"))));
    Arbitrary<TicketRating> ratings =
        Combinators.combine(Arbitraries.longs(), ratings(), moments()).as(TicketRating::new);
    return Combinators.combine(
            tickets().list().ofMaxSize(4),
            contacts().list().ofMaxSize(3),
            Combinators.combine(Arbitraries.longs(), texts())
                .as(CustomerSnapshot::new)
                .list()
                .ofMaxSize(3),
            names,
            ratings.list().ofMaxSize(3),
            moments().injectNull(0.3),
            Arbitraries.of(true, false))
        .as(
            (tickets, contacts, customers, called, rated, upTo, end) ->
                new TicketBatch(tickets, contacts, customers, called, rated, NEXT, upTo, end));
  }

  private static Arbitrary<TicketSnapshot> tickets() {
    return Combinators.combine(
            Arbitraries.longs(),
            Arbitraries.of(TicketStatus.class),
            texts().injectNull(0.2),
            texts().injectNull(0.2),
            moments(),
            moments(),
            texts().set().ofMaxSize(4),
            facts())
        .as(
            (id, status, channel, subject, created, updated, labels, facts) ->
                new TicketSnapshot(
                    id,
                    status,
                    channel,
                    subject,
                    id + 1,
                    id + 2,
                    id + 3,
                    id + 4,
                    created,
                    updated,
                    updated.plusNanos(1),
                    labels,
                    facts));
  }

  private static Arbitrary<TicketFacts> facts() {
    Arbitrary<Handling> handlings =
        Combinators.combine(
                moments().injectNull(0.3),
                moments().injectNull(0.3),
                Arbitraries.integers(),
                Arbitraries.integers().injectNull(0.3))
            .as(Handling::new);
    return Combinators.combine(
            Arbitraries.of(Channel.class).injectNull(0.3),
            Arbitraries.longs(),
            Arbitraries.of("en", "zh-Hant", null),
            ratings().injectNull(0.3),
            handlings.injectNull(0.3))
        .as(TicketFacts::new);
  }

  private static Arbitrary<Rating> ratings() {
    return Arbitraries.of(
        Rating.NONE,
        new Rating(Satisfaction.BAD, "-103"),
        new Rating(Satisfaction.NEUTRAL, "100"),
        new Rating(Satisfaction.GOOD, "good"));
  }

  private static Arbitrary<ContactSnapshot> contacts() {
    return Combinators.combine(
            Arbitraries.longs(), texts().injectNull(0.3), texts().injectNull(0.3))
        .as((id, name, email) -> new ContactSnapshot(id, name, email, null, id - 1));
  }

  private static Arbitrary<Map<Long, String>> names() {
    return Arbitraries.maps(Arbitraries.longs(), texts()).ofMaxSize(3);
  }

  /** Well-formed ones: others cannot be told apart once they are UTF-8. */
  private static Arbitrary<String> texts() {
    return Arbitraries.of("", "轉帳", "a\0b", "😀 card", "x".repeat(70_000), "refund");
  }

  private static Arbitrary<Instant> moments() {
    return Arbitraries.longs()
        .between(-62_135_596_800L, 253_402_300_799L)
        .map(second -> Instant.ofEpochSecond(second, 123_456_000));
  }
}
