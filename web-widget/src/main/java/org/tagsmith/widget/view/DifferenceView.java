package org.tagsmith.widget.view;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tagsmith.domain.governance.Difference;
import org.tagsmith.domain.governance.usecase.VocabularyVersions;

/** One thing that two versions hold differently. */
@Schema(name = "VocabularyDifference")
public record DifferenceView(
    @Schema(description = "FAMILY, TAG, ALIAS, CODE and so on.") String kind,
    @Schema(description = "Its id, number or text.") Object key,
    @Schema(nullable = true, description = "As the former version has it.") Object before,
    @Schema(nullable = true, description = "As the later version has it.") Object after) {

  /** Shows a difference. */
  public static DifferenceView of(Difference difference) {
    return new DifferenceView(
        difference.kind().name(), difference.key(), difference.before(), difference.after());
  }

  /** What one version changed. */
  @Schema(name = "VersionDifferences")
  public record OfVersion(int version, List<DifferenceView> differences) {
    /** Shows all of it. */
    public static OfVersion of(VocabularyVersions.Changed changed) {
      return new OfVersion(
          changed.version(), changed.differences().stream().map(DifferenceView::of).toList());
    }
  }
}
