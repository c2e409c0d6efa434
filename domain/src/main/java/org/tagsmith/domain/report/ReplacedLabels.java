package org.tagsmith.domain.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tagsmith.domain.report.ContactEffects.WriteEffect;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.Interpretation;
import org.tagsmith.domain.vocabulary.Interpretation.Matched;
import org.tagsmith.domain.vocabulary.ReadingRule;

/**
 * The labels that a write-back plan would replace after a publication: those of each house tag that
 * a label means for the first time, or that has another name. The same rule as that of the plans,
 * which count tickets in the database. For one thread.
 */
final class ReplacedLabels {
  private final TagSetTable table;
  private final BitSet replaced = new BitSet();

  /**
   * @param was what each label of the table means before the publication, by itself
   * @param is what it means afterwards
   */
  ReplacedLabels(TagSetTable table, Interpretation[] was, Interpretation[] is) {
    this.table = table;
    Set<Integer> touched =
        IntStream.range(0, table.labelCount())
            .mapToObj(label -> changed(meant(was[label]), meant(is[label])))
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    for (int label = 0; !touched.isEmpty() && label < table.labelCount(); label++) {
      String text = table.label(label);
      if (meant(is[label])
          .filter(tag -> touched.contains(tag.id()) && !tag.name().equalsIgnoreCase(text))
          .isPresent()) {
        replaced.set(label);
      }
    }
  }

  private static Optional<Integer> changed(Optional<HouseTag> former, Optional<HouseTag> later) {
    return later
        .filter(
            tag ->
                former.isEmpty()
                    || former.get().id() != tag.id()
                    || !former.get().name().equals(tag.name()))
        .map(HouseTag::id);
  }

  /** The label of a reason code stays: it says more than its tag. */
  private static Optional<HouseTag> meant(Interpretation interpretation) {
    return interpretation instanceof Matched matched
            && !matched.tag().retired()
            && matched.rule() != ReadingRule.REASON_CODE
        ? Optional.of(matched.tag())
        : Optional.empty();
  }

  List<WriteEffect> in(ContactCube cube) {
    List<WriteEffect> effects = new ArrayList<>();
    if (replaced.isEmpty()) {
      return effects;
    }
    BitSet carrying = new BitSet();
    for (int set = 0; set < table.size(); set++) {
      carrying.set(set, IntStream.of(table.labelsOf(set)).anyMatch(replaced::get));
    }
    for (int account : new TreeSet<>(cube.versions().keySet())) {
      long[] contacts = {0};
      BitSet seen = new BitSet();
      cube.read(
          Integer.MIN_VALUE,
          Integer.MAX_VALUE,
          Optional.of(new HelpdeskAccountId(account)),
          (day, slice) -> {
            for (int i = 0; i < slice.size(); i++) {
              if (carrying.get(slice.set(i)) && slice.contacts(i) > 0) {
                contacts[0] += slice.contacts(i);
                seen.set(slice.set(i));
              }
            }
          });
      if (contacts[0] > 0) {
        long labels =
            seen.stream()
                .flatMap(set -> IntStream.of(table.labelsOf(set)))
                .filter(replaced::get)
                .distinct()
                .count();
        effects.add(new WriteEffect(account, contacts[0], (int) labels));
      }
    }
    return effects;
  }
}
