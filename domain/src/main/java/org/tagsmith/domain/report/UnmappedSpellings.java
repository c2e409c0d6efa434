package org.tagsmith.domain.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tagsmith.domain.vocabulary.SpellingKey;

/** Counts contacts by the spelling of the labels that mean nothing. For one thread. */
final class UnmappedSpellings implements ContactCube.DayReader {
  private final TagSetMeanings meanings;
  private final Set<String> keys;
  private final String[] keyOfLabel;
  private final Map<Integer, Set<String>> keysOfSet = new HashMap<>();
  private final Map<String, Set<String>> labels = new HashMap<>();
  private final Map<String, Long> contacts = new HashMap<>();

  UnmappedSpellings(TagSetMeanings meanings, Set<String> keys) {
    this.meanings = meanings;
    this.keys = keys;
    keyOfLabel = new String[meanings.table().labelCount()];
  }

  @Override
  public void day(int day, DaySlice slice) {
    for (int place = 0; place < slice.size(); place++) {
      long count = slice.contacts(place);
      for (String key : keysOfSet.computeIfAbsent(slice.set(place), this::wanted)) {
        contacts.merge(key, count, Long::sum);
      }
    }
  }

  private Set<String> wanted(int set) {
    Set<String> found = new HashSet<>();
    for (int label : meanings.unmappedLabelsOf(set)) {
      if (keyOfLabel[label] == null) {
        keyOfLabel[label] = SpellingKey.inAnyScript(meanings.table().label(label));
      }
      if (keys.contains(keyOfLabel[label])) {
        found.add(keyOfLabel[label]);
        labels
            .computeIfAbsent(keyOfLabel[label], key -> new TreeSet<>())
            .add(meanings.table().label(label));
      }
    }
    return found.isEmpty() ? Set.of() : found;
  }

  Map<String, SpelledContacts> found() {
    return contacts.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey,
                each -> new SpelledContacts(labels.get(each.getKey()), each.getValue())));
  }
}
