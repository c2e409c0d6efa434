package org.tagsmith.connector.zendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZendeskSpellingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Upgrade_CreditCard | upgrade_creditcard",
        "Card (lost) | card_lost",
        "Card & Cash | card_cash",
        "a, b | a_b",
        "data__lock | data__lock",
        "pre-paid/top-up | pre-paid/top-up",
        "_private_ | _private_",
        "升級_信用卡 | 升級_信用卡",
        "ÉTÉ | été",
        "हिन्दी | हिन्दी",
        "Card 💳 lost | card_lost",
        "'a\u200fb' | a_b",
        "STRASSE | strasse",
        "İstanbul | i̇stanbul"
      })
  void a_house_tag_is_spelled_as_one_zendesk_tag(String name, String tag) {
    assertThat(ZendeskSpelling.of(name)).isEqualTo(tag);
  }

  @Property
  void a_spelling_is_a_tag_and_spelling_it_again_changes_nothing(@ForAll String name) {
    String tag;
    try {
      tag = ZendeskSpelling.of(name);
    } catch (IllegalArgumentException e) {
      assertThat(name.codePoints()).noneMatch(c -> c >= 'a' && c <= 'z');
      return;
    }
    assertThat(tag.length()).isBetween(1, 255);
    assertThat(tag.codePoints()).noneMatch(c -> Character.isWhitespace(c) || c == ',' || c == '"');
    assertThat(ZendeskSpelling.of(tag)).isEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(ints = {254, 255, 256, 5000})
  void a_long_name_is_cut_to_what_zendesk_keeps(int length) {
    assertThat(ZendeskSpelling.of("x".repeat(length))).hasSize(Math.min(length, 255));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "!!!", "💳", "___"})
  void a_name_without_letter_or_digit_is_refused_with_its_remedy(String name) {
    assertThatThrownBy(() -> ZendeskSpelling.of(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rename the house tag");
  }

  @ParameterizedTest
  @CsvSource({"c++, c++", "Foo Bar, foo_bar", "'a, b', a_b", "💳, 💳"})
  void a_label_that_was_found_is_sent_as_it_was_but_as_one(String label, String sent) {
    assertThat(ZendeskSpelling.asWritten(label)).isEqualTo(sent);
  }
}
