package org.tagsmith.domain.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tagsmith.domain.vocabulary.Interpretation;
import org.tagsmith.domain.vocabulary.Question;
import org.tagsmith.domain.vocabulary.ReadingRule;

/** Counts the contacts of each question; reads each set with such a label once. For one thread. */
final class QuestionCount {
  private static final int MOST_SPELLINGS = 5;

  private final TagSetMeanings meanings;
  private final boolean[] asked;
  private final long[] contacts;

  QuestionCount(TagSetMeanings meanings) {
    this.meanings = meanings;
    TagSetTable table = meanings.table();
    boolean[] isAsked = new boolean[table.labelCount()];
    for (int label = 0; label < isAsked.length; label++) {
      isAsked[label] =
          meanings.reader().interpret(table.label(label)).rule() == ReadingRule.QUESTION;
    }
    asked = new boolean[table.size()];
    for (int set = 0; set < asked.length; set++) {
      asked[set] = Arrays.stream(table.labelsOf(set)).anyMatch(label -> isAsked[label]);
    }
    contacts = new long[table.size()];
  }

  void day(int day, DaySlice slice) {
    for (int i = 0; i < slice.size(); i++) {
      contacts[slice.set(i)] += slice.contacts(i);
    }
  }

  List<QuestionUse.Line> lines() {
    Map<String, Sum> sums = new LinkedHashMap<>();
    for (Question question : meanings.reader().vocabulary().questions()) {
      sums.put(question.label(), new Sum());
    }
    for (int set = 0; set < contacts.length; set++) {
      if (asked[set] && contacts[set] > 0) {
        add(set, sums);
      }
    }
    return sums.entrySet().stream().map(sum -> sum.getValue().line(sum.getKey())).toList();
  }

  private void add(int set, Map<String, Sum> sums) {
    TagSetTable table = meanings.table();
    Collection<String> labels = Arrays.stream(table.labelsOf(set)).mapToObj(table::label).toList();
    Map<String, Set<Integer>> decided = new HashMap<>();
    for (Interpretation part : meanings.reader().read(labels).parts()) {
      Sum sum = part.rule() == ReadingRule.QUESTION ? sums.get(part.evidence()) : null;
      if (sum != null) {
        sum.spellings.merge(part.label(), contacts[set], Long::sum);
        Set<Integer> tags = decided.computeIfAbsent(part.evidence(), label -> new HashSet<>());
        if (part instanceof Interpretation.Matched matched) {
          tags.add(matched.tag().id());
        }
      }
    }
    decided.forEach((label, tags) -> sums.get(label).add(tags, contacts[set]));
  }

  private static final class Sum {
    private final Map<Integer, Long> decided = new HashMap<>();
    private final Map<String, Long> spellings = new HashMap<>();
    private long open;

    void add(Set<Integer> tags, long contacts) {
      if (tags.isEmpty()) {
        open += contacts;
      }
      tags.forEach(tag -> decided.merge(tag, contacts, Long::sum));
    }

    QuestionUse.Line line(String label) {
      return new QuestionUse.Line(
          label,
          open,
          decided.entrySet().stream()
              .map(each -> new QuestionUse.Decided(each.getKey(), each.getValue()))
              .sorted(
                  Comparator.comparingLong(QuestionUse.Decided::contacts)
                      .reversed()
                      .thenComparingInt(QuestionUse.Decided::houseTagId))
              .toList(),
          spellings.entrySet().stream()
              .sorted(
                  Map.Entry.<String, Long>comparingByValue()
                      .reversed()
                      .thenComparing(Map.Entry.comparingByKey()))
              .limit(MOST_SPELLINGS)
              .map(Map.Entry::getKey)
              .toList());
    }
  }
}
