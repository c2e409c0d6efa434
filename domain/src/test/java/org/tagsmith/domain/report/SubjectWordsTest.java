package org.tagsmith.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubjectWordsTest {
  @Test
  void words_are_told_apart_by_what_is_neither_letter_nor_digit_and_count_once() {
    assertThat(SubjectWords.of("Re: Card declined, CARD (2)!"))
        .containsExactly("2", "card", "declined", "re");
    assertThat(SubjectWords.of("I can't pay")).containsExactly("can't", "i", "pay");
    assertThat(SubjectWords.of("ﬁne ＰＩＮ")).containsExactly("fine", "pin");
  }

  @Test
  void chinese_gives_pairs_of_characters_beside_words_of_other_scripts() {
    assertThat(SubjectWords.of("信用卡PIN被鎖")).containsExactly("pin", "信用", "用卡", "被鎖");
    assertThat(SubjectWords.of("卡")).containsExactly("卡");
  }

  @Test
  void a_subject_without_letters_has_no_words() {
    assertThat(SubjectWords.of("")).isEmpty();
    assertThat(SubjectWords.of("?!… 👍")).isEmpty();
  }
}
