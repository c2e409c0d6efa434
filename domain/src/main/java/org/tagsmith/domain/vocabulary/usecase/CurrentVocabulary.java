package org.tagsmith.domain.vocabulary.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.tagsmith.domain.shared.TraceWithoutWords;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyPublished;
import org.tagsmith.domain.vocabulary.VocabularyReader;
import org.tagsmith.domain.vocabulary.VocabularyRepository;
import org.tagsmith.domain.vocabulary.VocabularyRepository.PublishedVocabulary;

/**
 * The newest vocabulary version, ready for reading. Another server's publication is seen after a
 * second, this one's at once. Safe for all threads; callers wait for one another only while what
 * this server published, or the first version of all, is being read.
 */
@ApplicationScoped
public class CurrentVocabulary {
  private static final System.Logger LOG = System.getLogger(CurrentVocabulary.class.getName());
  private static final Duration TRUSTED_FOR = Duration.ofSeconds(1);

  private final VocabularyRepository repository;
  private final Clock clock;
  private final ReentrantLock refreshing = new ReentrantLock();
  private final AtomicInteger publications = new AtomicInteger();
  private volatile Checked checked;

  /** What was read after so many publications of this server were known. */
  private record Checked(VocabularyReader reader, int publications, Instant until) {}

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
    if (isTrusted(known)) {
      return known.reader();
    }
    if (isOfThisServer(known)) {
      if (!refreshing.tryLock()) {
        return known.reader();
      }
    } else {
      refreshing.lock();
    }
    try {
      known = checked;
      if (!isTrusted(known)) {
        // Counted before the database is asked: what is published meanwhile is asked for again.
        int count = publications.get();
        VocabularyReader newest = newest(known == null ? null : known.reader());
        known = new Checked(newest, count, clock.instant().plus(TRUSTED_FOR));
        checked = known;
      }
      return known.reader();
    } finally {
      refreshing.unlock();
    }
  }

  private boolean isTrusted(Checked known) {
    return isOfThisServer(known) && clock.instant().isBefore(known.until());
  }

  /** Whether it holds all that this server published. */
  private boolean isOfThisServer(Checked known) {
    return known != null && known.publications() == publications.get();
  }

  void published(@Observes(during = TransactionPhase.AFTER_SUCCESS) VocabularyPublished published) {
    publications.incrementAndGet();
  }

  private VocabularyReader newest(VocabularyReader known) {
    try {
      int version = repository.latestVersion();
      if (known != null && known.vocabulary().version() == version) {
        return known;
      }
      Vocabulary newest =
          repository.find(version).map(PublishedVocabulary::vocabulary).orElse(Vocabulary.empty());
      return known == null
          ? VocabularyReader.compile(newest)
          : VocabularyReader.compile(newest, known);
    } catch (RuntimeException e) {
      if (known == null) {
        throw e;
      }
      TraceWithoutWords.log(
          LOG,
          System.Logger.Level.WARNING,
          "Could not ask for a newer vocabulary; version "
              + known.vocabulary().version()
              + " stays in use",
          e);
      return known;
    }
  }
}
