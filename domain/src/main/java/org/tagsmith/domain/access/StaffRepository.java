package org.tagsmith.domain.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps staff members. Called inside a transaction. */
public interface StaffRepository {
  /** All, by name. */
  List<StaffMember> list();

  /** One person, without waiting for anybody who is changing them. */
  Optional<StaffCredentials> find(String name);

  /** One person, kept from other transactions until this one ends. */
  Optional<StaffCredentials> lock(String name);

  /** Keeps all admins from other transactions until this one ends, and counts them. */
  int lockAdmins();

  /** Adds a person; false if the name is taken. */
  boolean add(StaffCredentials person, Instant createdAt);

  /** Adds a person if there is nobody at all; false otherwise. Safe when two servers start. */
  boolean addFirst(StaffCredentials person, Instant createdAt);

  /** Replaces what is kept of an existing person. */
  void change(StaffCredentials person);

  /** Removes a person; false if there was none. */
  boolean remove(String name);

  /**
   * A person with what proves them.
   *
   * @param passwordHash see {@link PasswordHash}
   * @param failedLogins attempts since the last success
   * @param lockedUntil null if not locked
   * @param sessionsFrom sessions opened before this moment are over
   */
  record StaffCredentials(
      StaffMember member,
      String passwordHash,
      int failedLogins,
      Instant lockedUntil,
      Instant sessionsFrom) {
    @Override
    public String toString() {
      return "StaffCredentials[" + member + "]";
    }
  }
}
