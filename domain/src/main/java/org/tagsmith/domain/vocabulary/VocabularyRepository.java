package org.tagsmith.domain.vocabulary;

import java.time.Instant;
import java.util.Optional;

/** Keeps vocabulary versions. Versions are appended, never changed. */
public interface VocabularyRepository {
  /** The number of the newest version, 0 while there is none. Cheap. */
  int latestVersion();

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
   */
  record PublishedVocabulary(
      Vocabulary vocabulary, Instant publishedAt, String publishedBy, String note) {}
}
