package org.tagsmith.domain.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Splits runs of Chinese characters, which are written without spaces, into the parts that the
 * vocabulary's own spellings are made of. Characters between known parts stay together as a part of
 * their own. Immutable; takes time linear in the text.
 */
final class HanWords {
  private static final int LONGEST_PART = 12;

  private final Set<String> parts;
  private final int longest;

  private HanWords(Set<String> parts) {
    this.parts = parts;
    this.longest = parts.stream().mapToInt(String::length).max().orElse(0);
  }

  /**
   * Learns from runs as they stand between separators. A run that is made of others teaches what
   * remains of it, so {@code 升级} and {@code 升级信用卡} teach {@code 信用卡}.
   */
  static HanWords learn(Collection<String> runs) {
    Set<String> shortestFirst =
        new TreeSet<>(Comparator.comparingInt(String::length).thenComparing(text -> text));
    shortestFirst.addAll(runs);
    Set<String> parts = new HashSet<>();
    for (String run : shortestFirst) {
      if (run.length() <= LONGEST_PART && run.codePointCount(0, run.length()) > 1) {
        new HanWords(parts)
            .split(run).stream()
                .filter(part -> part.codePointCount(0, part.length()) > 1)
                .forEach(parts::add);
      }
    }
    return new HanWords(Set.copyOf(parts));
  }

  /** The parts of a run; the run itself when nothing of it is known. */
  List<String> split(String run) {
    int[] best = new int[run.length() + 1];
    int[] step = new int[run.length() + 1];
    for (int start = run.length() - 1; start >= 0; start--) {
      best[start] = best[start + 1] + 2 * LONGEST_PART;
      step[start] = 1;
      for (int length = 2; length <= longest && start + length <= run.length(); length++) {
        int cost = best[start + length] + 1;
        if (cost < best[start] && parts.contains(run.substring(start, start + length))) {
          best[start] = cost;
          step[start] = length;
        }
      }
    }
    return cut(run, step);
  }

  private static List<String> cut(String run, int[] step) {
    List<String> words = new ArrayList<>();
    int unknownFrom = 0;
    int here = 0;
    while (here < run.length()) {
      if (step[here] > 1) {
        if (unknownFrom < here) {
          words.add(run.substring(unknownFrom, here));
        }
        words.add(run.substring(here, here + step[here]));
        unknownFrom = here + step[here];
      }
      here += step[here];
    }
    if (unknownFrom < run.length()) {
      words.add(run.substring(unknownFrom));
    }
    return words;
  }
}
