package org.tagsmith.domain.governance;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tagsmith.domain.vocabulary.NamingRules;
import org.tagsmith.domain.vocabulary.NamingRules.WordCase;
import org.tagsmith.domain.vocabulary.TagFamily;

/**
 * Rewrites a name as the house would: plain characters, the family in front, words written out and
 * cased, the right joints, not too long. Whether the outcome keeps all rules is for others to see.
 */
final class NameCorrection {
  private static final int MOST_WORDS = 60;

  private final NameCustoms customs;
  private final NamingRules rules;

  NameCorrection(NameCustoms customs) {
    this.customs = customs;
    this.rules = customs.rules();
  }

  /** Where the words of a family stand among others, and how the family is written there. */
  private record Found(int from, int to, String written) {
    int length() {
      return to - from;
    }
  }

  /** Empty if nothing is left, or the family cannot be told. */
  Optional<String> of(String name, String family) {
    String plain = NameScript.plain(name).strip();
    if (isShouted(plain)) {
      plain = plain.toLowerCase(Locale.ROOT);
    }
    List<List<String>> parts = parts(plain);
    if (parts.stream().mapToInt(List::size).sum() > MOST_WORDS) {
      return Optional.empty();
    }
    String first = null;
    if (rules.familyFirst()) {
      first = takeFamily(parts, family);
      if (first == null) {
        return Optional.empty();
      }
    }
    parts.removeIf(List::isEmpty);
    fitCount(parts, first == null ? 0 : 1);
    return Optional.of(shortened(parts, first)).filter(text -> !text.isEmpty());
  }

  private static boolean isShouted(String text) {
    return text.codePoints().noneMatch(Character::isLowerCase)
        && text.codePoints().filter(Character::isUpperCase).count() > 1;
  }

  private List<List<String>> parts(String plain) {
    List<List<String>> parts = new ArrayList<>();
    for (String segment : customs.segments(plain)) {
      List<String> words = new ArrayList<>();
      for (String word : NameWords.of(segment)) {
        List<String> written = customs.longForm(word);
        words.addAll(written == null ? customs.apartFromFamily(word) : written);
      }
      for (int[] found = customs.forbiddenIn(words); found != null; ) {
        words.subList(found[0], found[1]).clear();
        found = customs.forbiddenIn(words);
      }
      parts.add(words);
    }
    return parts;
  }

  /** Takes the family's words out and says how it is written in front. */
  private String takeFamily(List<List<String>> parts, String family) {
    List<String> words = new ArrayList<>();
    parts.forEach(words::addAll);
    Stream<TagFamily> wanted =
        family == null ? customs.families().stream() : Stream.of(customs.family(family));
    Found found =
        wanted
            .flatMap(each -> occurrences(words, each))
            // "credit card" need not be about cards: nobody chose a family
            .filter(each -> family != null || each.from() == 0)
            .max(
                Comparator.<Found>comparingInt(each -> each.from() == 0 ? 1 : 0)
                    .thenComparingInt(Found::length))
            .orElse(null);
    if (found == null) {
      return family;
    }
    int place = 0;
    for (List<String> part : parts) {
      int before = place;
      place += part.size();
      int from = Math.max(found.from(), before) - before;
      int to = Math.min(found.to(), place) - before;
      if (from < to) {
        part.subList(from, to).clear();
      }
    }
    return found.written();
  }

  private static Stream<Found> occurrences(List<String> words, TagFamily family) {
    List<String> starts = NameCustoms.starts(family);
    List<Found> found = new ArrayList<>();
    Stream.concat(Stream.of(family.name()), family.names().values().stream())
        .distinct()
        .forEach(
            name -> {
              String key = NameCustoms.key(name);
              for (int from = 0; from < words.size() && !key.isEmpty(); from++) {
                for (int to = from + 1; to <= words.size(); to++) {
                  String run = NameCustoms.key(words.subList(from, to));
                  if (run.equals(key)) {
                    String typed = String.join("", words.subList(from, to));
                    found.add(new Found(from, to, starts.contains(typed) ? typed : family.name()));
                  }
                  if (run.length() >= key.length()) {
                    break;
                  }
                }
              }
            });
    return found.stream();
  }

  /** As many parts as the house wants, where words can be moved between them. */
  private void fitCount(List<List<String>> parts, int before) {
    boolean apart = rules.wordCase() != WordCase.CAPITALIZED;
    int words = parts.stream().mapToInt(List::size).sum();
    if (apart && parts.size() == 1 && before + words <= rules.mostSegments()) {
      split(parts, words);
    }
    split(parts, rules.fewestSegments() - before);
    while (parts.size() > 1 && before + parts.size() > rules.mostSegments()) {
      List<String> last = parts.remove(parts.size() - 1);
      parts.get(parts.size() - 1).addAll(last);
    }
  }

  /** Makes last words parts of their own until there are so many parts, or no word is left to. */
  private static void split(List<List<String>> parts, int wanted) {
    for (int at = parts.size() - 1; at >= 0; at--) {
      List<String> part = parts.get(at);
      while (part.size() > 1 && parts.size() < wanted) {
        parts.add(at + 1, new ArrayList<>(List.of(part.remove(part.size() - 1))));
      }
    }
  }

  private String shortened(List<List<String>> parts, String first) {
    String text = written(parts, first);
    while (isTooLong(text) && parts.stream().mapToInt(List::size).sum() > 1) {
      List<String> last = parts.get(parts.size() - 1);
      last.remove(last.size() - 1);
      if (last.isEmpty()) {
        parts.remove(parts.size() - 1);
      }
      text = written(parts, first);
    }
    return text;
  }

  private boolean isTooLong(String text) {
    boolean han = text.codePoints().anyMatch(NameWords::isHan);
    return text.codePointCount(0, text.length()) > (han ? rules.longestHan() : rules.longest());
  }

  private String written(List<List<String>> parts, String first) {
    List<String> segments = new ArrayList<>();
    if (first != null) {
      segments.add(first);
    }
    for (List<String> part : parts) {
      segments.add(String.join("", part.stream().map(this::cased).toList()));
    }
    return String.join(customs.joint(), segments);
  }

  private String cased(String word) {
    return switch (rules.wordCase()) {
      case LOWER -> word.toLowerCase(Locale.ROOT);
      case CAPITALIZED -> {
        int first = word.codePointAt(0);
        yield Character.toString(UCharacter.toUpperCase(first))
            + word.substring(Character.charCount(first));
      }
      case AS_TYPED -> word;
    };
  }
}
