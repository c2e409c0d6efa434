package org.tagsmith.domain.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds house tags that a label might mean: by reading, by alike words and letters, by initials,
 * and by what tickets say. What it finds is shown to people and never applied. Immutable.
 */
final class Proposals {
  private static final int LONGEST_READ = 120;
  private static final double WEAKEST = 0.15;
  private static final double FOR_INITIALS = 0.7;
  private static final double FOR_TWO_INITIALS = 0.5;
  private static final double FOR_CO_USE = 0.9;

  private record Found(double score, Proposal.Why why) {}

  private final Successors successors;
  private final WordRules rules;
  private final AlikeSpellings alike;
  private final Map<String, List<Spelling>> byInitials = new HashMap<>();
  private final Map<String, List<Spelling>> byKey = new HashMap<>();

  /**
   * @param spellings every spelling of the vocabulary
   * @param rules by which it reads
   */
  Proposals(List<Spelling> spellings, Successors successors, WordRules rules) {
    this.successors = successors;
    this.rules = rules;
    List<Spelling> live = spellings.stream().filter(spelling -> !spelling.tag().retired()).toList();
    this.alike = new AlikeSpellings(live, rules);
    for (Spelling spelling : live) {
      byKey
          .computeIfAbsent(AlikeSpellings.key(spelling.text()), absent -> new ArrayList<>(1))
          .add(spelling);
      for (String initials : Initials.ofAll(rules.words(spelling.text()))) {
        byInitials.computeIfAbsent(initials, absent -> new ArrayList<>(1)).add(spelling);
      }
    }
  }

  List<Proposal> propose(String text, Interpretation reading, int limit, CoUse coUse) {
    String meant = reading.rule() == ReadingRule.CONFUSABLE ? reading.evidence() : text;
    String cut = meant.length() > LONGEST_READ ? meant.substring(0, LONGEST_READ) : meant;
    List<String> words = rules.words(cut);
    Map<HouseTag, Found> best = new HashMap<>();
    if (!words.isEmpty()) {
      findAlike(cut, words, best);
      findInitials(cut, words, best);
    }
    coUse.tagsAlike(text).forEach((id, strength) -> addCoUse(id, strength, best));
    for (HouseTag tag : meantBy(reading)) {
      best.put(tag, new Found(1, new Proposal.Why.SameWords(reading.evidence())));
    }
    return best.entrySet().stream()
        .filter(entry -> entry.getValue().score() >= WEAKEST)
        .map(
            entry -> new Proposal(entry.getKey(), entry.getValue().score(), entry.getValue().why()))
        .sorted(
            Comparator.comparingDouble(Proposal::score)
                .reversed()
                .thenComparing(proposal -> proposal.tag().id()))
        .limit(limit)
        .toList();
  }

  private void findAlike(String text, List<String> words, Map<HouseTag, Found> best) {
    List<String> bases = Inflection.bases(words);
    Set<String> confirmed = rules.habits().confirmedFor(bases);
    for (AlikeSpellings.Alike found : alike.alike(text, bases, confirmed)) {
      keepBetter(found.tag(), new Found(found.score(), found.why()), best);
    }
  }

  private void findInitials(String text, List<String> words, Map<HouseTag, Found> best) {
    String key = AlikeSpellings.key(text);
    for (Spelling spelling : byInitials.getOrDefault(key, List.of())) {
      addInitials(spelling, key, best);
    }
    for (String initials : Initials.ofAll(words)) {
      for (Spelling spelling : byKey.getOrDefault(initials, List.of())) {
        addInitials(spelling, initials, best);
      }
    }
  }

  private static void addInitials(Spelling spelling, String initials, Map<HouseTag, Found> best) {
    double score = initials.length() > 2 ? FOR_INITIALS : FOR_TWO_INITIALS;
    keepBetter(spelling.tag(), new Found(score, new Proposal.Why.ShortForm(spelling.text())), best);
  }

  private void addCoUse(int id, double strength, Map<HouseTag, Found> best) {
    HouseTag tag = successors.asItCounts(id);
    if (tag == null || tag.retired() || strength <= 0) {
      return;
    }
    double alone = FOR_CO_USE * Math.min(1, strength);
    Found found = best.get(tag);
    double former = found == null ? 0 : found.score();
    double score = 1 - (1 - former) * (1 - alone);
    best.put(
        tag, new Found(score, former >= alone ? found.why() : new Proposal.Why.UsedTogether()));
  }

  private static void keepBetter(HouseTag tag, Found found, Map<HouseTag, Found> best) {
    best.merge(tag, found, (one, other) -> one.score() >= other.score() ? one : other);
  }

  private static List<HouseTag> meantBy(Interpretation reading) {
    if (reading instanceof Interpretation.Matched matched) {
      return matched.tag().retired() ? List.of() : List.of(matched.tag());
    }
    if (reading instanceof Interpretation.Ambiguous ambiguous) {
      return ambiguous.candidates().stream().filter(tag -> !tag.retired()).toList();
    }
    return List.of();
  }
}
