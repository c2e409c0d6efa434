package org.tagsmith.domain.vocabulary;

import java.util.List;

/** When two texts are the same name. */
public final class SpellingKey {
  private SpellingKey() {}

  /**
   * Equal for texts that differ in case and separators alone; empty for a text without a letter or
   * digit.
   */
  public static String of(String text) {
    return LabelWords.key(text, TextForm.LITERAL);
  }

  /** The same, and equal as well for Traditional and Simplified characters and for full width. */
  public static String inAnyScript(String text) {
    return LabelWords.key(text, TextForm.SCRIPT);
  }

  /** The words of a text, folded likewise, in their order; empty without a letter or digit. */
  public static List<String> words(String text) {
    return LabelWords.split(text, TextForm.SCRIPT);
  }
}
