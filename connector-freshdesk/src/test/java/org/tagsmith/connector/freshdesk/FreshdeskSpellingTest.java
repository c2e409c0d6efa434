package org.tagsmith.connector.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshdeskSpellingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Upgrade_CreditCard|Upgrade_CreditCard",
        "Card, lost|Card lost",
        "  Card   (lost) |Card (lost)",
        "信用卡升級|信用卡升級"
      })
  void a_house_tag_keeps_its_capitals_and_blanks_but_no_comma(String name, String tag) {
    assertThat(FreshdeskSpelling.of(name)).isEqualTo(tag);
  }

  @Property
  void a_spelling_is_one_tag_and_spelling_it_again_changes_nothing(@ForAll String name) {
    if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return;
    }
    String tag = FreshdeskSpelling.of(name);

    assertThat(FreshdeskSpelling.of(tag)).isEqualTo(tag);
    assertThat(FreshdeskSpelling.canBeTag(tag)).isTrue();
    assertThat(FreshdeskSpelling.asWritten(tag)).isEqualTo(tag);
  }

  @Test
  void a_name_without_letter_or_digit_has_no_tag() {
    assertThatThrownBy(() -> FreshdeskSpelling.of(", -"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("letter or a digit");
  }

  @Test
  void the_limit_counts_characters_as_people_do() {
    assertThat(FreshdeskSpelling.isTooLong("a".repeat(32))).isFalse();
    assertThat(FreshdeskSpelling.isTooLong("a".repeat(33))).isTrue();
    assertThat(FreshdeskSpelling.isTooLong("💳".repeat(32))).isFalse();
  }
}
