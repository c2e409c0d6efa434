package org.tagsmith.domain.access.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.tagsmith.domain.access.PasswordHash;
import org.tagsmith.domain.access.Role;
import org.tagsmith.domain.access.StaffMember;
import org.tagsmith.domain.access.StaffName;
import org.tagsmith.domain.access.StaffRefused;
import org.tagsmith.domain.access.StaffRepository;
import org.tagsmith.domain.access.StaffRepository.StaffCredentials;

/**
 * What an admin does with the people who sign in. Every method but {@link #list} may throw {@link
 * StaffRefused}; the last admin can neither be removed nor lose the role.
 */
@ApplicationScoped
public class KeepStaff {
  private static final int SHORTEST_PASSWORD = 8;
  private static final int LONGEST_PASSWORD = 1024;

  private final StaffRepository staff;
  private final Clock clock;

  @Inject
  KeepStaff(StaffRepository staff, Clock clock) {
    this.staff = staff;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected KeepStaff() {
    this.staff = null;
    this.clock = null;
  }

  /** Everybody, by name. */
  @Transactional
  public List<StaffMember> list() {
    return staff.list();
  }

  /**
   * Adds a person.
   *
   * @param password 8 to 1024 characters
   */
  @Transactional
  public StaffMember add(String name, Role role, String password) {
    StaffMember member = new StaffMember(StaffName.of(name), role);
    checkPassword(password);
    Instant now = now();
    if (!staff.add(new StaffCredentials(member, PasswordHash.of(password), 0, null, now), now)) {
      throw new StaffRefused(
          "name-taken", "Somebody already signs in as " + member.name() + ". Choose another name.");
    }
    return member;
  }

  /**
   * Gives a person another password, unlocks them and ends their sessions.
   *
   * @param password 8 to 1024 characters
   */
  @Transactional
  public void changePassword(String name, String password) {
    checkPassword(password);
    change(name, null, password);
  }

  /** Gives a person another role; it counts from their next request on. */
  @Transactional
  public StaffMember changeRole(String name, Role role) {
    return change(name, role, null);
  }

  /**
   * Changes a person's role as {@link #changeRole} and their password as {@link #changePassword},
   * both or neither.
   *
   * @param role null keeps it
   * @param password null keeps it
   */
  @Transactional
  public StaffMember change(String name, Role role, String password) {
    String hash = null;
    if (password != null) {
      checkPassword(password);
      hash = PasswordHash.of(password);
    }
    if (role != null) {
      keepOneAdmin(name, role);
    }
    StaffCredentials person = known(name);
    StaffMember changed =
        role == null ? person.member() : new StaffMember(person.member().name(), role);
    staff.change(
        hash == null
            ? new StaffCredentials(
                changed,
                person.passwordHash(),
                person.failedLogins(),
                person.lockedUntil(),
                person.sessionsFrom())
            : new StaffCredentials(changed, hash, 0, null, now()));
    return changed;
  }

  /** Removes a person; their sessions end with the next request. */
  @Transactional
  public void remove(String name) {
    keepOneAdmin(name, null);
    staff.remove(known(name).member().name());
  }

  private void keepOneAdmin(String name, Role next) {
    int admins = staff.lockAdmins();
    StaffCredentials person = known(name);
    if (person.member().role() == Role.ADMIN && next != Role.ADMIN && admins == 1) {
      throw new StaffRefused(
          "last-admin", "This is the last admin. Make somebody else an admin first.");
    }
  }

  private StaffCredentials known(String name) {
    return staff
        .lock(StaffName.of(name))
        .orElseThrow(() -> new StaffRefused("unknown-person", "Nobody signs in with this name."));
  }

  /** Refuses what is no password, so that nobody need hash it. */
  static void checkPassword(String password) {
    if (password == null
        || password.isBlank()
        || password.length() < SHORTEST_PASSWORD
        || password.length() > LONGEST_PASSWORD) {
      throw new StaffRefused(
          "weak-password",
          "A password has " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters.");
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
