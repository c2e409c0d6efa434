package org.tagsmith.architecture.broken.domain.vocabulary;

import org.tagsmith.architecture.Breaks;
import org.tagsmith.architecture.broken.domain.report.LabelReport;

/** A port, and an import to the right of the map. */
@Breaks({"features_follow_the_map", "features_have_no_cycles"})
public interface VocabularyRepository {
  LabelReport report();
}
