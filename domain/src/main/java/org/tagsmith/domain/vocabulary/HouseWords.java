package org.tagsmith.domain.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of labels as one house understands them, in one {@link TextForm}: its abbreviations
 * unfolded, and its Chinese spellings cut into their parts. Immutable.
 */
final class HouseWords {
  private final TextForm form;
  private final HanWords han;
  private final Map<List<String>, List<String>> abbreviations = new HashMap<>();
  private int longestAbbreviation;

  /**
   * @param spellings every spelling of the vocabulary, in any order
   */
  HouseWords(TextForm form, List<SplitText> spellings, List<Abbreviation> abbreviations) {
    this.form = form;
    this.han = HanWords.learn(hanRuns(form, spellings, abbreviations));
    for (Abbreviation abbreviation : abbreviations) {
      List<String> shortForm = apart(LabelWords.split(abbreviation.shortForm(), form));
      if (!shortForm.isEmpty()) {
        this.abbreviations.put(shortForm, apart(LabelWords.split(abbreviation.expansion(), form)));
        longestAbbreviation = Math.max(longestAbbreviation, shortForm.size());
      }
    }
  }

  /** The words with abbreviations unfolded. */
  List<String> unfolded(String text) {
    return unfolded(LabelWords.split(text, form));
  }

  /** The same of a text that was split. */
  List<String> unfolded(List<String> split) {
    return unfold(apart(split), false);
  }

  /** As {@link #unfolded}, also abbreviations in the plural. */
  List<String> unfoldedAlsoPlural(List<String> split) {
    return unfold(apart(split), true);
  }

  private List<String> apart(List<String> split) {
    if (!hasHan(split)) {
      return split;
    }
    List<String> words = new ArrayList<>();
    for (String word : split) {
      if (LabelWords.isHan(word)) {
        words.addAll(han.split(word));
      } else {
        words.add(word);
      }
    }
    return words;
  }

  private static boolean hasHan(List<String> split) {
    for (String word : split) {
      if (LabelWords.isHan(word)) {
        return true;
      }
    }
    return false;
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

  private static List<String> hanRuns(
      TextForm form, List<SplitText> spellings, List<Abbreviation> abbreviations) {
    List<String> runs = new ArrayList<>();
    spellings.forEach(spelling -> addHanRuns(spelling.words(form), runs));
    for (Abbreviation abbreviation : abbreviations) {
      addHanRuns(LabelWords.split(abbreviation.shortForm(), form), runs);
      addHanRuns(LabelWords.split(abbreviation.expansion(), form), runs);
    }
    return runs;
  }

  private static void addHanRuns(List<String> words, List<String> runs) {
    for (String word : words) {
      if (LabelWords.isHan(word)) {
        runs.add(word);
      }
    }
  }
}
