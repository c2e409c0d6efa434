package org.tagsmith.domain.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.governance.Difference.Kind;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;

/**
 * Two leads: what one published since the other looked, and whether the other's changes touch it.
 */
class LaterChangesTest {
  private static final HouseTag ONE = tag(1, "Card_One");
  private static final HouseTag TWO = tag(2, "Card_Two");

  @Test
  void the_same_thing_touches_and_another_does_not() {
    Difference theirs = tagChanged(ONE, ONE.renamed("Card_First"));

    assertThat(touched(theirs, tagChanged(ONE, ONE.movedTo("Loan")))).containsExactly(theirs);
    assertThat(touched(theirs, tagChanged(TWO, TWO.movedTo("Loan")))).isEmpty();
  }

  @Test
  void who_ends_a_tag_touches_what_was_made_lead_to_it() {
    Difference merged = tagChanged(ONE, ONE.retiredFor(2));
    Difference placed = new Difference(Kind.ALIAS, "two", null, new Alias("two", 2));
    Difference ends = tagChanged(TWO, TWO.retiredFor(null));

    assertThat(touched(merged, ends)).containsExactly(merged);
    assertThat(touched(placed, ends)).containsExactly(placed);
    assertThat(touched(placed, tagChanged(TWO, TWO.renamed("Card_Second")))).isEmpty();
  }

  @Test
  void who_makes_something_lead_to_a_tag_touches_its_end_and_a_merge_also_its_new_name() {
    Difference ended = tagChanged(TWO, TWO.retiredFor(null));
    Difference renamed = tagChanged(TWO, TWO.renamed("Card_Second"));
    Difference merges = tagChanged(ONE, ONE.retiredFor(2));
    Difference places = new Difference(Kind.ALIAS, "two", null, new Alias("two", 2));

    assertThat(touched(ended, merges)).containsExactly(ended);
    assertThat(touched(ended, places)).containsExactly(ended);
    assertThat(touched(renamed, merges)).containsExactly(renamed);
    assertThat(touched(renamed, places)).isEmpty();
    assertThat(touched(tagChanged(TWO, TWO.movedTo("Loan")), merges)).isEmpty();
  }

  @Test
  void what_led_to_the_tag_before_is_nobodys_doing() {
    Difference described =
        new Difference(Kind.TAG, 1, ONE.retiredFor(2), ONE.retiredFor(2).renamed("x"));

    assertThat(touched(described, tagChanged(TWO, TWO.retiredFor(null)))).isEmpty();
  }

  @Test
  void a_refusal_speaks_of_tags_codes_families_and_labels() {
    Difference tag = tagChanged(ONE, ONE.renamed("Card_First"));
    Difference alias = new Difference(Kind.ALIAS, "two", null, new Alias("two", 2));
    List<Difference> theirs = List.of(tag, alias);

    assertThat(LaterChanges.spokenOf(theirs, refusal(Map.of("tagId", 1)))).containsExactly(tag);
    assertThat(LaterChanges.spokenOf(theirs, refusal(Map.of("label", "two"))))
        .containsExactly(alias);
    assertThat(LaterChanges.spokenOf(theirs, refusal(Map.of("name", "two", "tagId", 2)))).isEmpty();
  }

  private static ChangeRefused refusal(Map<String, Object> fields) {
    return new ChangeRefused("some-reason", 0, "No.", fields);
  }

  private static List<Difference> touched(Difference theirs, Difference mine) {
    return LaterChanges.touched(List.of(theirs), List.of(mine));
  }

  private static Difference tagChanged(HouseTag before, HouseTag after) {
    return new Difference(Kind.TAG, before.id(), before, after);
  }

  private static HouseTag tag(int id, String name) {
    return new HouseTag(id, name, "Card", Map.of(), "", List.of(), false, null);
  }
}
