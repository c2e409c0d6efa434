package org.tagsmith.domain.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of labels as one house understands them, in one {@link TextForm}: its abbreviations
 * unfolded, its Chinese spellings cut into their parts, and words that its spellings write apart
 * ({@code creditcard}) taken apart. Immutable.
 */
final class HouseWords {
  private static final int LONGEST_COMPOUND = 4;
  private static final int SHORTEST_COMPOUND = 5;

  private final TextForm form;
  private final HanWords han;
  private final Map<List<String>, List<String>> abbreviations = new HashMap<>();
  private int longestAbbreviation;
  private final Map<String, List<String>> compounds = new HashMap<>();

  /**
   * @param spellings every spelling of the vocabulary, in any order
   */
  HouseWords(TextForm form, Collection<String> spellings, List<Abbreviation> abbreviations) {
    this.form = form;
    this.han = HanWords.learn(hanRuns(spellings, abbreviations));
    for (Abbreviation abbreviation : abbreviations) {
      List<String> shortForm = split(abbreviation.shortForm());
      if (!shortForm.isEmpty()) {
        this.abbreviations.put(shortForm, split(abbreviation.expansion()));
        longestAbbreviation = Math.max(longestAbbreviation, shortForm.size());
      }
    }
    Set<String> taken = new HashSet<>();
    for (String spelling : spellings) {
      learnCompounds(unfolded(spelling), taken);
    }
  }

  /** The words with abbreviations unfolded. */
  List<String> unfolded(String text) {
    return unfold(split(text), false);
  }

  /** As {@link #unfolded}, also abbreviations in the plural, and compounds taken apart. */
  List<String> single(String text) {
    List<String> words = new ArrayList<>();
    for (String word : unfold(split(text), true)) {
      words.addAll(parts(word));
    }
    return words;
  }

  private List<String> split(String text) {
    List<String> words = new ArrayList<>();
    for (String word : LabelWords.split(text, form)) {
      if (LabelWords.isHan(word)) {
        words.addAll(han.split(word));
      } else {
        words.add(word);
      }
    }
    return words;
  }

  private List<String> unfold(List<String> words, boolean alsoPlural) {
    if (abbreviations.isEmpty()) {
      return words;
    }
    List<String> unfolded = new ArrayList<>(words.size() + 2);
    int here = 0;
    while (here < words.size()) {
      int taken = 0;
      for (int count = Math.min(longestAbbreviation, words.size() - here); count > 0; count--) {
        List<String> expansion = expansion(words.subList(here, here + count), alsoPlural);
        if (expansion != null) {
          unfolded.addAll(expansion);
          taken = count;
          break;
        }
      }
      if (taken == 0) {
        unfolded.add(words.get(here));
        taken = 1;
      }
      here += taken;
    }
    return unfolded;
  }

  private List<String> expansion(List<String> words, boolean alsoPlural) {
    List<String> expansion = abbreviations.get(words);
    String last = words.get(words.size() - 1);
    if (expansion == null && alsoPlural && words.size() == 1 && last.endsWith("s")) {
      return abbreviations.get(List.of(last.substring(0, last.length() - 1)));
    }
    return expansion;
  }

  private List<String> parts(String word) {
    if (word.length() >= SHORTEST_COMPOUND) {
      for (String base : Inflection.bases(word)) {
        List<String> parts = compounds.get(base);
        if (parts != null) {
          return parts;
        }
      }
    }
    return List.of(word);
  }

  private void learnCompounds(List<String> words, Set<String> ambiguous) {
    for (int start = 0; start < words.size(); start++) {
      for (int end = start + 2; end <= Math.min(words.size(), start + LONGEST_COMPOUND); end++) {
        List<String> parts = words.subList(start, end);
        String compound = String.join("", parts);
        if (compound.length() < SHORTEST_COMPOUND || parts.stream().anyMatch(p -> p.length() < 2)) {
          continue;
        }
        List<String> known = compounds.putIfAbsent(compound, List.copyOf(parts));
        if (known != null && !known.equals(parts)) {
          ambiguous.add(compound);
        }
      }
    }
    compounds.keySet().removeAll(ambiguous);
  }

  private List<String> hanRuns(Collection<String> spellings, List<Abbreviation> abbreviations) {
    List<String> texts = new ArrayList<>(spellings);
    for (Abbreviation abbreviation : abbreviations) {
      texts.add(abbreviation.shortForm());
      texts.add(abbreviation.expansion());
    }
    List<String> runs = new ArrayList<>();
    for (String text : texts) {
      for (String word : LabelWords.split(text, form)) {
        if (LabelWords.isHan(word)) {
          runs.add(word);
        }
      }
    }
    return runs;
  }
}
