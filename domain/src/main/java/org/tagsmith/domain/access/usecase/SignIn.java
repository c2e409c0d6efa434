package org.tagsmith.domain.access.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.tagsmith.domain.access.PasswordHash;
import org.tagsmith.domain.access.SignInOutcome;
import org.tagsmith.domain.access.StaffName;
import org.tagsmith.domain.access.StaffRefused;
import org.tagsmith.domain.access.StaffRepository.StaffCredentials;

/** Checks a name and a password. Thread-safe. */
@ApplicationScoped
public class SignIn {
  private static final int LONGEST_PASSWORD = 1024;

  // Hashing is slow on purpose: strangers who guess passwords must not get all cores.
  private final Semaphore hashing =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

  private final CountSignInAttempts attempts;
  private final String nobodysHash;

  @Inject
  SignIn(CountSignInAttempts attempts) {
    this.attempts = attempts;
    this.nobodysHash = PasswordHash.of("nobody's password");
  }

  /** For the container's proxy. */
  protected SignIn() {
    this.attempts = null;
    this.nobodysHash = null;
  }

  /**
   * Signs a person in. Takes as long for a name that nobody has as for a wrong password. After five
   * wrong passwords the name is locked for a minute, and twice as long after each further one.
   *
   * @param name as typed; upper and lower case are the same
   * @param password as typed; null counts as wrong
   */
  public SignInOutcome signIn(String name, String password) {
    if (password == null || password.length() > LONGEST_PASSWORD) {
      return new SignInOutcome.Wrong();
    }
    String kept;
    try {
      kept = StaffName.of(name);
    } catch (StaffRefused unknown) {
      return new SignInOutcome.Wrong();
    }
    // Counted before the password is looked at, so that guessing in parallel gains nothing.
    CountSignInAttempts.Attempt attempt = attempts.begin(kept);
    if (attempt.lockedUntil() != null) {
      return new SignInOutcome.Locked(attempt.lockedUntil());
    }
    Optional<StaffCredentials> person = attempt.person();
    boolean right = matches(password, person.map(StaffCredentials::passwordHash));
    if (!right || person.isEmpty()) {
      return new SignInOutcome.Wrong();
    }
    attempts.succeeded(kept);
    return new SignInOutcome.SignedIn(person.get().member());
  }

  private boolean matches(String password, Optional<String> hash) {
    hashing.acquireUninterruptibly();
    try {
      return PasswordHash.matches(password, hash.orElse(nobodysHash));
    } finally {
      hashing.release();
    }
  }
}
