package org.tagsmith.domain.governance.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.tagsmith.domain.governance.VocabularyChange;
import org.tagsmith.domain.governance.VocabularyHistory;
import org.tagsmith.domain.vocabulary.Publisher;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyRepository;
import org.tagsmith.domain.vocabulary.VocabularyRepository.PublishedVocabulary;

/**
 * Publishes what leads decided, and takes publications back. One publisher at a time, also of
 * several servers. Thread-safe.
 */
@ApplicationScoped
public class PublishChanges {
  private final VocabularyRepository repository;
  private final VocabularyVersions versions;
  private final Publisher publisher;
  private final PrefixesNow prefixes;

  /** For the container's proxy. */
  protected PublishChanges() {
    this(null, null, null, null);
  }

  @Inject
  public PublishChanges(
      VocabularyRepository repository,
      VocabularyVersions versions,
      Publisher publisher,
      PrefixesNow prefixes) {
    this.repository = repository;
    this.versions = versions;
    this.publisher = publisher;
    this.prefixes = prefixes;
  }

  /**
   * Publishes the changes as one version, on top of whatever is newest.
   *
   * @param seen the version that the lead looked at when deciding
   * @param by the lead
   * @param note why, may be empty
   * @throws org.tagsmith.domain.governance.ChangeRefused if one of them cannot be, or touches what
   *     somebody else changed since ({@code changed-meanwhile}); then nothing is published
   */
  @Transactional
  public PublishedVocabulary changes(
      int seen, List<VocabularyChange> changes, String by, String note) {
    Vocabulary newest = newest();
    AtomicInteger ids = new AtomicInteger(repository.highestTagId());
    Vocabulary wanted =
        versions.changed(seen, newest, changes, ids::incrementAndGet, prefixes.now());
    return publish(seen, newest, wanted, by, note);
  }

  /**
   * Publishes other content in place of the newest, as one version.
   *
   * @param seen the version that it was made from
   * @param content agrees with itself
   * @throws org.tagsmith.domain.governance.ChangeRefused if it touches what somebody else changed
   *     since
   */
  @Transactional
  public PublishedVocabulary content(int seen, Vocabulary content, String by, String note) {
    return publish(seen, newest(), content, by, note);
  }

  /**
   * Takes one version's changes back; what others changed since stays.
   *
   * @throws org.tagsmith.domain.governance.ChangeRefused if there is no such version, or somebody
   *     changed the same thing since
   */
  @Transactional
  public PublishedVocabulary undo(int version, String by, String note) {
    Vocabulary newest = newest();
    Vocabulary undone =
        VocabularyHistory.without(
            versions.beforeChange(version), versions.content(version), newest);
    return publisher.publish(undone, by, note, version);
  }

  private PublishedVocabulary publish(
      int seen, Vocabulary newest, Vocabulary wanted, String by, String note) {
    versions.requireUntouched(seen, newest, wanted);
    return publisher.publish(wanted, by, note, null);
  }

  private Vocabulary newest() {
    return repository
        .newestForPublishing()
        .map(PublishedVocabulary::vocabulary)
        .orElseGet(Vocabulary::empty);
  }
}
