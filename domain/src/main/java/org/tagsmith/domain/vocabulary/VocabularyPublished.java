package org.tagsmith.domain.vocabulary;

/**
 * A vocabulary version was appended; fired inside the publishing transaction.
 *
 * @param version its number
 */
public record VocabularyPublished(int version) {}
