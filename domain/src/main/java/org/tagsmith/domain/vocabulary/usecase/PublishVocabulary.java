package org.tagsmith.domain.vocabulary.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.tagsmith.domain.vocabulary.Publisher;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyCheck;
import org.tagsmith.domain.vocabulary.VocabularyPublished;
import org.tagsmith.domain.vocabulary.VocabularyRepository;
import org.tagsmith.domain.vocabulary.VocabularyRepository.PublishedVocabulary;

/** Appends a version. A correction, a merge and an undo are all the same act. */
@ApplicationScoped
public class PublishVocabulary implements Publisher {
  private final VocabularyRepository repository;
  private final Event<VocabularyPublished> published;
  private final Clock clock;

  /** For the container's proxy. */
  protected PublishVocabulary() {
    this(null, null, null);
  }

  @Inject
  public PublishVocabulary(
      VocabularyRepository repository, Event<VocabularyPublished> published, Clock clock) {
    this.repository = repository;
    this.published = published;
    this.clock = clock;
  }

  /**
   * Publishes the content as the next version, whatever number it carries.
   *
   * @param by who publishes
   * @param note why, in their words
   * @return the version as it was stored
   * @throws IllegalArgumentException if the content contradicts itself; names every contradiction
   * @throws IllegalStateException if somebody else published at the same moment
   */
  @Transactional
  public PublishedVocabulary publish(Vocabulary content, String by, String note) {
    return publish(content, by, note, null);
  }

  @Override
  @Transactional
  public PublishedVocabulary publish(Vocabulary content, String by, String note, Integer undoes) {
    List<String> problems = VocabularyCheck.problems(content);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "The vocabulary cannot be published: " + String.join(" ", problems));
    }
    PublishedVocabulary next =
        new PublishedVocabulary(
            content.numbered(repository.latestVersion() + 1),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            by,
            note,
            undoes);
    repository.append(next);
    published.fire(new VocabularyPublished(next.vocabulary().version()));
    return next;
  }
}
