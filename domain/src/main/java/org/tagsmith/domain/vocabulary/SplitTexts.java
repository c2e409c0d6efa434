package org.tagsmith.domain.vocabulary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of a house's spellings in one form. Several tables are made of the same spellings; each
 * text is split once. For one thread, and for as long as the tables are being made.
 */
final class SplitTexts {
  private final TextForm form;
  private final Map<String, List<String>> words = new HashMap<>();

  SplitTexts(TextForm form) {
    this.form = form;
  }

  TextForm form() {
    return form;
  }

  /** As {@link LabelWords#split}; not to be changed. */
  List<String> of(String text) {
    return words.computeIfAbsent(text, absent -> LabelWords.split(absent, form));
  }
}
