package org.tagsmith.domain.vocabulary;

import org.tagsmith.domain.vocabulary.VocabularyRepository.PublishedVocabulary;

/** Appends versions, for features that make them. Thread-safe. */
public interface Publisher {
  /**
   * Publishes the content as the next version, whatever number it carries.
   *
   * @param by who publishes
   * @param note why, in their words
   * @param undoes the version whose changes it takes back, null if it takes nothing back
   * @return the version as it was stored
   * @throws IllegalArgumentException if the content contradicts itself; names every contradiction
   * @throws IllegalStateException if somebody else published at the same moment
   */
  PublishedVocabulary publish(Vocabulary content, String by, String note, Integer undoes);
}
