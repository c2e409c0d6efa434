package org.tagsmith.domain.governance.lint;

import java.util.Locale;

/** What is looked for, with the reason why it matters and what to do about it. */
public enum LintRule {
  /** Two tags share a name. */
  LABEL_CLASH(
      Severity.ERROR,
      "Two house tags share this name, so labels with it are ambiguous.",
      "Take the name away from one of the two, or merge them."),
  /** Successors lead in a circle. */
  CYCLE(
      Severity.ERROR,
      "The successors lead in a circle, so its contacts count for nothing.",
      "Give one of them no successor."),
  /** A live code records a retired tag. */
  CODE_OF_RETIRED_TAG(
      Severity.ERROR,
      "The live reason code records a retired house tag.",
      "Choose another tag for the code, or restore the tag."),
  /** A successor has a successor. */
  CHAIN(
      Severity.WARNING,
      "Its successor has a successor itself.",
      "Name the last one as the successor."),
  /** A name by which the tag is not found. */
  UNREACHABLE(
      Severity.WARNING,
      "A label written like this name does not mean this tag: something else decides first.",
      "Remove the name, or what stands before it."),
  /** A name with signs that nobody sees. */
  HIDDEN_SIGNS(
      Severity.WARNING, "The name holds signs that cannot be seen.", "Type it again by hand."),
  /** A name that looks like another tag's. */
  LOOK_ALIKE(
      Severity.WARNING,
      "The name looks like another tag's but is written with other characters.",
      "Type it again, or rename one of the two."),
  /** Two tags whose names are nearly the same. */
  NEAR_DUPLICATE(
      Severity.WARNING,
      "The names of two live tags are nearly the same.",
      "Merge them, or name them apart."),
  /** A name that a new tag could not get. */
  BREAKS_RULES(
      Severity.WARNING,
      "The name breaks the naming rules of the house.",
      "Rename the tag, or leave it: rules hold for new names, and labels are read all the same."),
  /** Nobody can tell what the tag is for. */
  NO_DEFINITION(
      Severity.WARNING,
      "The tag has no description.",
      "Say in a sentence when it is meant, and when not."),
  /** No customers' words. */
  NO_EXAMPLES(
      Severity.HINT,
      "The tag has no examples in customers' words.",
      "Add two or three sentences that customers really wrote."),
  /** A language without a name. */
  MISSING_LANGUAGE(
      Severity.HINT, "It has no name in one of the house's languages.", "Add the name."),
  /** An alias that is a name anyway. */
  ALIAS_IS_NAME(
      Severity.HINT,
      "The alias is one of the tag's own names, in this or another language.",
      "Remove the alias."),
  /** Nothing leads to the tag, and no contact has it. */
  ORPHAN(
      Severity.HINT,
      "No contact counts for it, no reason code records it, and no alias leads to it.",
      "Retire it if nobody needs it."),
  /** A family without tags. */
  EMPTY_FAMILY(Severity.HINT, "No live tag is in this family.", "Remove it if nobody needs it.");

  /** How bad it is. */
  public enum Severity {
    /** Figures are wrong because of it. */
    ERROR,
    /** People will stumble. */
    WARNING,
    /** It could be better. */
    HINT
  }

  private final Severity severity;
  private final String reason;
  private final String remedy;

  LintRule(Severity severity, String reason, String remedy) {
    this.severity = severity;
    this.reason = reason;
    this.remedy = remedy;
  }

  /** How bad it is. */
  public Severity severity() {
    return severity;
  }

  /** Why it matters, in English. */
  public String reason() {
    return reason;
  }

  /** What to do, in English. */
  public String remedy() {
    return remedy;
  }

  /** A stable word that pages translate by. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
