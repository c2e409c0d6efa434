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
  /** Equal but for plural and verb endings. */
  INFLECTION,
  /** The same words in another order. */
  WORD_ORDER,
  /**
   * The label looks like a house name but contains look-alike characters; never applied, only
   * shown.
   */
  CONFUSABLE,
  /** Nothing matched. */
  NONE
}
