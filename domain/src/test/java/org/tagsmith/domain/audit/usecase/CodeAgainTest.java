package org.tagsmith.domain.audit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.DomainInWeld;
import org.tagsmith.domain.audit.Agreement;
import org.tagsmith.domain.audit.PracticeAudit;
import org.tagsmith.domain.audit.Recoding;
import org.tagsmith.domain.audit.TeamTagCounts.Team;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.InMemoryConnector;
import org.tagsmith.domain.ticket.TicketId;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.usecase.PublishVocabulary;

/** On a real database, with contacts of the week from Monday, 2026-02-23 on. */
@EnableWeld
class CodeAgainTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final int CARD = 1;
  private static final int LIMIT = 2;

  private final DatabaseForTests database = DatabaseForTests.migrated();
  private final ClockForTests clock = new ClockForTests(MONDAY);

  @WeldSetup WeldInitiator weld = DomainInWeld.on(database, clock, new InMemoryConnector(0, 10));

  @Inject CodeAgain codeAgain;
  @Inject AuditPractice auditPractice;
  @Inject PublishVocabulary publishVocabulary;

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void fifty_labelled_contacts_of_last_week_are_drawn_once_for_everybody() {
    contacts(80, "2026-02-25", 1);
    contacts(30, "2026-02-25", 2);
    contacts(20, "2026-02-10", 1);

    List<Recoding.Sampled> first = codeAgain.sample("mia");

    assertThat(first).hasSize(50);
    assertThat(first).extracting(Recoding.Sampled::place).isSorted().doesNotHaveDuplicates();
    assertThat(first)
        .allSatisfy(
            each -> {
              assertThat(each.began()).isBetween("2026-02-23T00:00:00Z", "2026-03-02T00:00:00Z");
              assertThat(each.ticket().remoteId()).isLessThan(1000);
            });
    assertThat(codeAgain.sample("ben")).isEqualTo(first);
    clock.pass(Duration.ofDays(3));
    assertThat(codeAgain.sample("mia")).isEqualTo(first);
    clock.pass(Duration.ofDays(7));
    assertThat(codeAgain.sample("mia")).isEmpty();
  }

  @Test
  void what_people_confuse_shows_and_what_they_agree_on_too() {
    publish();
    contacts(10, "2026-02-25", 1);
    List<Recoding.Sampled> sample = codeAgain.sample("mia");
    LocalDate week = codeAgain.week();
    for (int i = 0; i < 10; i++) {
      Set<Integer> tags = Set.of(i < 6 ? CARD : LIMIT);
      assertThat(codeAgain.decide(week, sample.get(i).ticket(), "mia", tags)).isTrue();
    }

    Agreement agreement = codeAgain.agreement();

    assertThat(agreement.contacts()).isEqualTo(10);
    assertThat(agreement.same()).isEqualTo(6);
    assertThat(agreement.tags())
        .containsExactly(new Agreement.OfTag(LIMIT, 0, 0, 4), new Agreement.OfTag(CARD, 6, 4, 0));
    assertThat(agreement.confused()).containsExactly(new Agreement.Confused(CARD, LIMIT, 4));
    assertThat(codeAgain.sample("mia")).allMatch(Recoding.Sampled::done);
    assertThat(codeAgain.sample("ben")).noneMatch(Recoding.Sampled::done);
  }

  @Test
  void a_second_thought_takes_the_place_of_the_first_and_strangers_are_not_counted() {
    publish();
    contacts(1, "2026-02-25", 1);
    TicketId ticket = codeAgain.sample("mia").get(0).ticket();
    LocalDate week = codeAgain.week();

    assertThat(codeAgain.decide(week, ticket, "mia", Set.of(LIMIT))).isTrue();
    assertThat(codeAgain.decide(week, ticket, "mia", Set.of(CARD))).isTrue();

    assertThat(codeAgain.agreement().same()).isEqualTo(1);
    TicketId other = new TicketId(new HelpdeskAccountId(1), 999_999);
    assertThat(codeAgain.decide(week, other, "mia", Set.of(CARD))).isFalse();
    assertThat(codeAgain.decide(week, ticket, "mia", Set.of(77))).isFalse();
    assertThat(codeAgain.decide(week.minusWeeks(1), ticket, "mia", Set.of(CARD))).isFalse();
    assertThat(codeAgain.agreement().contacts()).isEqualTo(1);
  }

  @Test
  void the_audit_counts_what_began_in_its_days_by_team() {
    publish();
    contacts(40, "2026-02-25", 1);
    database.execute("update ticket set group_id = 7");
    contacts(5, "2025-10-01", 1, 5000);
    database.execute("update ticket set status = 6 where remote_id = 1");

    PracticeAudit audit = auditPractice.audit(90, 10);

    assertThat(audit.contacts()).isEqualTo(39);
    assertThat(audit.rare()).containsExactly(new PracticeAudit.RareTag(LIMIT, 0));
    database.execute("insert into agent_group values (1, 7, 'Cards')");
    assertThat(auditPractice.teams()).containsEntry(new Team(1, 7), "Cards");
  }

  private void publish() {
    publishVocabulary.publish(
        new Vocabulary(
            1,
            List.of(new TagFamily("Upgrade", "purple", Map.of())),
            List.of(tag(CARD, "Upgrade_CreditCard"), tag(LIMIT, "Upgrade_Limit")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        "lead",
        "");
  }

  private static HouseTag tag(int id, String name) {
    return new HouseTag(id, name, "Upgrade", Map.of(), "", List.of(), false, null);
  }

  /** Set 1 holds {@code upgrade_creditcard}, set 2 nothing. */
  private void contacts(int count, String day, int set) {
    contacts(count, day, set, set == 2 ? 1000 : day.equals("2026-02-10") ? 2000 : 0);
  }

  private void contacts(int count, String day, int set, int after) {
    database.execute(
        "insert into helpdesk_account (connector, subdomain, created_at)"
            + " select 'zendesk', 'bank', now() where not exists (select from helpdesk_account)");
    database.execute(
        "insert into label (text) select 'upgrade_creditcard'"
            + " where not exists (select from label)");
    database.execute(
        "insert into tag_set (label_ids) select ids from (values (1, array[1]),"
            + " (2, array[]::integer[])) sets (place, ids)"
            + " where not exists (select from tag_set) order by place");
    database.execute(
        """
        insert into ticket (account_id, remote_id, tag_set_id, status, contact_id, customer_id,
          assignee_id, group_id, created_at, updated_at, generated_at)
        select 1, %d + i, %d, 1, 1, 0, 0, 0, timestamptz '%s 12:00Z', now(), now()
        from generate_series(1, %d) i
        """
            .formatted(after, set, day, count));
  }
}
