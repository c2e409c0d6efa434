package org.tagsmith.architecture.broken.domain.vocabulary.usecase;

/** A use case as it should be; others call it that should not. */
public class PublishVocabulary {}
