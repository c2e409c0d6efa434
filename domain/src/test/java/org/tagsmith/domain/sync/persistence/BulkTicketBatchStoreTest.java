package org.tagsmith.domain.sync.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tagsmith.domain.sync.persistence.StoreFixture.MORNING;
import static org.tagsmith.domain.sync.persistence.StoreFixture.page;
import static org.tagsmith.domain.sync.persistence.StoreFixture.ticket;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.customer.ContactSnapshot;
import org.tagsmith.domain.customer.CustomerSnapshot;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.DeskNames;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.StoredBatch;
import org.tagsmith.domain.sync.TicketBatch;
import org.tagsmith.domain.ticket.Channel;
import org.tagsmith.domain.ticket.Handling;
import org.tagsmith.domain.ticket.Rating;
import org.tagsmith.domain.ticket.Satisfaction;
import org.tagsmith.domain.ticket.TicketFacts;
import org.tagsmith.domain.ticket.TicketRating;
import org.tagsmith.domain.ticket.TicketSnapshot;
import org.tagsmith.domain.ticket.TicketStatus;

class BulkTicketBatchStoreTest {
  private static StoreFixture fixture;

  @BeforeAll
  static void open() {
    fixture = new StoreFixture();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @Test
  void every_field_of_a_ticket_its_contact_and_its_customer_is_kept() {
    HelpdeskAccount account = fixture.account();
    TicketSnapshot ticket =
        new TicketSnapshot(
            9_007_199_254_740_993L,
            TicketStatus.PENDING,
            "whatsapp",
            "Karte gesperrt – 卡 💳",
            31,
            41,
            51,
            61,
            Instant.parse("2026-03-01T23:59:59.999999Z"),
            Instant.parse("2026-03-02T10:00:00Z"),
            Instant.parse("2026-03-02T10:00:07.5Z"),
            Set.of("card"));

    StoredBatch stored =
        fixture.store(
            account,
            page(
                List.of(new ContactSnapshot(31, "Ann \"O'Neil\", {x}", "a@b.example", null, 41)),
                List.of(new CustomerSnapshot(41, "NULL")),
                ticket));

    assertThat(stored).isEqualTo(new StoredBatch(1, 1, 0));
    assertThat(
            fixture.rows(
                """
                select remote_id, status, channel, subject, contact_id, customer_id, assignee_id,
                  group_id, created_at, updated_at, generated_at
                from ticket where account_id = ?""",
                account.id().value()))
        .containsExactly(
            "9007199254740993|2|whatsapp|Karte gesperrt – 卡 💳|31|41|51|61"
                + "|2026-03-01 23:59:59.999999+00|2026-03-02 10:00:00+00|2026-03-02 10:00:07.5+00");
    assertThat(
            fixture.rows(
                "select remote_id, customer_id, name, email, phone from contact"
                    + " where account_id = ?",
                account.id().value()))
        .containsExactly("31|41|Ann \"O'Neil\", {x}|a@b.example|null");
    assertThat(
            fixture.rows(
                "select remote_id, name from customer where account_id = ?", account.id().value()))
        .containsExactly("41|NULL");
    assertThat(fixture.counts(account)).containsExactly("2026-03-01|{card}|1");
  }

  @Test
  void storing_a_page_again_changes_nothing() {
    HelpdeskAccount account = fixture.account();
    fixture.store(account, ticket(1, 10, "a"), ticket(2, 10, "b"));
    String version = rollupVersion(account);

    StoredBatch again = fixture.store(account, ticket(1, 10, "a"), ticket(2, 10, "b"));

    assertThat(again).isEqualTo(StoredBatch.NOTHING);
    assertThat(rollupVersion(account)).isEqualTo(version);
  }

  @Test
  void a_count_that_somebody_else_took_away_keeps_no_page_from_being_stored() {
    HelpdeskAccount account = fixture.account();
    fixture.store(account, ticket(1, 10, "a"), ticket(2, 10, "b"), ticket(3, 10, "c"));
    fixture.rows(
        "update contact_day set contacts = 0 where account_id = ? returning 1",
        account.id().value());

    fixture.store(account, ticket(1, 11, "b"));

    assertThat(fixture.labelsOf(account, 1)).containsExactly("b");
    assertThat(fixture.counts(account))
        .isEqualTo(fixture.countedFromTickets(account))
        .containsExactly("2026-03-02|{b}|2", "2026-03-02|{c}|1");
  }

  @Test
  void a_ticket_never_goes_back_in_time() {
    HelpdeskAccount account = fixture.account();
    fixture.store(account, ticket(1, 20, "new"));

    assertThat(fixture.store(account, ticket(1, 19, "old"))).isEqualTo(new StoredBatch(0, 0, 1));
    assertThat(fixture.labelsOf(account, 1)).containsExactly("new");
    assertThat(fixture.store(account, ticket(1, 21, "newer"))).isEqualTo(new StoredBatch(1, 0, 0));
    assertThat(fixture.labelsOf(account, 1)).containsExactly("newer");
    assertThat(fixture.counts(account)).containsExactly("2026-03-02|{newer}|1");
  }

  @Test
  void a_ticket_twice_in_one_page_counts_once_in_its_latest_state() {
    HelpdeskAccount account = fixture.account();

    StoredBatch stored =
        fixture.store(
            account, ticket(1, 12, "second"), ticket(1, 11, "first"), ticket(1, 12, "last"));

    assertThat(stored).isEqualTo(new StoredBatch(1, 1, 0));
    assertThat(fixture.labelsOf(account, 1)).containsExactly("last");
    assertThat(fixture.counts(account)).containsExactly("2026-03-02|{last}|1");
  }

  @Test
  void of_two_states_exported_in_one_second_the_one_updated_later_stays() {
    HelpdeskAccount account = fixture.account();
    TicketSnapshot later = updated(MORNING.plusMillis(1_500), "later");
    TicketSnapshot sooner = updated(MORNING.plusMillis(1_400), "sooner");

    fixture.store(account, sooner);
    fixture.store(account, later);
    StoredBatch back = fixture.store(account, sooner);

    assertThat(back).isEqualTo(new StoredBatch(0, 0, 1));
    assertThat(fixture.labelsOf(account, 1)).containsExactly("later");
  }

  @Test
  void of_two_states_with_the_same_stamps_the_one_read_later_stays() {
    HelpdeskAccount account = fixture.account();
    fixture.store(account, ticket(1, 10, "a"), ticket(2, 10, "b"));

    StoredBatch later =
        fixture.store(
            account,
            ticket(1, 10, "a", "within_the_same_second"),
            ticket(2, 10, MORNING, TicketStatus.DELETED, "b"));

    assertThat(later).isEqualTo(new StoredBatch(2, 0, 0));
    assertThat(fixture.labelsOf(account, 1))
        .containsExactlyInAnyOrder("a", "within_the_same_second");
    assertThat(fixture.counts(account)).containsExactly("2026-03-02|{a,within_the_same_second}|1");
  }

  @Test
  void a_deleted_ticket_leaves_the_counts_and_may_come_back() {
    HelpdeskAccount account = fixture.account();
    fixture.store(account, ticket(1, 1, "a"), ticket(2, 1, "a"));
    assertThat(fixture.counts(account)).containsExactly("2026-03-02|{a}|2");

    fixture.store(account, ticket(1, 2, MORNING, TicketStatus.DELETED, "a"));
    assertThat(fixture.counts(account)).containsExactly("2026-03-02|{a}|1");
    fixture.store(account, ticket(2, 2, MORNING, TicketStatus.DELETED));
    assertThat(fixture.counts(account)).isEmpty();
    fixture.store(account, ticket(1, 3, MORNING, TicketStatus.OPEN, "b"));

    assertThat(fixture.counts(account)).containsExactly("2026-03-02|{b}|1");
  }

  @Test
  void a_changed_day_moves_the_contact() {
    HelpdeskAccount account = fixture.account();
    fixture.store(account, ticket(1, 1, "a"));

    fixture.store(
        account, ticket(1, 2, Instant.parse("1969-12-31T23:00:00Z"), TicketStatus.OPEN, "a"));

    assertThat(fixture.counts(account)).containsExactly("1969-12-31|{a}|1");
  }

  @Test
  void a_ticket_that_lost_all_labels_is_counted_without_any() {
    HelpdeskAccount account = fixture.account();
    fixture.store(account, ticket(1, 1, "a", "b"));

    fixture.store(account, ticket(1, 2));

    assertThat(fixture.labelsOf(account, 1)).isEmpty();
    assertThat(fixture.counts(account)).containsExactly("2026-03-02|{}|1");
  }

  @Test
  void the_daily_counts_change_under_a_growing_version() {
    HelpdeskAccount account = fixture.account();
    fixture.store(account, ticket(1, 1, "a"));
    fixture.store(account, ticket(2, 1, "b"));
    fixture.store(account, ticket(1, 2, "b"));

    assertThat(
            fixture.rows(
                "select contacts, changed_in from contact_day where account_id = ?"
                    + " order by contacts",
                account.id().value()))
        .containsExactly("0|3", "2|3");
    assertThat(rollupVersion(account)).isEqualTo("3");
  }

  @Test
  void a_change_that_moves_no_contact_leaves_the_version() {
    HelpdeskAccount account = fixture.account();
    fixture.store(account, ticket(1, 1, "a"));

    fixture.store(account, ticket(1, 2, MORNING, TicketStatus.SOLVED, "a"));

    assertThat(rollupVersion(account)).isEqualTo("1");
    assertThat(fixture.rows("select status from ticket where account_id = ?", account.id().value()))
        .containsExactly("4");
  }

  @Test
  void labels_survive_exactly_as_people_typed_them() {
    HelpdeskAccount account = fixture.account();
    String[] labels = {
      "a,b",
      "say \"hi\"",
      "it's",
      "back\\slash",
      "{brace}",
      "NULL",
      "null",
      "",
      " ",
      " lead",
      "trail ",
      "tab\tnew\nline\r",
      "😀👩‍👩‍👧",
      "\u202Eright to left\u202C",
      "升級_信用卡",
      "e\u0301",
      "\u00E9",
      "https",
      "HTTPS",
      "x".repeat(5_000),
      "x".repeat(4_999) + "y",
      "\uD83D\uDE00".repeat(1_001)
    };

    fixture.store(account, ticket(1, 1, labels));
    fixture.store(account, ticket(2, 1, labels));

    assertThat(fixture.labelsOf(account, 1)).containsExactlyInAnyOrder(labels);
    assertThat(fixture.labelsOf(account, 2)).containsExactlyInAnyOrder(labels);
    assertThat(
            fixture.rows(
                "select count(distinct tag_set_id) from ticket where account_id = ?",
                account.id().value()))
        .containsExactly("1");
  }

  @Test
  void what_the_database_cannot_hold_is_replaced_visibly() {
    HelpdeskAccount account = fixture.account();
    String high = "\uD83D";

    fixture.store(account, ticket(1, 1, "a\0b", high + "x", "x" + high));

    assertThat(fixture.labelsOf(account, 1))
        .containsExactlyInAnyOrder("a\u2400b", "\uFFFDx", "x\uFFFD");
  }

  @Test
  void two_labels_that_the_database_cannot_tell_apart_are_one() {
    HelpdeskAccount account = fixture.account();

    fixture.store(account, ticket(1, 1, "nul\0", "nul\u2400"));
    fixture.store(account, ticket(2, 1, "nul\u2400"));

    assertThat(fixture.counts(account)).containsExactly("2026-03-02|{nul\u2400}|2");
  }

  @Test
  void every_fact_and_every_name_is_kept_and_storing_them_again_changes_nothing() {
    HelpdeskAccount account = fixture.account();
    TicketBatch page = page(told(1, 5, FACTS), told(2, 5, TicketFacts.UNTOLD));
    DeskNames names =
        new DeskNames(Map.of(51L, "Mei-Ling"), Map.of(61L, "Cards"), Map.of(70L, "Harbour Bank"));
    TicketBatch named = with(page, names, List.of());

    assertThat(fixture.store(account, named)).isEqualTo(new StoredBatch(2, 2, 0));
    List<String> before = rowVersions(account);

    assertThat(fixture.store(account, named)).isEqualTo(StoredBatch.NOTHING);
    assertThat(rowVersions(account)).isEqualTo(before);
    assertThat(facts(account))
        .containsExactly(
            "1|0|70|zh-TW|2026-03-02 09:00:00.000001+00|2026-03-04 09:00:00+00|2|17|-1|bad",
            "2|null|0|null|null|null|null|null|null|null");
    assertThat(
            fixture.rows(
                """
                select 'agent', * from agent where account_id = ?1
                union all select 'group', * from agent_group where account_id = ?1
                union all select 'brand', * from brand where account_id = ?1
                """
                    .replace("?1", Integer.toString(account.id().value()))))
        .extracting(row -> row.replaceFirst("\\|\\d+\\|", "|"))
        .containsExactlyInAnyOrder("agent|51|Mei-Ling", "group|61|Cards", "brand|70|Harbour Bank");
  }

  @Test
  void a_change_of_only_a_fact_is_a_change() {
    HelpdeskAccount account = fixture.account();
    fixture.store(account, told(1, 5, FACTS));

    Handling answered = new Handling(null, null, 2, 18);
    List<TicketFacts> changes =
        List.of(
            new TicketFacts(Channel.CHAT, 70, "zh-TW", FACTS.rating(), FACTS.handling()),
            new TicketFacts(Channel.CHAT, 71, "zh-TW", FACTS.rating(), FACTS.handling()),
            new TicketFacts(Channel.CHAT, 71, "en", FACTS.rating(), FACTS.handling()),
            new TicketFacts(Channel.CHAT, 71, "en", Rating.NONE, FACTS.handling()),
            new TicketFacts(Channel.CHAT, 71, "en", Rating.NONE, answered));

    for (TicketFacts change : changes) {
      assertThat(fixture.store(account, told(1, 5, change)).tickets())
          .as("%s", change)
          .isEqualTo(1);
    }
    assertThat(facts(account)).containsExactly("1|3|71|en|null|null|2|18|null|null");
    assertThat(fixture.counts(account)).containsExactly("2026-03-02|{}|1");
  }

  @Test
  void what_a_later_reading_does_not_tell_stays_as_it_was_told() {
    HelpdeskAccount account = fixture.account();
    fixture.store(account, told(1, 5, FACTS));
    List<String> before = facts(account);

    fixture.store(account, told(1, 6, TicketFacts.UNTOLD));
    fixture.store(account, told(1, 7, new TicketFacts(Channel.EMAIL, 70, null, null, null)));

    assertThat(facts(account)).isEqualTo(before);
  }

  @Test
  void a_rating_may_come_before_its_ticket_and_the_later_of_two_stays() {
    HelpdeskAccount account = fixture.account();
    TicketRating good = rating(1, Satisfaction.GOOD, "103", 9);
    TicketRating bad = rating(1, Satisfaction.BAD, "-102", 4);

    fixture.store(account, with(page(), DeskNames.NONE, List.of(good)));
    fixture.store(account, with(page(), DeskNames.NONE, List.of(bad)));
    fixture.store(account, told(1, 5, TicketFacts.UNTOLD));
    List<String> before = rowVersions(account);
    fixture.store(account, with(page(), DeskNames.NONE, List.of(bad, good)));

    assertThat(facts(account)).containsExactly("1|null|0|null|null|null|null|null|1|103");
    assertThat(rowVersions(account)).isEqualTo(before);
  }

  private static final TicketFacts FACTS =
      new TicketFacts(
          Channel.EMAIL,
          70,
          "zh-TW",
          new Rating(Satisfaction.BAD, "bad"),
          new Handling(
              Instant.parse("2026-03-02T09:00:00.000001999Z"),
              Instant.parse("2026-03-04T09:00:00Z"),
              2,
              17));

  private static TicketSnapshot told(long id, int second, TicketFacts facts) {
    return ticket(id, second).with(facts);
  }

  private static TicketRating rating(long id, Satisfaction satisfaction, String word, int second) {
    return new TicketRating(id, new Rating(satisfaction, word), MORNING.plusSeconds(second));
  }

  private static TicketBatch with(TicketBatch page, DeskNames names, List<TicketRating> ratings) {
    return new TicketBatch(
        page.tickets(),
        page.contacts(),
        page.customers(),
        names,
        ratings,
        page.next(),
        page.readUpTo(),
        page.endOfStream());
  }

  private static List<String> facts(HelpdeskAccount account) {
    return fixture.rows(
        """
        select remote_id, channel_kind, brand_id, language, solved_at, closed_at, reopens,
          first_reply_minutes, satisfaction, word
        from ticket left join ticket_rating using (account_id, remote_id)
        where account_id = ? order by remote_id""",
        account.id().value());
  }

  /** A row that is written again, even with the same values, has another version. */
  private static List<String> rowVersions(HelpdeskAccount account) {
    return fixture.rows(
        """
        select 'ticket', remote_id, xmin from ticket where account_id = ?1
        union all select 'agent', remote_id, xmin from agent where account_id = ?1
        union all select 'group', remote_id, xmin from agent_group where account_id = ?1
        union all select 'brand', remote_id, xmin from brand where account_id = ?1
        union all select 'rating', remote_id, xmin from ticket_rating where account_id = ?1
        order by 1, 2"""
            .replace("?1", Integer.toString(account.id().value())));
  }

  @Test
  void a_ticket_may_carry_thousands_of_labels() {
    HelpdeskAccount account = fixture.account();
    String[] labels = IntStream.range(0, 5_000).mapToObj(i -> "many" + i).toArray(String[]::new);

    fixture.store(account, ticket(1, 1, labels));
    fixture.store(account, ticket(2, 1, labels));

    assertThat(fixture.labelsOf(account, 2)).hasSize(5_000);
  }

  @Test
  void a_long_subject_is_cut_without_splitting_a_character() {
    HelpdeskAccount account = fixture.account();
    TicketSnapshot plain = ticket(1, 1);
    String subject = "a" + "😀".repeat(1_200) + "\0";
    TicketSnapshot ticket =
        new TicketSnapshot(
            1,
            plain.status(),
            null,
            subject,
            0,
            0,
            0,
            0,
            plain.createdAt(),
            plain.updatedAt(),
            plain.generatedAt(),
            Set.of());

    fixture.store(account, ticket);

    assertThat(
            fixture.rows(
                "select subject, channel from ticket where account_id = ?", account.id().value()))
        .containsExactly("a" + "😀".repeat(999) + "|null");
  }

  @Test
  void the_last_description_of_a_person_or_organisation_stays() {
    HelpdeskAccount account = fixture.account();
    fixture.store(
        account,
        page(
            List.of(
                new ContactSnapshot(1, "Ann", "ann@x.example", "1", 5),
                new ContactSnapshot(2, "Bob", null, null, 0)),
            List.of(new CustomerSnapshot(5, "Old Name"))));

    fixture.store(
        account,
        page(
            List.of(
                new ContactSnapshot(1, "Anne", "ann@x.example", "1", 5),
                new ContactSnapshot(1, "Anna", null, "1", 0),
                new ContactSnapshot(2, "Bob", null, null, 0)),
            List.of(new CustomerSnapshot(5, "New Name"), new CustomerSnapshot(6, "Other"))));

    assertThat(
            fixture.rows(
                "select remote_id, name, email, phone, customer_id from contact"
                    + " where account_id = ? order by remote_id",
                account.id().value()))
        .containsExactly("1|Anna|null|1|0", "2|Bob|null|null|0");
    assertThat(
            fixture.rows(
                "select name from customer where account_id = ? order by remote_id",
                account.id().value()))
        .containsExactly("New Name", "Other");
  }

  @Test
  void accounts_are_kept_apart() {
    HelpdeskAccount first = fixture.account();
    HelpdeskAccount second = fixture.account();
    fixture.store(first, ticket(1, 5, "shared label"));

    fixture.store(second, ticket(1, 1, "shared label"), ticket(2, 1, "shared label"));

    assertThat(fixture.counts(first)).containsExactly("2026-03-02|{\"shared label\"}|1");
    assertThat(fixture.counts(second)).containsExactly("2026-03-02|{\"shared label\"}|2");
    assertThat(fixture.rows("select count(*) from label where text = 'shared label'"))
        .containsExactly("1");
  }

  @Test
  void an_empty_page_changes_nothing() {
    HelpdeskAccount account = fixture.account();

    assertThat(fixture.store(account, page())).isEqualTo(StoredBatch.NOTHING);
    assertThat(rollupVersion(account)).isEqualTo("0");
  }

  @Test
  void a_rollback_leaves_nothing_behind_neither_in_the_database_nor_in_memory() {
    HelpdeskAccount account = fixture.account();
    assertThatThrownBy(
            () ->
                fixture
                    .database()
                    .inTransaction(
                        entityManager -> {
                          fixture.store().store(account, page(ticket(1, 1, "lost", "also lost")));
                          throw new IllegalStateException("the caller gives up");
                        }))
        .hasMessage("the caller gives up");
    assertThat(fixture.rows("select text from label where text like '%lost'")).isEmpty();

    fixture.store(account, ticket(1, 1, "also lost"), ticket(2, 1, "lost", "also lost"));

    assertThat(fixture.labelsOf(account, 2)).containsExactlyInAnyOrder("lost", "also lost");
    assertThat(fixture.counts(account)).isEqualTo(fixture.countedFromTickets(account));
  }

  @Test
  void pages_of_one_transaction_build_on_each_other() {
    HelpdeskAccount account = fixture.account();

    fixture
        .database()
        .inTransaction(
            entityManager -> {
              fixture.store().store(account, page(ticket(1, 1, "within one")));
              return fixture.store().store(account, page(ticket(1, 2), ticket(2, 1, "within one")));
            });

    assertThat(fixture.counts(account))
        .containsExactly("2026-03-02|{}|1", "2026-03-02|{\"within one\"}|1");
  }

  @Test
  void without_a_transaction_nothing_is_stored() {
    HelpdeskAccount account = fixture.account();

    assertThatThrownBy(() -> fixture.store().store(account, page(ticket(1, 1))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("transaction");
    assertThat(fixture.counts(account)).isEmpty();
  }

  @Test
  void an_unknown_account_is_named() {
    HelpdeskAccount unknown =
        new HelpdeskAccount(new HelpdeskAccountId(999_999), new ConnectorId("zendesk"), "nobody");

    assertThatThrownBy(() -> fixture.store(unknown, ticket(1, 1)))
        .hasMessage("There is no helpdesk account 999999");
  }

  @Test
  void a_failure_tells_no_customer_text_and_the_next_page_is_stored() {
    HelpdeskAccount account = fixture.account();
    fixture
        .database()
        .execute("alter table ticket add constraint no_secrets check (subject <> 'Subject 77')");

    assertThatThrownBy(() -> fixture.store(account, ticket(77, 1, "after failure")))
        .isInstanceOf(IllegalStateException.class)
        .satisfies(
            failure -> {
              StringWriter everything = new StringWriter();
              failure.printStackTrace(new PrintWriter(everything));
              assertThat(everything.toString()).contains("no_secrets").doesNotContain("Subject 77");
            });

    assertThat(fixture.store(account, ticket(78, 1, "after failure")).tickets()).isEqualTo(1);
    assertThat(fixture.labelsOf(account, 78)).containsExactly("after failure");
  }

  private static TicketSnapshot updated(Instant updatedAt, String label) {
    return new TicketSnapshot(
        1,
        TicketStatus.OPEN,
        null,
        null,
        7,
        0,
        0,
        0,
        MORNING,
        updatedAt,
        MORNING.plusSeconds(2),
        Set.of(label));
  }

  private static String rollupVersion(HelpdeskAccount account) {
    return fixture
        .rows("select rollup_version from helpdesk_account where id = ?", account.id().value())
        .get(0);
  }
}
