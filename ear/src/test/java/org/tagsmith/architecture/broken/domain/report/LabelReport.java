package org.tagsmith.architecture.broken.domain.report;

import org.tagsmith.architecture.Breaks;
import org.tagsmith.architecture.broken.domain.vocabulary.VocabularyRepository;

/** Imports to its left, as it may; the other makes it a cycle. */
@Breaks("features_have_no_cycles")
public record LabelReport(VocabularyRepository repository) {}
