package org.tagsmith.widget.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyReader;
import org.tagsmith.domain.vocabulary.VocabularyRepository;
import org.tagsmith.domain.vocabulary.usecase.CurrentVocabulary;
import org.tagsmith.widget.view.Json;
import org.tagsmith.widget.view.LabelViews;
import org.tagsmith.widget.view.VocabularyView;

/**
 * The newest vocabulary as callers see it, worked out once per version: its JSON, and what labels
 * mean under it. Thread-safe.
 */
@ApplicationScoped
public class ShownVocabulary {
  private final CurrentVocabulary current;
  private final VocabularyRepository repository;
  private volatile LabelViews labels;
  private volatile Body body;

  @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
  private record Body(int version, byte[] json) {}

  protected ShownVocabulary() {
    this(null, null);
  }

  @Inject
  public ShownVocabulary(CurrentVocabulary current, VocabularyRepository repository) {
    this.current = current;
    this.repository = repository;
  }

  /** The newest version's number, 0 while there is none. */
  public int version() {
    return current.read().vocabulary().version();
  }

  /** What labels mean under the newest version. */
  public LabelViews labels() {
    VocabularyReader reader = current.read();
    LabelViews known = labels;
    if (known == null || known.reader() != reader) {
      known = new LabelViews(reader);
      labels = known;
    }
    return known;
  }

  /**
   * The JSON of the newest version.
   *
   * @return not to be changed
   */
  byte[] json(int version) {
    Body known = body;
    if (known == null || known.version() != version) {
      known = new Body(version, write(version));
      body = known;
    }
    return known.json();
  }

  private byte[] write(int version) {
    Optional<VocabularyRepository.PublishedVocabulary> published =
        version == 0 ? Optional.empty() : repository.find(version);
    Vocabulary vocabulary =
        published
            .map(VocabularyRepository.PublishedVocabulary::vocabulary)
            .orElseGet(Vocabulary::empty);
    try {
      return Json.MAPPER.writeValueAsBytes(VocabularyView.of(vocabulary, published));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Vocabulary " + version + " does not become JSON", e);
    }
  }
}
