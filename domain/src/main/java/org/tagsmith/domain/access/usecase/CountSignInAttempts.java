package org.tagsmith.domain.access.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tagsmith.domain.access.StaffRepository;
import org.tagsmith.domain.access.StaffRepository.StaffCredentials;

/** Counts attempts in short transactions of their own, so that none is open while hashing. */
@ApplicationScoped
class CountSignInAttempts {
  private static final int FREE_ATTEMPTS = 5;
  private static final Duration FIRST_LOCK = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 6;

  private final StaffRepository staff;
  private final Clock clock;

  @Inject
  CountSignInAttempts(StaffRepository staff, Clock clock) {
    this.staff = staff;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected CountSignInAttempts() {
    this.staff = null;
    this.clock = null;
  }

  /**
   * One attempt.
   *
   * @param person empty if nobody has the name
   * @param lockedUntil null if the attempt may go on
   */
  record Attempt(Optional<StaffCredentials> person, Instant lockedUntil) {}

  @Transactional
  Attempt begin(String name) {
    Instant now = clock.instant();
    Optional<StaffCredentials> found = staff.lock(name);
    if (found.isEmpty()) {
      return new Attempt(found, null);
    }
    StaffCredentials person = found.get();
    if (person.lockedUntil() != null && person.lockedUntil().isAfter(now)) {
      return new Attempt(found, person.lockedUntil());
    }
    int failed = person.failedLogins() + 1;
    staff.change(
        new StaffCredentials(
            person.member(),
            person.passwordHash(),
            failed,
            failed < FREE_ATTEMPTS ? null : now.plus(lockAfter(failed)),
            person.sessionsFrom()));
    return new Attempt(found, null);
  }

  @Transactional
  void succeeded(String name) {
    staff
        .lock(name)
        .ifPresent(
            person ->
                staff.change(
                    new StaffCredentials(
                        person.member(), person.passwordHash(), 0, null, person.sessionsFrom())));
  }

  private static Duration lockAfter(int failed) {
    return FIRST_LOCK.multipliedBy(1L << Math.min(failed - FREE_ATTEMPTS, MOST_DOUBLINGS));
  }
}
