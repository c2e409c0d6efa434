package org.tagsmith.widget.view;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tagsmith.domain.report.TagUsage;

/**
 * How much the house tags are used.
 *
 * @param version the vocabulary version the labels were read under
 * @param from first day (UTC)
 * @param to last day, inclusive
 * @param tags those with a contact in these days
 */
@Schema(name = "TagUsage")
public record TagUsageView(int version, LocalDate from, LocalDate to, List<TagView> tags) {
  /** Shows the usage. */
  public static TagUsageView of(TagUsage usage) {
    return new TagUsageView(
        usage.vocabularyVersion(),
        usage.from(),
        usage.to(),
        usage.tags().stream()
            .map(line -> new TagView(line.houseTagId(), line.contacts(), line.weeks()))
            .toList());
  }

  /**
   * The contacts of one house tag.
   *
   * @param contacts in all these days
   * @param weeks in each of the last twelve weeks, the oldest first
   */
  @Schema(name = "TagUsageLine")
  public record TagView(int tagId, long contacts, List<Long> weeks) {}
}
