package org.tagsmith.domain.vocabulary;

/** When two texts are the same name: but for case and separators. */
public final class SpellingKey {
  private SpellingKey() {}

  /** Equal for texts that name the same; empty for a text without a letter or digit. */
  public static String of(String text) {
    return LabelWords.key(text, TextForm.LITERAL);
  }
}
