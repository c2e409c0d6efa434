package org.tagsmith.domain.vocabulary.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.report.VocabulariesForTests;
import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyPublished;

class CurrentVocabularyTest {
  private final Asked repository = new Asked();
  private final ClockForTests clock = new ClockForTests(Instant.EPOCH);
  private final CurrentVocabulary current = new CurrentVocabulary(repository, clock);

  /** Does something after it said which version is the newest and before it is heard. */
  private static final class Asked extends VocabulariesForTests {
    private volatile Runnable meanwhile = () -> {};

    @Override
    public int latestVersion() {
      int version = super.latestVersion();
      meanwhile.run();
      return version;
    }
  }

  @Test
  void what_another_server_published_is_seen_after_a_second() {
    repository.publish(version(1));
    assertThat(seen()).isEqualTo(1);
    repository.publish(version(2));
    assertThat(seen()).isEqualTo(1);
    clock.pass(Duration.ofSeconds(1));
    assertThat(seen()).isEqualTo(2);
  }

  @Test
  void what_this_server_published_is_seen_at_once() {
    repository.publish(version(1));
    assertThat(seen()).isEqualTo(1);
    publishHere(2);
    assertThat(seen()).isEqualTo(2);
  }

  @Test
  void what_this_server_published_while_the_newest_version_was_asked_for_is_seen_at_once() {
    repository.publish(version(1));
    repository.meanwhile =
        () -> {
          repository.meanwhile = () -> {};
          publishHere(2);
        };
    seen();
    assertThat(seen()).isEqualTo(2);
  }

  @Test
  void nobody_waits_while_what_another_server_published_is_read() throws Exception {
    repository.publish(version(1));
    assertThat(seen()).isEqualTo(1);
    clock.pass(Duration.ofSeconds(1));
    repository.publish(version(2));
    CompletableFuture<Integer> beside = new CompletableFuture<>();
    repository.meanwhile =
        () -> {
          beside.completeAsync(this::seen);
          beside.orTimeout(10, TimeUnit.SECONDS).join();
        };
    assertThat(seen()).isEqualTo(2);
    assertThat(beside.get()).isEqualTo(1);
  }

  @Test
  void the_known_version_stays_in_use_while_the_database_cannot_be_asked() {
    repository.publish(version(1));
    assertThat(seen()).isEqualTo(1);
    clock.pass(Duration.ofSeconds(1));
    repository.meanwhile =
        () -> {
          throw new IllegalStateException("the database is away");
        };
    assertThat(seen()).isEqualTo(1);
  }

  private void publishHere(int version) {
    repository.publish(version(version));
    current.published(new VocabularyPublished(version));
  }

  private int seen() {
    return current.read().vocabulary().version();
  }

  private static Vocabulary version(int version) {
    return Vocabulary.empty().numbered(version);
  }
}
