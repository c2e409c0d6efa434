package org.tagsmith.domain.governance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.SpellingKey;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyCheck;

/**
 * Where a vocabulary says one thing twice: names that mean two tags, aliases that are another tag's
 * name, successors in a chain. It can be read, but not the way everybody expects.
 */
final class Clashes {
  private final Vocabulary vocabulary;
  private final Map<Integer, HouseTag> tags = new HashMap<>();
  private final Set<String> found = new TreeSet<>();

  private Clashes(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    vocabulary.tags().forEach(tag -> tags.put(tag.id(), tag));
  }

  /**
   * What is wrong with the later one: every contradiction, and clashes that the former had not.
   *
   * @return a sentence or two each; empty if nothing is
   */
  static List<String> between(Vocabulary former, Vocabulary later) {
    List<String> wrong = new ArrayList<>(VocabularyCheck.problems(later));
    if (wrong.isEmpty()) {
      Set<String> fresh = of(later);
      fresh.removeAll(of(former));
      wrong.addAll(fresh);
    }
    return wrong;
  }

  private static Set<String> of(Vocabulary vocabulary) {
    Clashes clashes = new Clashes(vocabulary);
    clashes.findChains();
    clashes.findNames();
    clashes.findCodes();
    return clashes.found;
  }

  private void findChains() {
    for (HouseTag tag : vocabulary.tags()) {
      HouseTag successor = tag.successorId() == null ? null : tags.get(tag.successorId());
      if (successor != null && successor.successorId() != null) {
        found.add(
            "%s counts for %s, which counts for another. Take that back first."
                .formatted(tag.name(), successor.name()));
      }
    }
  }

  private void findNames() {
    Map<String, HouseTag> named = new HashMap<>();
    for (HouseTag tag : vocabulary.tags()) {
      Stream.concat(Stream.of(tag.name()), tag.names().values().stream())
          .map(SpellingKey::of)
          .filter(key -> !key.isEmpty())
          .distinct()
          .forEach(key -> name(named, key, tag));
    }
    for (Alias alias : vocabulary.aliases()) {
      HouseTag tag = tags.get(alias.houseTagId());
      String key = SpellingKey.of(alias.text());
      if (tag != null && !key.isEmpty()) {
        name(named, key, tag);
      }
    }
  }

  private void name(Map<String, HouseTag> named, String key, HouseTag tag) {
    HouseTag other = named.putIfAbsent(key, tag);
    if (other != null && other.id() != tag.id()) {
      found.add("%s and %s share the name '%s'.".formatted(other.name(), tag.name(), key));
    }
  }

  private void findCodes() {
    Map<String, ReasonCode> named = new HashMap<>();
    for (ReasonCode code : vocabulary.reasonCodes()) {
      if (code.retired()) {
        continue;
      }
      for (String name : new TreeSet<>(code.names().values())) {
        String key = SpellingKey.inAnyScript(name);
        ReasonCode other = key.isEmpty() ? null : named.putIfAbsent(key, code);
        if (other != null && other.number() != code.number()) {
          found.add(
              "The codes %d and %d are both named '%s'."
                  .formatted(other.number(), code.number(), name));
        }
      }
    }
  }
}
