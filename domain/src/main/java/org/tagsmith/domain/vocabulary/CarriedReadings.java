package org.tagsmith.domain.vocabulary;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which readings of one version the next cannot have changed, so that a merge, a retirement or
 * their undo need not work out every label again. Only where both versions hold the same spellings:
 * then a label means another tag only if a tag that changed was, or counted as, the one it meant.
 */
final class CarriedReadings {
  private CarriedReadings() {}

  /** The readings to keep, by label; none where that cannot be told. */
  static Map<String, Interpretation> of(
      Map<String, Interpretation> known, Vocabulary former, Vocabulary next) {
    if (!hasSameSpellings(former, next)) {
      return Map.of();
    }
    Successors before = new Successors(former.tags());
    Set<Integer> touched = new HashSet<>();
    for (int i = 0; i < former.tags().size(); i++) {
      HouseTag tag = former.tags().get(i);
      if (!tag.equals(next.tags().get(i))) {
        HouseTag counted = before.asItCounts(tag.id());
        if (counted.retired()) {
          // it gave way to live tags of the same spelling; the readings do not say where
          return Map.of();
        }
        touched.add(counted.id());
      }
    }
    Map<String, Interpretation> carried = new HashMap<>(known.size() * 2);
    known.forEach(
        (label, reading) -> {
          if (isUntouched(reading, touched)) {
            carried.put(label, reading);
          }
        });
    return carried;
  }

  private static boolean isUntouched(Interpretation reading, Set<Integer> touched) {
    if (reading.rule() == ReadingRule.QUESTION) {
      // a choice that was retired may be one again
      return false;
    }
    if (reading instanceof Interpretation.Matched matched) {
      return !touched.contains(matched.tag().id());
    }
    // several tags that a bold rule reached may have become one
    return !(reading instanceof Interpretation.Ambiguous)
        && !(reading instanceof Interpretation.Unmapped unmapped && unmapped.rule().isBold());
  }

  private static boolean hasSameSpellings(Vocabulary former, Vocabulary next) {
    return spellings(former.tags()).equals(spellings(next.tags()))
        && former.families().equals(next.families())
        && former.aliases().equals(next.aliases())
        && former.abbreviations().equals(next.abbreviations())
        && former.reasonCodes().equals(next.reasonCodes())
        && former.machineLabels().equals(next.machineLabels())
        && former.ignoredLabels().equals(next.ignoredLabels())
        && former.questions().equals(next.questions());
  }

  private record Spelled(int id, String name, Map<String, String> names) {}

  private static List<Spelled> spellings(List<HouseTag> tags) {
    return tags.stream().map(tag -> new Spelled(tag.id(), tag.name(), tag.names())).toList();
  }
}
