package org.tagsmith.domain.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tagsmith.domain.report.ContactEffects.LabelEffect;
import org.tagsmith.domain.report.ContactEffects.Meaning;
import org.tagsmith.domain.report.ContactEffects.MonthEffect;
import org.tagsmith.domain.report.ContactEffects.TagEffect;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.vocabulary.Interpretation;

/** Compares what two vocabularies make of the same contacts. For one thread. */
final class ContactComparison {
  private final ContactCube cube;
  private final TagSetTable table;
  private final TagSetMeanings before;
  private final TagSetMeanings after;
  private final Interpretation[] was;
  private final Interpretation[] is;
  private final boolean[] changed;
  private final long[] contactsOfSet;

  ContactComparison(ContactCube cube, TagSetMeanings before, TagSetMeanings after) {
    this.cube = cube;
    this.table = before.table();
    this.before = before;
    this.after = after;
    this.was = interpretations(before);
    this.is = interpretations(after);
    this.changed = new boolean[table.size()];
    this.contactsOfSet = new long[table.size()];
    for (int set = 0; set < changed.length; set++) {
      changed[set] = !new TreeSet<>(tags(before, set)).equals(new TreeSet<>(tags(after, set)));
    }
  }

  private Interpretation[] interpretations(TagSetMeanings meanings) {
    Interpretation[] found = new Interpretation[table.labelCount()];
    Arrays.setAll(found, label -> meanings.reader().interpret(table.label(label)));
    return found;
  }

  private static List<Integer> tags(TagSetMeanings meanings, int set) {
    int[] tags = meanings.tagsOf(set);
    return tags.length == 0 ? List.of() : IntStream.of(tags).mapToObj(meanings::tagId).toList();
  }

  /** Draws the comparison. */
  ContactEffects effects() {
    List<MonthEffect> months = new ArrayList<>();
    for (int account : new TreeSet<>(cube.versions().keySet())) {
      months(account)
          .forEach((month, contacts) -> months.add(new MonthEffect(account, month, contacts)));
    }
    long all = 0;
    long affected = 0;
    for (int set = 0; set < changed.length; set++) {
      all += contactsOfSet[set];
      affected += changed[set] ? contactsOfSet[set] : 0;
    }
    return new ContactEffects(
        all,
        affected,
        months,
        tagEffects(),
        labelEffects(),
        new ReplacedLabels(table, was, is).in(cube));
  }

  private Map<YearMonth, Long> months(int account) {
    Map<YearMonth, Long> months = new TreeMap<>();
    cube.read(
        Integer.MIN_VALUE,
        Integer.MAX_VALUE,
        Optional.of(new HelpdeskAccountId(account)),
        (day, slice) -> {
          long affected = 0;
          for (int i = 0; i < slice.size(); i++) {
            contactsOfSet[slice.set(i)] += slice.contacts(i);
            affected += changed[slice.set(i)] ? slice.contacts(i) : 0;
          }
          if (affected > 0) {
            months.merge(YearMonth.from(LocalDate.ofEpochDay(day)), affected, Long::sum);
          }
        });
    return months;
  }

  private List<TagEffect> tagEffects() {
    Map<Integer, long[]> counts = new HashMap<>();
    for (int set = 0; set < changed.length; set++) {
      if (changed[set]) {
        long contacts = contactsOfSet[set];
        tags(before, set).forEach(tag -> count(counts, tag)[0] += contacts);
        tags(after, set).forEach(tag -> count(counts, tag)[1] += contacts);
      }
    }
    for (int set = 0; set < changed.length; set++) {
      if (!changed[set]) {
        long contacts = contactsOfSet[set];
        for (int tag : tags(before, set)) {
          long[] count = counts.get(tag);
          if (count != null) {
            count[0] += contacts;
            count[1] += contacts;
          }
        }
      }
    }
    return counts.entrySet().stream()
        .map(each -> new TagEffect(each.getKey(), each.getValue()[0], each.getValue()[1]))
        .filter(each -> each.before() != each.after())
        .sorted(
            Comparator.comparingLong((TagEffect each) -> -Math.abs(each.after() - each.before()))
                .thenComparingInt(TagEffect::tagId))
        .toList();
  }

  private static long[] count(Map<Integer, long[]> counts, int tag) {
    return counts.computeIfAbsent(tag, unused -> new long[2]);
  }

  private List<LabelEffect> labelEffects() {
    long[] contacts = new long[table.labelCount()];
    for (int set = 0; set < contactsOfSet.length; set++) {
      for (int label : table.labelsOf(set)) {
        contacts[label] += contactsOfSet[set];
      }
    }
    List<LabelEffect> effects = new ArrayList<>();
    for (int label = 0; label < contacts.length; label++) {
      Meaning former = meaning(was[label]);
      Meaning later = meaning(is[label]);
      if (contacts[label] > 0 && !former.equals(later)) {
        effects.add(new LabelEffect(table.label(label), contacts[label], former, later));
      }
    }
    effects.sort(
        Comparator.comparingLong((LabelEffect each) -> -each.contacts())
            .thenComparing(LabelEffect::label));
    return effects;
  }

  private static Meaning meaning(Interpretation interpretation) {
    if (interpretation instanceof Interpretation.Matched matched) {
      return new Meaning(Meaning.Kind.TAG, matched.tag().id());
    }
    if (interpretation instanceof Interpretation.Ignored) {
      return new Meaning(Meaning.Kind.IGNORED, null);
    }
    return new Meaning(
        interpretation instanceof Interpretation.Ambiguous
            ? Meaning.Kind.SEVERAL
            : Meaning.Kind.NONE,
        null);
  }
}
