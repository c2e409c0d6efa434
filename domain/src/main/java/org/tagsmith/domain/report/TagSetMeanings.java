package org.tagsmith.domain.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.Interpretation;
import org.tagsmith.domain.vocabulary.VocabularyReader;

/**
 * What each known set of labels means under one vocabulary version. Each distinct label is
 * interpreted once and the sets are put together from that; only a set with an ambiguous label is
 * read as a whole, because the labels beside it may decide. Immutable; grows by making a larger
 * one.
 */
public final class TagSetMeanings {
  private static final int[] NONE = {};
  private static final int UNMAPPED = -1;
  private static final int IGNORED = -2;
  private static final int AMBIGUOUS = -3;

  private final VocabularyReader reader;
  private final TagSetTable table;

  /** Ascending; a tag's place in here is its number in the arrays below. */
  private final int[] tagIds;

  /** By label number: the number of the tag it means, or one of the constants. */
  private final int[] meaningOfLabel;

  private final int[][] tagsOfSet;
  private final int[][] unmappedOfSet;
  private final boolean[] labelled;

  private TagSetMeanings(VocabularyReader reader, TagSetTable table) {
    this.reader = reader;
    this.table = table;
    tagIds = reader.vocabulary().tags().stream().mapToInt(HouseTag::id).sorted().toArray();
    meaningOfLabel = new int[table.labelCount()];
    tagsOfSet = new int[table.size()][];
    unmappedOfSet = new int[table.size()][];
    labelled = new boolean[table.size()];
    readFrom(0, 0);
  }

  private TagSetMeanings(TagSetMeanings former, TagSetTable table) {
    this.reader = former.reader;
    this.table = table;
    tagIds = former.tagIds;
    meaningOfLabel = Arrays.copyOf(former.meaningOfLabel, table.labelCount());
    tagsOfSet = Arrays.copyOf(former.tagsOfSet, table.size());
    unmappedOfSet = Arrays.copyOf(former.unmappedOfSet, table.size());
    labelled = Arrays.copyOf(former.labelled, table.size());
    readFrom(former.meaningOfLabel.length, former.tagsOfSet.length);
  }

  /** What the sets mean to this reader. */
  public static TagSetMeanings of(VocabularyReader reader, TagSetTable table) {
    return new TagSetMeanings(reader, table);
  }

  /** These meanings for a table that may have grown; the same ones if it has not. */
  public TagSetMeanings extendedTo(TagSetTable grown) {
    return grown == table ? this : new TagSetMeanings(this, grown);
  }

  /** The vocabulary that gave the meanings. */
  public VocabularyReader reader() {
    return reader;
  }

  /** The sets spoken of. */
  TagSetTable table() {
    return table;
  }

  /** How many house tags there are; their numbers are 0 to this less one. */
  int tagCount() {
    return tagIds.length;
  }

  int tagId(int tagNumber) {
    return tagIds[tagNumber];
  }

  /** The numbers of the house tags a set means, each once; not to be written to. */
  int[] tagsOf(int setNumber) {
    return tagsOfSet[setNumber];
  }

  /** The numbers of the labels in a set that mean nothing; not to be written to. */
  int[] unmappedLabelsOf(int setNumber) {
    return unmappedOfSet[setNumber];
  }

  /** Whether a set holds a label that is not ignored. */
  boolean isLabelled(int setNumber) {
    return labelled[setNumber];
  }

  private void readFrom(int firstLabel, int firstSet) {
    for (int label = firstLabel; label < meaningOfLabel.length; label++) {
      meaningOfLabel[label] = meaning(reader.interpret(table.label(label)));
    }
    for (int set = firstSet; set < tagsOfSet.length; set++) {
      int[] labels = table.labelsOf(set);
      int[] meanings = new int[labels.length];
      boolean ambiguous = false;
      for (int i = 0; i < labels.length; i++) {
        meanings[i] = meaningOfLabel[labels[i]];
        ambiguous |= meanings[i] == AMBIGUOUS;
      }
      put(set, labels, ambiguous ? meaningsTogether(labels) : meanings);
    }
  }

  /** Plain loops: they run for every set of labels there is whenever somebody publishes. */
  private void put(int set, int[] labels, int[] meanings) {
    int[] tags = new int[labels.length];
    int[] unmapped = new int[labels.length];
    int tagCount = 0;
    int unmappedCount = 0;
    for (int i = 0; i < labels.length; i++) {
      labelled[set] |= meanings[i] != IGNORED;
      if (meanings[i] == UNMAPPED) {
        unmapped[unmappedCount++] = labels[i];
      } else if (meanings[i] >= 0 && !contains(tags, tagCount, meanings[i])) {
        tags[tagCount++] = meanings[i];
      }
    }
    tagsOfSet[set] = tagCount == 0 ? NONE : Arrays.copyOf(tags, tagCount);
    unmappedOfSet[set] = unmappedCount == 0 ? NONE : Arrays.copyOf(unmapped, unmappedCount);
  }

  private static boolean contains(int[] values, int count, int value) {
    for (int i = 0; i < count; i++) {
      if (values[i] == value) {
        return true;
      }
    }
    return false;
  }

  private int[] meaningsTogether(int[] labels) {
    Collection<String> texts = Arrays.stream(labels).mapToObj(table::label).toList();
    List<Interpretation> parts = reader.read(texts).parts();
    return Arrays.stream(labels)
        .map(
            label ->
                parts.stream()
                    .filter(part -> part.label().equals(table.label(label)))
                    .findAny()
                    .map(this::meaning)
                    .orElse(UNMAPPED))
        .toArray();
  }

  private int meaning(Interpretation interpretation) {
    if (interpretation instanceof Interpretation.Matched matched) {
      return Math.max(UNMAPPED, Arrays.binarySearch(tagIds, matched.tag().id()));
    }
    if (interpretation instanceof Interpretation.Ignored) {
      return IGNORED;
    }
    return interpretation instanceof Interpretation.Ambiguous ? AMBIGUOUS : UNMAPPED;
  }
}
