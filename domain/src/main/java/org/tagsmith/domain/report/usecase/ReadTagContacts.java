package org.tagsmith.domain.report.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.tagsmith.domain.report.CountedContacts;

/**
 * Answers how many contacts each house tag has, for showing beside its name: the figures may be
 * some seconds old, but never those of another vocabulary. Thread-safe.
 */
@ApplicationScoped
public class ReadTagContacts {
  private static final Duration KEPT = Duration.ofSeconds(10);

  private final CurrentContacts contacts;
  private final Clock clock;
  private volatile Known known;

  private record Known(int version, Map<Integer, Long> contacts, Instant until) {}

  /** For the container's proxy. */
  protected ReadTagContacts() {
    this(null, null);
  }

  @Inject
  public ReadTagContacts(CurrentContacts contacts, Clock clock) {
    this.contacts = contacts;
    this.clock = clock;
  }

  /**
   * By the tag's id; a tag without contacts is not in it.
   *
   * @param version the newest vocabulary version that the caller knows
   */
  public Map<Integer, Long> read(int version) {
    Known kept = known;
    if (kept == null || kept.version() < version || !clock.instant().isBefore(kept.until())) {
      CountedContacts counted = contacts.read();
      kept =
          new Known(
              counted.meanings().reader().vocabulary().version(),
              counted.contactsOfTags(),
              clock.instant().plus(KEPT));
      known = kept;
    }
    return kept.contacts();
  }
}
