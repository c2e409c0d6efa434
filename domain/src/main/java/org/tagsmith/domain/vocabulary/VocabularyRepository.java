package org.tagsmith.domain.vocabulary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps vocabulary versions. Versions are appended, never changed. */
public interface VocabularyRepository {
  /** The number of the newest version, 0 while there is none. Cheap. */
  int latestVersion();

  /**
   * The newest version, and nobody else publishes until this transaction ends.
   *
   * @return empty while there is none
   */
  Optional<PublishedVocabulary> newestForPublishing();

  /** The highest id that any tag of any version had, 0 while there is none. */
  int highestTagId();

  /**
   * Versions without their content, the newest first.
   *
   * @param before only those with a smaller number
   * @param limit how many at most, 1 or more
   */
  List<VersionLine> versions(int before, int limit);

  /** The version with this number. */
  Optional<PublishedVocabulary> find(int version);

  /**
   * Appends a version.
   *
   * @throws IllegalStateException if its number is not the latest plus one (someone published
   *     first)
   */
  void append(PublishedVocabulary vocabulary);

  /**
   * A version with who published it, when and why.
   *
   * @param note why, in the lead's words; never null
   * @param undoes the version whose changes this one took back, null for any other change
   */
  record PublishedVocabulary(
      Vocabulary vocabulary,
      Instant publishedAt,
      String publishedBy,
      String note,
      Integer undoes) {}

  /**
   * A version without its content.
   *
   * @param undoes as in {@link PublishedVocabulary}
   * @param undoneBy the newest version that took this one's changes back, null if none did
   */
  record VersionLine(
      int version,
      Instant publishedAt,
      String publishedBy,
      String note,
      Integer undoes,
      Integer undoneBy) {}
}
