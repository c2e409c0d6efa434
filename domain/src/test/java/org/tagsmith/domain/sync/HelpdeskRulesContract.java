package org.tagsmith.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.sync.HelpdeskRule.Kind;
import org.tagsmith.domain.sync.RuleBook.Unread;

/**
 * What every reader of a helpdesk's rules promises. The sandboxes hold rules about lost cards and
 * card upgrades, one of the latter out of use.
 */
public abstract class HelpdeskRulesContract {
  private SandboxUnderTest helpdesk;

  /** Starts a sandbox. */
  protected abstract SandboxUnderTest start(int tickets, int pageSize);

  /** The reader of its rules. */
  protected abstract HelpdeskRules rules(SandboxUnderTest sandbox);

  /** How the path ends of the list of rules that the key may not read in these tests. */
  protected abstract String closedList();

  /** What is not told then. */
  protected abstract Kind closedKind();

  /** The kinds that this helpdesk gives to no program. */
  protected abstract Set<Kind> neverTold();

  @BeforeEach
  void start() {
    helpdesk = start(10, 100);
  }

  @AfterEach
  void stop() {
    helpdesk.close();
  }

  @Test
  void it_reads_the_accounts_of_its_connector() {
    assertThat(rules(helpdesk).connector()).isEqualTo(helpdesk.connector().id());
  }

  @Test
  void each_rule_in_use_is_told_with_its_name_its_page_and_the_labels_it_speaks_of() {
    RuleBook book = read();

    assertThat(book.rules())
        .isNotEmpty()
        .allSatisfy(
            rule -> {
              assertThat(rule.name()).isNotBlank();
              assertThat(rule.page()).isPresent();
              assertThat(rule.page().orElseThrow().isAbsolute()).isTrue();
              assertThat(rule.labels()).isNotEmpty().allMatch(label -> !label.isBlank());
            });
    assertThat(about("card_lost"))
        .extracting(HelpdeskRule::name)
        .contains("A lost card is urgent")
        .doesNotContain("Card upgrades go to Cards");
    assertThat(about("waiting_for_customer"))
        .singleElement()
        .satisfies(rule -> assertThat(rule.kind()).isEqualTo(Kind.AUTOMATION));
  }

  @Test
  void a_rule_is_shown_with_those_of_its_labels_alone_that_are_asked_for() {
    assertThat(about("card_lost"))
        .allSatisfy(rule -> assertThat(rule.labels()).containsExactly("card_lost"));
  }

  @Test
  void a_rule_out_of_use_is_not_told() {
    assertThat(about("upgrade_creditcard"))
        .isNotEmpty()
        .noneMatch(rule -> rule.name().toLowerCase(Locale.ROOT).contains("campaign"));
    assertThat(about("q3_campaign")).isEmpty();
  }

  @Test
  void what_the_helpdesk_gives_to_no_program_is_told_as_such() {
    assertThat(
            read().unread().entrySet().stream()
                .filter(entry -> entry.getValue() == Unread.NOT_OFFERED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()))
        .isEqualTo(neverTold());
  }

  @Test
  void a_kind_that_the_key_may_not_read_is_told_and_keeps_nobody_from_the_others() {
    helpdesk
        .faults()
        .always(
            call -> call.path().replace(".json", "").endsWith(closedList()),
            helpdesk.mishap("403", 0));

    RuleBook book = read();

    assertThat(book.unread()).containsEntry(closedKind(), Unread.NOT_PERMITTED);
    assertThat(book.unread()).hasSize(neverTold().size() + 1);
  }

  @Test
  void a_refused_key_and_a_demand_to_wait_are_failures() {
    helpdesk.throttleNext(Duration.ofSeconds(20));
    assertThatThrownBy(this::read).isInstanceOf(ConnectorFailure.Throttled.class);

    helpdesk.revokeKey();
    assertThatThrownBy(this::read).isInstanceOf(ConnectorFailure.CredentialsRejected.class);
  }

  @Test
  void reading_changes_nothing() {
    read();

    assertThat(helpdesk.writes()).isZero();
    assertThat(helpdesk.journal().effects()).isEmpty();
  }

  private List<HelpdeskRule> about(String label) {
    return read().speakingOf(label::equals);
  }

  private RuleBook read() {
    return rules(helpdesk).read(helpdesk.account());
  }
}
