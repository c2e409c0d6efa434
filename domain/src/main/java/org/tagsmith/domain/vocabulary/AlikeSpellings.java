package org.tagsmith.domain.vocabulary;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the spellings that are alike to a text, by the words and the groups of letters that they
 * share. Looks only at spellings that share something, so that thousands of others cost nothing.
 * Immutable once built.
 */
final class AlikeSpellings {
  private static final double SHARE_OF_WORDS = 0.4;
  private static final double SHARE_OF_LETTERS = 0.4;
  private static final double SHARE_OF_INNER = 0.2;
  private static final double FOR_CONFIRMED_WORD = 0.7;
  private static final double CLOSE = 0.74;
  private static final double FOR_CLOSE = 0.95;
  private static final double WORTH_MEASURING = 0.3;

  private record Known(
      HouseTag tag,
      String text,
      String key,
      String digits,
      List<String> words,
      List<String> bases,
      double wordWeight,
      double letterWeight) {}

  /** How alike one spelling is, 0..1, and why. */
  record Alike(HouseTag tag, double score, Proposal.Why why) {}

  private final List<Known> spellings = new ArrayList<>();
  private final Postings words = new Postings();
  private final Postings letters = new Postings();

  /**
   * @param spellings of live tags
   * @param rules that cut spellings into words
   */
  AlikeSpellings(List<Spelling> spellings, WordRules rules) {
    Map<Spelling, List<String>> split = new HashMap<>();
    for (int place = 0; place < spellings.size(); place++) {
      List<String> parts = rules.words(spellings.get(place).text());
      split.put(spellings.get(place), parts);
      for (String base : new HashSet<>(Inflection.bases(parts))) {
        words.add(base, place);
      }
      for (String group : LetterGroups.of(key(spellings.get(place).text()))) {
        letters.add(group, place);
      }
    }
    for (Spelling spelling : spellings) {
      List<String> parts = split.get(spelling);
      List<String> bases = Inflection.bases(parts);
      String key = key(spelling.text());
      this.spellings.add(
          new Known(
              spelling.tag(),
              spelling.text(),
              key,
              digits(key),
              parts,
              bases,
              wordWeight(new HashSet<>(bases)),
              letterWeight(LetterGroups.of(key))));
    }
  }

  static String key(String text) {
    return LabelWords.key(text, TextForm.SCRIPT);
  }

  /**
   * Every spelling that shares something with the text.
   *
   * @param bases the text's base words
   * @param confirmed base words that people confirmed for some of those
   */
  List<Alike> alike(String text, List<String> bases, Set<String> confirmed) {
    String key = key(text);
    String digits = digits(key);
    Set<String> own = new LinkedHashSet<>(bases);
    Set<String> groups = LetterGroups.of(key);
    double[] sharedWords = new double[spellings.size()];
    double[] sharedLetters = new double[spellings.size()];
    BitSet touched = new BitSet(spellings.size());
    own.forEach(base -> words.addTo(sharedWords, words.weight(base), base, touched));
    for (String base : confirmed) {
      words.addTo(sharedWords, FOR_CONFIRMED_WORD * words.weight(base), base, touched);
    }
    for (String group : groups) {
      letters.addTo(sharedLetters, Math.pow(letters.weight(group), 2), group, touched);
    }
    double wordWeight = wordWeight(own);
    double letterWeight = letterWeight(groups);
    List<Alike> all = new ArrayList<>();
    for (int place = touched.nextSetBit(0); place >= 0; place = touched.nextSetBit(place + 1)) {
      Known known = spellings.get(place);
      double shared = sharedWords[place];
      double byWords = part(shared, wordWeight + known.wordWeight() - shared);
      double byLetters = part(sharedLetters[place], Math.sqrt(letterWeight * known.letterWeight()));
      double byInner = part(sharedLetters[place], Math.min(letterWeight, known.letterWeight()));
      double score =
          SHARE_OF_WORDS * byWords + SHARE_OF_LETTERS * byLetters + SHARE_OF_INNER * byInner;
      double close =
          byLetters >= WORTH_MEASURING && digits.equals(known.digits())
              ? SpellingDistance.likeness(key, known.key(), CLOSE)
              : 0;
      all.add(
          new Alike(
              known.tag(),
              byWords >= 1 ? 1 : Math.max(score, close * FOR_CLOSE),
              why(known, byWords, close, own, confirmed)));
    }
    return all;
  }

  private static Proposal.Why why(
      Known known, double byWords, double close, Set<String> own, Set<String> confirmed) {
    if (byWords >= 1) {
      return new Proposal.Why.SameWords(known.text());
    }
    List<String> shared = new ArrayList<>();
    for (int i = 0; i < known.bases().size(); i++) {
      String base = known.bases().get(i);
      if (own.contains(base) || confirmed.contains(base)) {
        shared.add(known.words().get(i));
      }
    }
    return close > 0 || shared.isEmpty()
        ? new Proposal.Why.CloseSpelling(known.text())
        : new Proposal.Why.SharedWords(known.text(), shared);
  }

  private static double part(double shared, double all) {
    return all <= 0 ? 0 : Math.min(1, shared / all);
  }

  private double wordWeight(Set<String> bases) {
    return bases.stream().mapToDouble(words::weight).sum();
  }

  private double letterWeight(Set<String> groups) {
    return groups.stream().mapToDouble(letters::weight).map(weight -> weight * weight).sum();
  }

  private static String digits(String key) {
    StringBuilder digits = new StringBuilder();
    key.chars().filter(Character::isDigit).forEach(digit -> digits.append((char) digit));
    return digits.toString();
  }
}
