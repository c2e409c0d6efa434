package org.tagsmith.widget.view;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tagsmith.domain.vocabulary.VocabularyRepository.PublishedVocabulary;
import org.tagsmith.domain.vocabulary.VocabularyRepository.VersionLine;

/**
 * Who published a version, when and why.
 *
 * @param undoes the version that it took back, null if none
 * @param undoneBy the version that took it back, null if none did
 */
@Schema(name = "VocabularyVersion")
public record VersionView(
    int version,
    Instant publishedAt,
    String publishedBy,
    String note,
    @Schema(nullable = true) Integer undoes,
    @Schema(nullable = true) Integer undoneBy) {

  /** Shows a line of the history. */
  public static VersionView of(VersionLine line) {
    return new VersionView(
        line.version(),
        line.publishedAt(),
        line.publishedBy(),
        line.note(),
        line.undoes(),
        line.undoneBy());
  }

  /** Shows a version that was just published. */
  public static VersionView of(PublishedVocabulary published) {
    return new VersionView(
        published.vocabulary().version(),
        published.publishedAt(),
        published.publishedBy(),
        published.note(),
        published.undoes(),
        null);
  }

  /**
   * Why a lead publishes.
   *
   * @param note may be null
   */
  @Schema(name = "PublicationNote")
  public record Note(@Schema(nullable = true) String note) {}
}
