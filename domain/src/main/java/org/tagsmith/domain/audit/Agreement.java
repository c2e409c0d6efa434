package org.tagsmith.domain.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tagsmith.domain.vocabulary.VocabularyReader;

/**
 * How far a second person gives the same tags.
 *
 * @param contacts how many contacts were coded a second time
 * @param same of how many of them the second person gave exactly the same
 * @param tags each tag that either gave, that of least agreement first
 * @param confused pairs of which the one was given where the second person gave the other, those of
 *     most contacts first
 */
public record Agreement(long contacts, long same, List<OfTag> tags, List<Confused> confused) {
  /** Once is a slip, not a confusion. */
  private static final int TWICE = 2;

  public Agreement {
    tags = List.copyOf(tags);
    confused = List.copyOf(confused);
  }

  /**
   * One tag.
   *
   * @param both given by both
   * @param first given on the ticket alone
   * @param second given by the second person alone
   */
  public record OfTag(int tagId, long both, long first, long second) {
    /** The share of contacts with the tag about which both agree, 0 to 1. */
    public double share() {
      return both / (double) (both + first + second);
    }
  }

  /** The one was given, and in its place the other by the second person, or the reverse. */
  public record Confused(int tagId, int otherId, long contacts) {}

  /** The agreement of these, read against one vocabulary. */
  public static Agreement of(List<Recoding.Compared> recodings, VocabularyReader reader) {
    Map<Integer, long[]> counts = new TreeMap<>();
    Map<List<Integer>, Long> pairs = new HashMap<>();
    long same = 0;
    for (Recoding.Compared each : recodings) {
      Set<Integer> first = new TreeSet<>(reader.read(each.labels()).houseTagIds());
      Set<Integer> second = asTheyCount(each.recoding().tags(), reader);
      same += first.equals(second) ? 1 : 0;
      Set<Integer> onlyFirst = without(first, second);
      Set<Integer> onlySecond = without(second, first);
      without(first, onlyFirst).forEach(tag -> count(counts, tag)[0]++);
      onlyFirst.forEach(tag -> count(counts, tag)[1]++);
      onlySecond.forEach(tag -> count(counts, tag)[2]++);
      for (int here : onlyFirst) {
        for (int there : onlySecond) {
          pairs.merge(List.of(Math.min(here, there), Math.max(here, there)), 1L, Long::sum);
        }
      }
    }
    return new Agreement(recodings.size(), same, tags(counts), confused(pairs));
  }

  /** A tag that was merged since counts as its successor on either side. */
  private static Set<Integer> asTheyCount(Set<Integer> tags, VocabularyReader reader) {
    Set<Integer> counted = new TreeSet<>();
    tags.forEach(
        id ->
            reader
                .tag(id)
                .ifPresent(
                    tag -> {
                      boolean gone = tag.retired() && tag.successorId() != null;
                      counted.add(gone ? tag.successorId() : id);
                    }));
    return counted;
  }

  private static List<OfTag> tags(Map<Integer, long[]> counts) {
    List<OfTag> tags = new ArrayList<>();
    counts.forEach((tag, count) -> tags.add(new OfTag(tag, count[0], count[1], count[2])));
    tags.sort(
        Comparator.comparingDouble(OfTag::share)
            .thenComparing(Comparator.comparingLong(Agreement::disagreed).reversed())
            .thenComparingInt(OfTag::tagId));
    return tags;
  }

  private static long disagreed(OfTag tag) {
    return tag.first() + tag.second();
  }

  private static List<Confused> confused(Map<List<Integer>, Long> pairs) {
    return pairs.entrySet().stream()
        .filter(each -> each.getValue() >= TWICE)
        .map(each -> new Confused(each.getKey().get(0), each.getKey().get(1), each.getValue()))
        .sorted(
            Comparator.comparingLong((Confused each) -> -each.contacts())
                .thenComparingInt(Confused::tagId)
                .thenComparingInt(Confused::otherId))
        .toList();
  }

  private static long[] count(Map<Integer, long[]> counts, int tag) {
    return counts.computeIfAbsent(tag, unused -> new long[3]);
  }

  private static Set<Integer> without(Set<Integer> all, Set<Integer> some) {
    Set<Integer> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }
}
