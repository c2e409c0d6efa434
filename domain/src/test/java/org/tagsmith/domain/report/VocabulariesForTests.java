package org.tagsmith.domain.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyRepository;

/** Holds one vocabulary, the newest. Thread-safe. */
public class VocabulariesForTests implements VocabularyRepository {
  private final AtomicReference<Vocabulary> newest = new AtomicReference<>(Vocabulary.empty());

  /** Makes this the newest version. */
  public void publish(Vocabulary vocabulary) {
    newest.set(vocabulary);
  }

  @Override
  public int latestVersion() {
    return newest.get().version();
  }

  @Override
  public Optional<PublishedVocabulary> find(int version) {
    return version == latestVersion() && version > 0
        ? Optional.of(new PublishedVocabulary(newest.get(), Instant.EPOCH, "lead", "", null))
        : Optional.empty();
  }

  @Override
  public Optional<PublishedVocabulary> newestForPublishing() {
    return find(latestVersion());
  }

  @Override
  public int highestTagId() {
    return newest.get().tags().stream().mapToInt(HouseTag::id).max().orElse(0);
  }

  @Override
  public List<VersionLine> versions(int before, int limit) {
    return find(latestVersion()).stream()
        .map(one -> new VersionLine(latestVersion(), Instant.EPOCH, "lead", "", null, null))
        .toList();
  }

  @Override
  public void append(PublishedVocabulary vocabulary) {
    publish(vocabulary.vocabulary());
  }
}
