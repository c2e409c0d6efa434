package org.tagsmith.domain.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds house tags that a label might mean: by shared words, rare ones counting more, and by
 * spelling distance. What it finds is shown to people and never applied.
 */
final class Proposals {
  private static final int LONGEST_READ = 120;
  private static final double WEAKEST = 0.2;
  private static final double CLOSE = 0.74;

  private record Known(HouseTag tag, String key, String digits, List<String> words) {}

  private record Found(double score, String reason) {}

  private final List<Known> spellings = new ArrayList<>();
  private final Map<String, Double> weights = new HashMap<>();
  private final HouseWords words;
  private final double heaviest;

  Proposals(Vocabulary vocabulary, Successors successors) {
    Map<String, Integer> texts = new HashMap<>();
    for (HouseTag tag : vocabulary.tags()) {
      texts.putIfAbsent(tag.name(), tag.id());
      tag.names().values().forEach(name -> texts.putIfAbsent(name, tag.id()));
    }
    vocabulary.aliases().forEach(alias -> texts.putIfAbsent(alias.text(), alias.houseTagId()));
    this.words = new HouseWords(TextForm.SCRIPT, texts.keySet(), vocabulary.abbreviations());
    Map<String, Set<Integer>> tagsByWord = new HashMap<>();
    texts.forEach(
        (text, id) -> {
          HouseTag tag = successors.asItCounts(id);
          if (tag != null && !tag.retired()) {
            List<String> parts = baseWords(text);
            String key = LabelWords.key(text, TextForm.SCRIPT);
            spellings.add(new Known(tag, key, digits(key), parts));
            for (String part : parts) {
              tagsByWord.computeIfAbsent(part, absent -> new HashSet<>()).add(tag.id());
            }
          }
        });
    double tags = Math.max(2, vocabulary.tags().size());
    tagsByWord.forEach((word, ids) -> weights.put(word, Math.log(1 + tags / ids.size())));
    this.heaviest = Math.log(1 + tags);
  }

  List<Proposal> propose(String text, Interpretation reading, int limit) {
    String meant = reading.rule() == ReadingRule.CONFUSABLE ? reading.evidence() : text;
    String cut = meant.length() > LONGEST_READ ? meant.substring(0, LONGEST_READ) : meant;
    List<String> parts = baseWords(cut);
    String key = LabelWords.key(cut, TextForm.SCRIPT);
    String digits = digits(key);
    Map<HouseTag, Found> best = new HashMap<>();
    for (Known known : spellings) {
      Found found = compare(parts, key, digits, known);
      if (found.score() >= WEAKEST) {
        best.merge(known.tag(), found, (one, two) -> one.score() >= two.score() ? one : two);
      }
    }
    for (HouseTag tag : meant(reading)) {
      best.put(tag, new Found(1, "same-words"));
    }
    return best.entrySet().stream()
        .map(
            entry ->
                new Proposal(entry.getKey(), entry.getValue().score(), entry.getValue().reason()))
        .sorted(
            Comparator.comparingDouble(Proposal::score)
                .reversed()
                .thenComparing(proposal -> proposal.tag().id()))
        .limit(limit)
        .toList();
  }

  private static List<HouseTag> meant(Interpretation reading) {
    if (reading instanceof Interpretation.Matched matched) {
      return matched.tag().retired() ? List.of() : List.of(matched.tag());
    }
    if (reading instanceof Interpretation.Ambiguous ambiguous) {
      return ambiguous.candidates().stream().filter(tag -> !tag.retired()).toList();
    }
    return List.of();
  }

  private Found compare(List<String> parts, String key, String digits, Known known) {
    double overlap = overlap(parts, known.words());
    double spelling =
        digits.equals(known.digits()) ? SpellingDistance.likeness(key, known.key(), CLOSE) : 0;
    if (overlap >= 1) {
      return new Found(0.99, "same-words");
    }
    return spelling >= CLOSE && spelling * 0.95 >= overlap
        ? new Found(spelling * 0.95, "close-spelling")
        : new Found(overlap * 0.9, "shared-word");
  }

  /** Weight of the shared words over weight of all words of both. */
  private double overlap(List<String> some, List<String> others) {
    double shared = 0;
    double all = 0;
    for (String word : some) {
      double weight = weights.getOrDefault(word, heaviest);
      all += weight;
      if (others.contains(word)) {
        shared += weight;
      }
    }
    for (String word : others) {
      if (!some.contains(word)) {
        all += weights.getOrDefault(word, heaviest);
      }
    }
    return all == 0 ? 0 : shared / all;
  }

  private List<String> baseWords(String text) {
    return words.single(text).stream()
        .map(
            word -> {
              List<String> bases = Inflection.bases(word);
              return bases.stream().min(Comparator.comparingInt(String::length)).orElse(word);
            })
        .distinct()
        .toList();
  }

  private static String digits(String key) {
    StringBuilder digits = new StringBuilder();
    key.chars().filter(Character::isDigit).forEach(digit -> digits.append((char) digit));
    return digits.toString();
  }
}
