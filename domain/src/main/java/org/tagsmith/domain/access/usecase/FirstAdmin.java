package org.tagsmith.domain.access.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tagsmith.domain.access.PasswordHash;
import org.tagsmith.domain.access.Role;
import org.tagsmith.domain.access.StaffMember;
import org.tagsmith.domain.access.StaffName;
import org.tagsmith.domain.access.StaffRepository;
import org.tagsmith.domain.access.StaffRepository.StaffCredentials;

/** Lets the first person in. */
@ApplicationScoped
public class FirstAdmin {
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 4;
  private static final int GROUP_LENGTH = 5;

  private final StaffRepository staff;
  private final Clock clock;
  private final Optional<String> name;
  private final Optional<String> password;

  @Inject
  FirstAdmin(
      StaffRepository staff,
      Clock clock,
      @ConfigProperty(name = "tagsmith.admin.name") Optional<String> name,
      @ConfigProperty(name = "tagsmith.admin.password") Optional<String> password) {
    this.staff = staff;
    this.clock = clock;
    this.name = name;
    this.password = password;
  }

  /** For the container's proxy. */
  protected FirstAdmin() {
    this.staff = null;
    this.clock = null;
    this.name = null;
    this.password = null;
  }

  /**
   * Creates the admin of {@code tagsmith.admin.name} and {@code tagsmith.admin.password} if there
   * is no staff at all, and does nothing otherwise.
   *
   * @return the password that was made up, to be shown once; empty if nobody was created or the
   *     password is the configured one
   */
  @Transactional
  public Optional<String> ensure() {
    if (!staff.list().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> configured = password.filter(text -> !text.isBlank());
    String chosen = configured.orElseGet(FirstAdmin::makeUp);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    boolean created =
        staff.addFirst(
            new StaffCredentials(
                new StaffMember(StaffName.of(name.orElse("admin")), Role.ADMIN),
                PasswordHash.of(chosen),
                0,
                null,
                now),
            now);
    return created && configured.isEmpty() ? Optional.of(chosen) : Optional.empty();
  }

  private static String makeUp() {
    SecureRandom random = new SecureRandom();
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
      if (i > 0 && i % GROUP_LENGTH == 0) {
        made.append('-');
      }
      made.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return made.toString();
  }
}
