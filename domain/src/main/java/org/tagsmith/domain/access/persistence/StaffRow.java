package org.tagsmith.domain.access.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.tagsmith.domain.access.Role;
import org.tagsmith.domain.access.StaffMember;
import org.tagsmith.domain.access.StaffRepository.StaffCredentials;

/** A row of {@code staff_member}. */
@Entity(name = "StaffRow")
@Table(name = "staff_member")
class StaffRow {
  @Id private String name;

  @Column(nullable = false)
  private String role;

  @Column(name = "password_hash", nullable = false)
  private String passwordHash;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "locked_until")
  private Instant lockedUntil;

  @Column(name = "failed_logins", nullable = false)
  private int failedLogins;

  @Column(name = "sessions_from", nullable = false)
  private Instant sessionsFrom;

  /** For Jakarta Persistence. */
  protected StaffRow() {}

  void take(StaffCredentials person) {
    role = person.member().role().word();
    passwordHash = person.passwordHash();
    failedLogins = person.failedLogins();
    lockedUntil = person.lockedUntil();
    sessionsFrom = person.sessionsFrom();
  }

  StaffCredentials credentials() {
    return new StaffCredentials(member(), passwordHash, failedLogins, lockedUntil, sessionsFrom);
  }

  StaffMember member() {
    return new StaffMember(name, Role.ofWord(role));
  }
}
