package org.tagsmith.domain.vocabulary;

/**
 * Which rule gave a label its meaning, from the most literal to the boldest. A reader tries them in
 * this order and the first that answers decides, so what a person confirmed always beats what
 * folding finds.
 */
public enum ReadingRule {
  /** The label is the house name but for case and separators. */
  NAME,
  /** The label is a display name in some language. */
  DISPLAY_NAME,
  /** The house asks what it means, and what else is on the ticket may decide. */
  QUESTION,
  /** A person confirmed this spelling. */
  ALIAS,
  /** The house decided that this label carries no reason. */
  IGNORED,
  /** The label begins as software-made labels do. */
  MACHINE,
  /** The label names the reason code. */
  REASON_CODE,
  /** Equal after unfolding house abbreviations. */
  ABBREVIATION,
  /** Equal after folding width, or Traditional and Simplified characters. */
  SCRIPT,
  /** Equal but for how its numbers are written: {@code 7.0} and {@code 7}. */
  NUMBER,
  /** Equal but for plural and verb endings. */
  INFLECTION,
  /** The same words in another order. */
  WORD_ORDER,
  /** Words of the same families, or in another country's spelling. */
  WORD_FAMILY,
  /** A short form that one house spelling only has: initials, or a word cut short. */
  SHORT_FORM,
  /** Written as this house's people write, by what they confirmed of other labels. */
  HABIT,
  /**
   * The label looks like a house name but contains look-alike characters; never applied, only
   * shown.
   */
  CONFUSABLE,
  /** Nothing matched. */
  NONE;

  /**
   * Whether the rule may only decide for one tag; a label for which it finds several stays unmapped
   * under it.
   */
  public boolean isBold() {
    return this == WORD_FAMILY || this == SHORT_FORM || this == HABIT;
  }
}
