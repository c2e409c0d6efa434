package org.tagsmith.domain.vocabulary;

import com.ibm.icu.text.Transliterator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Traditional characters as Simplified ones, character by character, from ICU's transliterator <a
 * href="https://unicode-org.github.io/icu/userguide/transforms/general/">Traditional-Simplified</a>.
 * The table is read from it once: looking a character up takes nanoseconds and is safe for all
 * threads. Applying it twice changes nothing.
 */
final class ChineseScript {
  private static final char FIRST = '\u3400';
  private static final char LAST = '\u9FFF';

  /** Two Simplified spellings of one word that banks and their customers mix: account. */
  private static final Map<Character, Character> HOUSE_VARIANTS = Map.of('帐', '账');

  private static final char[] SIMPLIFIED = table();

  private ChineseScript() {}

  /** The text with each Traditional character as its Simplified one. */
  static String simplified(String text) {
    int first = firstToChange(text);
    if (first < 0) {
      return text;
    }
    char[] characters = text.toCharArray();
    for (int i = first; i < characters.length; i++) {
      characters[i] = simplified(characters[i]);
    }
    return new String(characters);
  }

  private static int firstToChange(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (simplified(text.charAt(i)) != text.charAt(i)) {
        return i;
      }
    }
    return -1;
  }

  private static char simplified(char character) {
    return character < FIRST || character > LAST ? character : SIMPLIFIED[character - FIRST];
  }

  private static char[] table() {
    Transliterator transliterator = Transliterator.getInstance("Traditional-Simplified");
    Map<Character, Character> steps = new HashMap<>();
    for (char character = FIRST; character <= LAST; character++) {
      String simplified = transliterator.transliterate(String.valueOf(character));
      if (simplified.length() == 1 && simplified.charAt(0) != character) {
        steps.put(character, simplified.charAt(0));
      }
    }
    steps.putAll(HOUSE_VARIANTS);
    char[] table = new char[LAST - FIRST + 1];
    for (char character = FIRST; character <= LAST; character++) {
      table[character - FIRST] = end(character, steps);
    }
    return table;
  }

  /** Follows the steps to their end; of a circle (ICU has one, 苎 and 苧) the smallest member. */
  private static char end(char start, Map<Character, Character> steps) {
    Set<Character> seen = new HashSet<>();
    char here = start;
    while (steps.containsKey(here) && seen.add(here)) {
      here = steps.get(here);
    }
    if (!steps.containsKey(here)) {
      return here;
    }
    char smallest = here;
    for (char next = steps.get(here); next != here; next = steps.get(next)) {
      smallest = (char) Math.min(smallest, next);
    }
    return smallest;
  }
}
