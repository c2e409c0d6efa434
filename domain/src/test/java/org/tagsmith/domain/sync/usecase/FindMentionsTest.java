package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.domain.sync.AccountMentions;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskRule;
import org.tagsmith.domain.sync.HelpdeskRule.Kind;
import org.tagsmith.domain.sync.HelpdeskRules;
import org.tagsmith.domain.sync.InMemoryConnector;
import org.tagsmith.domain.sync.RuleBook;
import org.tagsmith.domain.sync.RuleBook.Unread;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyReader;

/** Rules of one account, found by tag and by label, and how often they are read. */
class FindMentionsTest {
  private static final Duration AT_ONCE = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofSeconds(20);

  private static DatabaseForTests database;

  private final SyncTrial trial = new SyncTrial(database, 1, 10);
  private final ClockForTests clock = new ClockForTests(Instant.parse("2026-03-02T09:00:00Z"));
  private final AtomicInteger reads = new AtomicInteger();
  private Supplier<RuleBook> answer = () -> book("Upgrade_CreditCard", "card-lost", "vip", "升卡");
  private final RuleBooks books =
      new RuleBooks(
          List.of(new Rules()),
          new Connectors(List.of(trial.helpdesk)),
          new ReadingThreads(),
          clock);

  @BeforeAll
  static void open() {
    database = DatabaseForTests.migrated();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void a_tag_is_found_by_its_names_its_aliases_and_by_what_means_it() {
    assertThat(labels(Set.of(1), List.of())).containsExactlyInAnyOrder("Upgrade_CreditCard", "升卡");
    answer = () -> book("upgrade creditcards", "gold", "Old_Name");
    later(Duration.ofHours(1));
    // an inflected name means the tag; the name of a retired tag counts for its successor
    assertThat(labels(Set.of(1), List.of()))
        .containsExactlyInAnyOrder("upgrade creditcards", "Old_Name");
  }

  @Test
  void a_retired_tag_is_found_by_its_own_name_although_that_counts_for_another_now() {
    answer = () -> book("old-name", "Upgrade_CreditCard");

    assertThat(labels(Set.of(2), List.of())).containsExactly("old-name");
  }

  @Test
  void a_label_is_found_in_whatever_case_and_with_whatever_separators() {
    assertThat(labels(Set.of(), List.of("Card Lost", "!!"))).containsExactly("card-lost");
  }

  @Test
  void what_was_asked_for_and_stands_nowhere_gives_no_rule() {
    assertThat(known(Set.of(99), List.of("nothing like it")).rules()).isEmpty();
  }

  @Test
  void rules_are_read_once_for_some_minutes_and_then_again() {
    known(Set.of(1), List.of());
    known(Set.of(), List.of("vip"));
    assertThat(reads).hasValue(1);

    later(RuleBooks.FRESH_FOR);
    known(Set.of(1), List.of());
    assertThat(reads).hasValue(2);
  }

  @Test
  void rules_that_could_not_be_read_are_soon_tried_again() {
    answer =
        () -> {
          throw new ConnectorFailure.CredentialsRejected("no");
        };
    assertThat(find(LONG))
        .isInstanceOfSatisfying(
            AccountMentions.NotRead.class,
            no -> assertThat(no.kind()).isEqualTo("credentials-rejected"));
    answer = () -> new RuleBook(List.of(), Map.of(Kind.MACRO, Unread.NOT_PERMITTED));
    later(RuleBooks.FAILED_FOR);
    assertThat(known(Set.of(1), List.of()).unread()).containsKey(Kind.MACRO);

    answer = () -> book("vip");
    later(RuleBooks.FAILED_FOR);
    assertThat(known(Set.of(1), List.of()).unread()).isEmpty();
    assertThat(reads).hasValue(3);
  }

  @Test
  void whoever_asks_waits_no_longer_than_the_patience_and_finds_it_read_later() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    answer =
        () -> {
          await(gate);
          return book("vip");
        };
    assertThat(find(AT_ONCE)).isInstanceOf(AccountMentions.BeingRead.class);
    assertThat(find(AT_ONCE)).isInstanceOf(AccountMentions.BeingRead.class);

    gate.countDown();

    assertThat(labels(Set.of(), List.of("vip"))).containsExactly("vip");
    assertThat(reads).hasValue(1);
  }

  @Test
  void where_most_calls_of_the_limit_are_used_nothing_is_asked() {
    trial.helpdesk.keepWaiting(Duration.ofSeconds(40));

    assertThat(find(LONG))
        .isInstanceOfSatisfying(
            AccountMentions.NotRead.class,
            no -> {
              assertThat(no.kind()).isEqualTo("throttled");
              assertThat(no.retryAfter()).contains(Duration.ofSeconds(40));
            });
    assertThat(reads).hasValue(0);
  }

  @Test
  void a_failure_of_our_own_is_told_by_its_word_alone() {
    answer =
        () -> {
          throw new IllegalStateException("words of a customer");
        };

    assertThat(find(LONG))
        .isEqualTo(new AccountMentions.NotRead(account(), "unexpected", Optional.empty()));
  }

  @Test
  void a_helpdesk_whose_connector_reads_no_rules_says_so() {
    RuleBooks none =
        new RuleBooks(
            List.of(), new Connectors(List.of(trial.helpdesk)), new ReadingThreads(), clock);

    AccountMentions found = find(none, LONG, Set.of(1), List.of());

    assertThat(found)
        .isInstanceOfSatisfying(
            AccountMentions.Known.class,
            known -> assertThat(known.unread()).containsOnlyKeys(Kind.values()));
  }

  private final class Rules implements HelpdeskRules {
    @Override
    public ConnectorId connector() {
      return InMemoryConnector.ID;
    }

    @Override
    public RuleBook read(HelpdeskAccount account) {
      reads.incrementAndGet();
      return answer.get();
    }
  }

  private static RuleBook book(String... labels) {
    return new RuleBook(
        List.of(
            new HelpdeskRule(
                Kind.TRIGGER,
                "A rule",
                Optional.of(URI.create("https://bank.example/rules/1")),
                Set.of(labels))),
        Map.of());
  }

  private HelpdeskAccount account() {
    return trial.accounts.list().get(0);
  }

  private void later(Duration time) {
    clock.pass(time);
  }

  private Set<String> labels(Set<Integer> tagIds, List<String> labels) {
    return known(tagIds, labels).rules().stream()
        .map(HelpdeskRule::labels)
        .findFirst()
        .orElse(Set.of());
  }

  private AccountMentions.Known known(Set<Integer> tagIds, List<String> labels) {
    return (AccountMentions.Known) find(books, LONG, tagIds, labels);
  }

  private AccountMentions find(Duration patience) {
    return find(books, patience, Set.of(1), List.of());
  }

  private AccountMentions find(
      RuleBooks from, Duration patience, Set<Integer> tagIds, List<String> labels) {
    return new FindMentions(trial.accounts, from, FindMentionsTest::reader, patience)
        .of(tagIds, labels)
        .get(0);
  }

  private static VocabularyReader reader() {
    return VocabularyReader.compile(
        new Vocabulary(
            1,
            List.of(),
            List.of(
                new HouseTag(
                    1, "Upgrade_CreditCard", "Upgrade", Map.of(), "", List.of(), false, null),
                new HouseTag(2, "Old_Name", "Upgrade", Map.of(), "", List.of(), true, 1)),
            List.of(new Alias("升卡", 1)),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
