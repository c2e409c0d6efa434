package org.tagsmith.domain.report;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Every set of labels that a contact carries, under small consecutive numbers that stay: set
 * numbers and label numbers index arrays. Immutable; grows by making a larger one.
 */
public final class TagSetTable {
  private final Map<Integer, Integer> setNumbers;
  private final Map<Integer, Integer> labelNumbers;
  private final int[][] labelsOfSet;
  private final String[] labels;

  private TagSetTable(
      Map<Integer, Integer> setNumbers,
      Map<Integer, Integer> labelNumbers,
      int[][] labelsOfSet,
      String[] labels) {
    this.setNumbers = setNumbers;
    this.labelNumbers = labelNumbers;
    this.labelsOfSet = labelsOfSet;
    this.labels = labels;
  }

  /** No sets yet. */
  public static TagSetTable empty() {
    return new TagSetTable(Map.of(), Map.of(), new int[0][], new String[0]);
  }

  /** This table with the sets that the changes speak of; the same one if it knows them all. */
  public TagSetTable knowing(ContactDayChanges changes, ContactDays source) {
    Set<Integer> unknownSets = new HashSet<>();
    for (int row = 0; row < changes.size(); row++) {
      int id = changes.tagSetId(row);
      if (!setNumbers.containsKey(id)) {
        unknownSets.add(id);
      }
    }
    if (unknownSets.isEmpty()) {
      return this;
    }
    Map<Integer, int[]> sets = source.tagSets(unknownSets);
    Set<Integer> unknownLabels = new HashSet<>();
    for (int[] labelIds : sets.values()) {
      for (int id : labelIds) {
        if (!labelNumbers.containsKey(id)) {
          unknownLabels.add(id);
        }
      }
    }
    return with(sets, unknownLabels.isEmpty() ? Map.of() : source.labels(unknownLabels));
  }

  private TagSetTable with(Map<Integer, int[]> newSets, Map<Integer, String> newLabels) {
    Map<Integer, Integer> allLabels = new HashMap<>(labelNumbers);
    String[] texts = Arrays.copyOf(labels, labels.length + newLabels.size());
    int next = labels.length;
    for (Map.Entry<Integer, String> label : newLabels.entrySet()) {
      texts[next] = label.getValue();
      allLabels.put(label.getKey(), next++);
    }
    Map<Integer, Integer> allSets = new HashMap<>(setNumbers);
    int[][] labelsOf = Arrays.copyOf(labelsOfSet, labelsOfSet.length + newSets.size());
    next = labelsOfSet.length;
    for (Map.Entry<Integer, int[]> set : newSets.entrySet()) {
      labelsOf[next] = Arrays.stream(set.getValue()).map(allLabels::get).toArray();
      allSets.put(set.getKey(), next++);
    }
    return new TagSetTable(allSets, allLabels, labelsOf, texts);
  }

  /** How many sets; their numbers are 0 to this less one. */
  int size() {
    return labelsOfSet.length;
  }

  /** How many labels; their numbers are 0 to this less one. */
  int labelCount() {
    return labels.length;
  }

  /** The number of each set by its id in the database. */
  Map<Integer, Integer> storedIds() {
    return Collections.unmodifiableMap(setNumbers);
  }

  /** The number of a stored set, which must be known. */
  int numberOf(int tagSetId) {
    return setNumbers.get(tagSetId);
  }

  /** The numbers of the labels in a set; not to be written to. */
  int[] labelsOf(int setNumber) {
    return labelsOfSet[setNumber];
  }

  String label(int labelNumber) {
    return labels[labelNumber];
  }
}
