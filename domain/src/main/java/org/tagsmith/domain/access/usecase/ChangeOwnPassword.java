package org.tagsmith.domain.access.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.tagsmith.domain.access.SignInOutcome;
import org.tagsmith.domain.access.StaffMember;
import org.tagsmith.domain.access.StaffRefused;

/**
 * Lets people of every role change their own password. They prove themselves once more, so that a
 * session left open is not enough to take somebody's place. Thread-safe.
 */
@ApplicationScoped
public class ChangeOwnPassword {
  private final SignIn signIn;
  private final KeepStaff staff;

  @Inject
  ChangeOwnPassword(SignIn signIn, KeepStaff staff) {
    this.signIn = signIn;
    this.staff = staff;
  }

  /** For the container's proxy. */
  protected ChangeOwnPassword() {
    this.signIn = null;
    this.staff = null;
  }

  /**
   * Changes the password and ends all sessions of the person.
   *
   * @param current the password until now; null counts as wrong. A wrong one counts as for {@link
   *     SignIn}
   * @param next 8 to 1024 characters
   * @return {@code SignedIn} if the password was changed; otherwise nothing was
   * @throws StaffRefused {@code weak-password} or, if somebody has removed them meanwhile, {@code
   *     unknown-person}
   */
  public SignInOutcome change(StaffMember person, String current, String next) {
    KeepStaff.checkPassword(next);
    SignInOutcome outcome = signIn.signIn(person.name(), current);
    if (outcome instanceof SignInOutcome.SignedIn) {
      staff.changePassword(person.name(), next);
    }
    return outcome;
  }
}
