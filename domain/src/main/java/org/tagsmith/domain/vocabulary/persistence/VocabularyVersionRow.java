package org.tagsmith.domain.vocabulary.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.tagsmith.domain.vocabulary.VocabularyRepository.PublishedVocabulary;
import org.tagsmith.domain.vocabulary.usecase.VocabularyDocument;

/** One row of {@code vocabulary_version}: appended once, never changed. */
@Entity
@Immutable
@Table(name = "vocabulary_version")
class VocabularyVersionRow {
  @Id private int version;

  @Column(name = "published_at", nullable = false)
  private OffsetDateTime publishedAt;

  @Column(name = "published_by", nullable = false)
  private String publishedBy;

  @Column(nullable = false)
  private String note;

  @Column(nullable = false)
  @ColumnTransformer(read = "cast(document as text)", write = "cast(? as jsonb)")
  private String document;

  private Integer undoes;

  @Column(name = "highest_tag_id", nullable = false)
  private int highestTagId;

  /** For Jakarta Persistence. */
  protected VocabularyVersionRow() {}

  VocabularyVersionRow(PublishedVocabulary published, int highestTagId) {
    this.version = published.vocabulary().version();
    this.publishedAt = published.publishedAt().atOffset(ZoneOffset.UTC);
    this.publishedBy = published.publishedBy();
    this.note = published.note();
    this.document = VocabularyDocument.write(published.vocabulary());
    this.undoes = published.undoes();
    this.highestTagId = highestTagId;
  }

  PublishedVocabulary published() {
    Instant at = publishedAt.toInstant();
    return new PublishedVocabulary(
        VocabularyDocument.read(document), at, publishedBy, note, undoes);
  }
}
