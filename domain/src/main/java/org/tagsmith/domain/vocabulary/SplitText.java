package org.tagsmith.domain.vocabulary;

import java.util.List;

/**
 * One of a house's spellings with its words, which several tables are made of.
 *
 * @param literal as {@link LabelWords#split} of that form
 * @param script the same; the same list where the forms don't differ
 */
record SplitText(String text, List<String> literal, List<String> script) {
  static SplitText of(String text) {
    List<String> literal = LabelWords.split(text, TextForm.LITERAL);
    return new SplitText(
        text, literal, TextForm.isAscii(text) ? literal : LabelWords.split(text, TextForm.SCRIPT));
  }

  List<String> words(TextForm form) {
    return form == TextForm.LITERAL ? literal : script;
  }
}
