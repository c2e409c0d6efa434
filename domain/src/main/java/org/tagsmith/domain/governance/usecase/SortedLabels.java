package org.tagsmith.domain.governance.usecase;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.tagsmith.domain.governance.PrefixReach;
import org.tagsmith.domain.vocabulary.Interpretation;
import org.tagsmith.domain.vocabulary.ReadingRule;

/** Labels in the order of their letters, so that those of a prefix stand together. Immutable. */
final class SortedLabels {
  /** What these rules say of a label holds, whatever prefix is set aside. */
  private static final Set<ReadingRule> STRONGER =
      EnumSet.range(ReadingRule.NAME, ReadingRule.ALIAS);

  private final String[] folded;
  private final int[] aside; // how many of those before a place would be set aside by a prefix
  private final int[] taken; // and how many of these mean a tag
  private final long meaning;

  private SortedLabels(String[] folded, int[] aside, int[] taken, long meaning) {
    this.folded = folded;
    this.aside = aside;
    this.taken = taken;
    this.meaning = meaning;
  }

  static SortedLabels of(List<String> labels, Function<String, Interpretation> read) {
    record Read(String folded, Interpretation reading) {}
    Read[] all =
        labels.stream()
            .map(label -> new Read(fold(label), read.apply(label)))
            .sorted((one, other) -> one.folded().compareTo(other.folded()))
            .toArray(Read[]::new);
    int[] aside = new int[all.length + 1];
    int[] taken = new int[all.length + 1];
    long meaning = 0;
    for (int at = 0; at < all.length; at++) {
      boolean means = all[at].reading() instanceof Interpretation.Matched;
      boolean weak = !STRONGER.contains(all[at].reading().rule());
      meaning += means ? 1 : 0;
      aside[at + 1] = aside[at] + (weak ? 1 : 0);
      taken[at + 1] = taken[at] + (weak && means ? 1 : 0);
    }
    String[] folded = Arrays.stream(all).map(Read::folded).toArray(String[]::new);
    return new SortedLabels(folded, aside, taken, meaning);
  }

  PrefixReach.Reach beginning(String prefix) {
    String key = fold(prefix);
    int from = firstNotBefore(key);
    int to = from;
    while (to < folded.length && folded[to].startsWith(key)) {
      to++;
    }
    return new PrefixReach.Reach(
        aside[to] - aside[from], folded.length, taken[to] - taken[from], meaning);
  }

  private int firstNotBefore(String key) {
    int low = 0;
    int high = folded.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (folded[middle].compareTo(key) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** As prefixes are compared: letter by letter, in any case. */
  private static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      folded.append(Character.toLowerCase(Character.toUpperCase(text.charAt(at))));
    }
    return folded.toString();
  }
}
