package org.tagsmith.domain.access;

import java.time.Instant;

/** How an attempt to sign in ended. */
public sealed interface SignInOutcome {
  /** Name and password were right. */
  record SignedIn(StaffMember member) implements SignInOutcome {}

  /** Name or password was wrong; which one is not told. */
  record Wrong() implements SignInOutcome {}

  /**
   * Too many wrong passwords; the password was not looked at.
   *
   * @param until when the next attempt counts again
   */
  record Locked(Instant until) implements SignInOutcome {}
}
