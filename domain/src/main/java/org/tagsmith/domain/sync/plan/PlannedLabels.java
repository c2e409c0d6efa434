package org.tagsmith.domain.sync.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.Interpretation;
import org.tagsmith.domain.vocabulary.Interpretation.Matched;
import org.tagsmith.domain.vocabulary.ReadingRule;
import org.tagsmith.domain.vocabulary.VocabularyReader;

/**
 * Finds which labels a plan replaces, and by which. A label counts only if it means a live tag for
 * sure and by itself. The label of a reason code stays: it says more than its tag.
 */
public final class PlannedLabels {
  private final VocabularyReader now;
  private final UnaryOperator<String> spelling;

  /**
   * Prepares.
   *
   * @param now the newest version
   * @param spelling how the helpdesk writes the name of a house tag
   */
  public PlannedLabels(VocabularyReader now, UnaryOperator<String> spelling) {
    this.now = now;
    this.spelling = spelling;
  }

  /** By what a label is replaced. */
  public record By(String label, int tag) {}

  /**
   * The labels among those found that mean one of these tags and are not its own, and by what each
   * is replaced; in order of the labels.
   */
  public Map<String, By> of(Set<Integer> tags, Collection<String> found) {
    Map<String, By> replacements = new TreeMap<>();
    for (String label : found) {
      meant(now, label)
          .filter(tag -> tags.contains(tag.id()))
          .flatMap(this::label)
          .filter(by -> !by.label().equalsIgnoreCase(label))
          .ifPresent(by -> replacements.put(label, by));
    }
    return replacements;
  }

  /**
   * The tags that a version changed the labels of: a label found means another tag since, or a tag
   * of another name, or means a tag for the first time.
   *
   * @param before the version before
   * @param after the version
   */
  public Set<Integer> touchedBy(
      VocabularyReader before, VocabularyReader after, Collection<String> found) {
    Set<Integer> touched = new HashSet<>();
    for (String label : found) {
      Optional<HouseTag> meantAfter = meant(after, label);
      if (meantAfter.isPresent() && !isSame(meant(before, label), meantAfter.get())) {
        meant(now, label).map(HouseTag::id).ifPresent(touched::add);
      }
    }
    return touched;
  }

  private static boolean isSame(Optional<HouseTag> former, HouseTag later) {
    return former
        .filter(tag -> tag.id() == later.id() && tag.name().equals(later.name()))
        .isPresent();
  }

  /** Whether each replacement still is one of labels that both mean its live tag. */
  public static boolean stillHold(VocabularyReader now, Collection<Replacement> replacements) {
    return replacements.stream().allMatch(each -> stillHolds(now, each));
  }

  static boolean stillHolds(VocabularyReader now, Replacement replacement) {
    return Stream.of(replacement.label(), replacement.by())
        .allMatch(label -> meant(now, label).filter(t -> t.id() == replacement.tag()).isPresent());
  }

  /** A name whose label would be read as something else is never written. */
  private Optional<By> label(HouseTag tag) {
    String label = spelling.apply(tag.name());
    return meant(now, label)
        .filter(read -> read.id() == tag.id())
        .map(read -> new By(label, tag.id()));
  }

  private static Optional<HouseTag> meant(VocabularyReader reader, String label) {
    Interpretation reading = reader.interpret(label);
    return reading instanceof Matched matched
            && !matched.tag().retired()
            && matched.rule() != ReadingRule.REASON_CODE
        ? Optional.of(matched.tag())
        : Optional.empty();
  }
}
