package org.tagsmith.domain.vocabulary.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.tagsmith.domain.shared.TraceWithoutWords;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyPublished;
import org.tagsmith.domain.vocabulary.VocabularyReader;
import org.tagsmith.domain.vocabulary.VocabularyRepository;
import org.tagsmith.domain.vocabulary.VocabularyRepository.PublishedVocabulary;

/**
 * The newest vocabulary version, ready for reading. Another server's publication is seen after a
 * second, this one's at once. Safe for all threads; callers never wait for one another once a first
 * version is there.
 */
@ApplicationScoped
public class CurrentVocabulary {
  private static final System.Logger LOG = System.getLogger(CurrentVocabulary.class.getName());
  private static final Duration TRUSTED_FOR = Duration.ofSeconds(1);

  private final VocabularyRepository repository;
  private final Clock clock;
  private final Object refreshing = new Object();
  private volatile Checked checked;

  private record Checked(VocabularyReader reader, Instant until) {
    boolean isTrusted(Instant now) {
      return now.isBefore(until);
    }
  }

  /** For the container's proxy. */
  protected CurrentVocabulary() {
    this(null, null);
  }

  @Inject
  public CurrentVocabulary(VocabularyRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  /** A reader of the newest version; of {@link Vocabulary#empty()} while there is none. */
  public VocabularyReader read() {
    Checked known = checked;
    if (known != null && known.isTrusted(clock.instant())) {
      return known.reader();
    }
    synchronized (refreshing) {
      known = checked;
      if (known == null || !known.isTrusted(clock.instant())) {
        known = new Checked(newest(known), clock.instant().plus(TRUSTED_FOR));
        checked = known;
      }
      return known.reader();
    }
  }

  void published(@Observes(during = TransactionPhase.AFTER_SUCCESS) VocabularyPublished published) {
    Checked known = checked;
    if (known != null && known.reader().vocabulary().version() != published.version()) {
      checked = new Checked(known.reader(), Instant.MIN);
    }
  }

  private VocabularyReader newest(Checked known) {
    try {
      int version = repository.latestVersion();
      if (known != null && known.reader().vocabulary().version() == version) {
        return known.reader();
      }
      Vocabulary newest =
          repository.find(version).map(PublishedVocabulary::vocabulary).orElse(Vocabulary.empty());
      return known == null
          ? VocabularyReader.compile(newest)
          : VocabularyReader.compile(newest, known.reader());
    } catch (RuntimeException e) {
      if (known == null) {
        throw e;
      }
      TraceWithoutWords.log(
          LOG,
          System.Logger.Level.WARNING,
          "Could not ask for a newer vocabulary; version "
              + known.reader().vocabulary().version()
              + " stays in use",
          e);
      return known.reader();
    }
  }
}
