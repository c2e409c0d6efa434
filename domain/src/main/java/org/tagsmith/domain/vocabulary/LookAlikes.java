package org.tagsmith.domain.vocabulary;

import com.ibm.icu.text.SpoofChecker;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds labels that look like a house spelling but are written with other characters, such as a
 * Cyrillic {@code а}: <a href="https://www.unicode.org/reports/tr39/#Confusable_Detection">UTS 39
 * skeletons</a>. Such a label may be a slip of the keyboard or somebody's trick, so it is shown and
 * never applied.
 */
final class LookAlikes {
  private static final int LONGEST = 200;
  private static final SpoofChecker CHECKER =
      new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

  private final Map<String, String> spellings = new HashMap<>();

  void add(String spelling) {
    String lower = LabelWords.key(spelling, TextForm.SCRIPT);
    spellings.putIfAbsent(skeleton(lower), spelling);
    spellings.putIfAbsent(skeleton(lower.toUpperCase(Locale.ROOT)), spelling);
    spellings.putIfAbsent(skeleton(String.join("", spelling.split("[^\\p{L}\\p{N}]+"))), spelling);
  }

  /** The spelling that the label looks like. */
  Optional<String> seenIn(String label) {
    if (label.length() > LONGEST) {
      return Optional.empty();
    }
    String lower = LabelWords.key(label, TextForm.LITERAL);
    if (lower.isEmpty()) {
      return Optional.empty();
    }
    String found = spellings.get(skeleton(lower));
    return Optional.ofNullable(
        found != null
            ? found
            : spellings.get(skeleton(String.join("", label.split("[^\\p{L}\\p{N}]+")))));
  }

  private static String skeleton(String text) {
    return CHECKER.getSkeleton(text).toLowerCase(Locale.ROOT);
  }
}
