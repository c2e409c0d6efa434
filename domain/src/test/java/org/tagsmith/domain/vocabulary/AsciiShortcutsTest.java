package org.tagsmith.domain.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is spared on ASCII texts is spared without another result. */
class AsciiShortcutsTest {
  @ParameterizedTest
  @EnumSource(TextForm.class)
  void every_ascii_character_folds_as_the_tables_of_unicode_fold_it(TextForm form) {
    for (char character = 0; character < 0x80; character++) {
      String text = String.valueOf(character);
      assertThat(form.normal(text)).isEqualTo(form.normalOfUnicode(text));
      assertThat(form.foldCase(text)).isEqualTo(form.foldCaseOfUnicode(text));
    }
  }

  @Test
  void every_two_ascii_characters_have_the_skeleton_that_unicode_gives_them() {
    for (char first = 0; first < 0x80; first++) {
      for (char second = 0; second < 0x80; second++) {
        String text = "" + first + second;
        assertThat(LookAlikes.skeleton(text)).isEqualTo(LookAlikes.skeletonOfUnicode(text));
      }
    }
  }

  @Property
  void every_ascii_text_reads_alike_with_and_without_the_tables(
      @ForAll @StringLength(max = 40) @CharRange(from = 0, to = 0x7f) String text) {
    assertThat(LookAlikes.skeleton(text)).isEqualTo(LookAlikes.skeletonOfUnicode(text));
    for (TextForm form : TextForm.values()) {
      assertThat(form.normal(text)).isEqualTo(form.normalOfUnicode(text));
      assertThat(form.foldCase(text)).isEqualTo(form.foldCaseOfUnicode(text));
    }
  }
}
