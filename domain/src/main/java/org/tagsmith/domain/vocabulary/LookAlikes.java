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
  private static final String[] OF_ASCII = skeletonsOfAscii();

  private final Map<String, String> spellings = new HashMap<>();

  void add(SplitText split) {
    String spelling = split.text();
    String lower = LabelWords.key(split.script(), TextForm.SCRIPT);
    spellings.putIfAbsent(skeleton(lower), spelling);
    spellings.putIfAbsent(skeleton(lower.toUpperCase(Locale.ROOT)), spelling);
    spellings.putIfAbsent(skeleton(withoutSeparators(spelling)), spelling);
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
        found != null ? found : spellings.get(skeleton(withoutSeparators(label))));
  }

  private static String withoutSeparators(String text) {
    StringBuilder left = new StringBuilder(text.length());
    text.codePoints().filter(LookAlikes::isLetterOrNumber).forEach(left::appendCodePoint);
    return left.toString();
  }

  private static boolean isLetterOrNumber(int point) {
    return Character.isLetterOrDigit(point)
        || Character.getType(point) == Character.LETTER_NUMBER
        || Character.getType(point) == Character.OTHER_NUMBER;
  }

  /** A skeleton is made character by character, and in ASCII none changes with its neighbours. */
  static String skeleton(String text) {
    if (!TextForm.isAscii(text)) {
      return skeletonOfUnicode(text);
    }
    StringBuilder skeleton = new StringBuilder(text.length() + 4);
    for (int i = 0; i < text.length(); i++) {
      skeleton.append(OF_ASCII[text.charAt(i)]);
    }
    return skeleton.toString();
  }

  static String skeletonOfUnicode(String text) {
    return CHECKER.getSkeleton(text).toLowerCase(Locale.ROOT);
  }

  private static String[] skeletonsOfAscii() {
    String[] skeletons = new String[0x80];
    for (char character = 0; character < skeletons.length; character++) {
      skeletons[character] = skeletonOfUnicode(String.valueOf(character));
    }
    return skeletons;
  }
}
