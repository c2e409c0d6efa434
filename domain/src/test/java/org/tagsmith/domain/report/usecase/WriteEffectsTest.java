package org.tagsmith.domain.report.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagsmith.domain.report.usecase.ReportFixture.LOST;
import static org.tagsmith.domain.report.usecase.ReportFixture.UPGRADE;
import static org.tagsmith.domain.report.usecase.ReportFixture.tag;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.report.ContactEffects.WriteEffect;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.ticket.TicketStatus;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;

class WriteEffectsTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private ReportFixture fixture;
  private HelpdeskAccount first;
  private HelpdeskAccount second;

  @BeforeEach
  void open() {
    fixture = new ReportFixture();
    first = fixture.rows.account();
    second = fixture.rows.account();
    fixture.store(first, 1, MONDAY, "card_lost");
    fixture.store(first, 2, MONDAY, "lost-card", "vip");
    fixture.store(first, 3, MONDAY, "gone", "lost-card");
    fixture.store(first, 4, MONDAY.plusDays(1), "gone");
    fixture.store(second, 1, MONDAY, "upgrade_creditcard");
    fixture.store(second, 2, MONDAY, "gone");
    fixture.store(second, 3, MONDAY, TicketStatus.DELETED, "gone");
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void what_means_a_tag_for_the_first_time_would_be_replaced_with_all_other_spellings_of_it() {
    assertThat(writes(List.of(new Alias("gone", LOST.id())), UPGRADE, LOST))
        .containsExactly(
            new WriteEffect(first.id().value(), 3, 2), new WriteEffect(second.id().value(), 1, 1));
  }

  @Test
  void after_a_rename_also_the_former_name_would_be_replaced() {
    assertThat(writes(List.of(new Alias("card_lost", 2)), UPGRADE, tag(2, "Card_Missing", null)))
        .containsExactly(new WriteEffect(first.id().value(), 3, 2));
  }

  @Test
  void what_comes_to_mean_nothing_would_be_left_and_so_would_all_if_nothing_changed() {
    assertThat(writes(List.of(), UPGRADE)).isEmpty();
    assertThat(writes(List.of(), UPGRADE, LOST)).isEmpty();
  }

  private List<WriteEffect> writes(List<Alias> aliases, HouseTag... tags) {
    return fixture.effects(aliases, tags).writes();
  }
}
