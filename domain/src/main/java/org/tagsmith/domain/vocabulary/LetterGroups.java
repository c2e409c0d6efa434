package org.tagsmith.domain.vocabulary;

import java.util.LinkedHashSet;
import java.util.Set;

/** The groups of three neighbouring characters of a key; alike spellings share many of them. */
final class LetterGroups {
  private static final int SIZE = 3;

  private LetterGroups() {}

  /** All groups, the first and the last with a mark for where the key begins and ends. */
  static Set<String> of(String key) {
    String marked = "^" + key + "$";
    Set<String> groups = new LinkedHashSet<>();
    for (int i = 0; i + SIZE <= marked.length(); i++) {
      groups.add(marked.substring(i, i + SIZE));
    }
    return groups;
  }
}
