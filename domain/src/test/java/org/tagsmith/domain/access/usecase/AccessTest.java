package org.tagsmith.domain.access.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tagsmith.domain.DomainInWeld;
import org.tagsmith.domain.access.Role;
import org.tagsmith.domain.access.SidebarSession;
import org.tagsmith.domain.access.SignInOutcome;
import org.tagsmith.domain.access.StaffMember;
import org.tagsmith.domain.access.StaffRefused;
import org.tagsmith.domain.access.StaffRepository;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.InMemoryConnector;

@EnableWeld
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {
  private static final String PASSWORD = "correct horse";

  // Of few rounds, so that the tests need not wait for what thieves shall wait for.
  private static final String HASH =
      "pbkdf2-sha256$1000$MDEyMzQ1Njc4OWFiY2RlZ" + "g$cBg8D2DungRB9k76szThf5ehfyBz991ay6PT8Srwk4M";

  private final DatabaseForTests database = DatabaseForTests.migrated();
  private final ClockForTests clock = new ClockForTests(Instant.parse("2026-03-02T09:00:00Z"));

  @WeldSetup WeldInitiator weld = DomainInWeld.on(database, clock, new InMemoryConnector(1, 1));

  @Inject SignIn signIn;
  @Inject KeepStaff keepStaff;
  @Inject ChangeOwnPassword changeOwnPassword;
  @Inject FirstAdmin firstAdmin;
  @Inject Sessions sessions;
  @Inject StaffRepository staff;

  @BeforeEach
  void oneAdmin() {
    database.execute("truncate staff_member cascade");
    database.execute(
        "insert into staff_member (name, role, password_hash, created_at, sessions_from)"
            + " values ('anna', 'admin', '"
            + HASH
            + "', '2026-01-01', '2026-01-01')");
    clock.pass(Duration.ofHours(2));
  }

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  void the_right_password_signs_in_however_the_name_is_typed() {
    assertThat(signIn.signIn(" ANNA ", PASSWORD))
        .isEqualTo(new SignInOutcome.SignedIn(new StaffMember("anna", Role.ADMIN)));
  }

  @Test
  void a_wrong_password_and_a_wrong_name_are_told_alike() {
    assertThat(signIn.signIn("anna", "wrong")).isEqualTo(new SignInOutcome.Wrong());
    assertThat(signIn.signIn("nobody", PASSWORD)).isEqualTo(new SignInOutcome.Wrong());
    assertThat(signIn.signIn(null, null)).isEqualTo(new SignInOutcome.Wrong());
    assertThat(signIn.signIn("anna\n", "x".repeat(100_000))).isEqualTo(new SignInOutcome.Wrong());
  }

  @Test
  void five_wrong_passwords_lock_a_name_for_a_minute_and_further_ones_longer() {
    for (int i = 0; i < 5; i++) {
      assertThat(signIn.signIn("anna", "wrong")).isEqualTo(new SignInOutcome.Wrong());
    }
    assertThat(signIn.signIn("anna", PASSWORD))
        .isEqualTo(new SignInOutcome.Locked(clock.instant().plus(Duration.ofMinutes(1))));

    clock.pass(Duration.ofMinutes(1));
    assertThat(signIn.signIn("anna", "wrong")).isEqualTo(new SignInOutcome.Wrong());
    assertThat(signIn.signIn("anna", PASSWORD))
        .isEqualTo(new SignInOutcome.Locked(clock.instant().plus(Duration.ofMinutes(2))));

    clock.pass(Duration.ofMinutes(2));
    assertThat(signIn.signIn("anna", PASSWORD)).isInstanceOf(SignInOutcome.SignedIn.class);
    assertThat(signIn.signIn("anna", "wrong")).isEqualTo(new SignInOutcome.Wrong());
    assertThat(signIn.signIn("anna", PASSWORD)).isInstanceOf(SignInOutcome.SignedIn.class);
  }

  @Test
  void guessing_in_parallel_gains_nothing() throws Exception {
    ExecutorService guesses = Executors.newFixedThreadPool(10);
    try {
      List<Future<SignInOutcome>> outcomes = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        outcomes.add(guesses.submit(() -> signIn.signIn("anna", "wrong")));
      }
      int lookedAt = 0;
      for (Future<SignInOutcome> outcome : outcomes) {
        lookedAt += outcome.get() instanceof SignInOutcome.Wrong ? 1 : 0;
      }
      assertThat(lookedAt).isEqualTo(5);
    } finally {
      guesses.shutdownNow();
    }
  }

  @Test
  void a_session_belongs_to_the_person_with_the_role_they_have_now() {
    String token = sessions.open(new StaffMember("anna", Role.ADMIN), Duration.ofHours(8));
    keepStaff.add("bea", Role.ADMIN, PASSWORD);

    keepStaff.changeRole("anna", Role.LEAD);

    assertThat(sessions.verify(token)).contains(new StaffMember("anna", Role.LEAD));
  }

  @Test
  void a_session_ends_with_its_time_with_the_password_and_with_the_person() {
    StaffMember bea = keepStaff.add("bea", Role.LEAD, PASSWORD);
    String token = sessions.open(bea, Duration.ofHours(8));
    assertThat(sessions.verify(token)).contains(bea);

    clock.pass(Duration.ofMillis(1));
    keepStaff.changePassword("bea", "another password");
    assertThat(sessions.verify(token)).isEmpty();

    String next = sessions.open(bea, Duration.ofHours(8));
    assertThat(sessions.verify(next)).contains(bea);
    keepStaff.remove("bea");
    assertThat(sessions.verify(next)).isEmpty();

    String annas = sessions.open(new StaffMember("anna", Role.ADMIN), Duration.ofHours(8));
    clock.pass(Duration.ofHours(8));
    assertThat(sessions.verify(annas)).isEmpty();
  }

  @Test
  void people_of_every_role_change_their_own_password_with_the_current_one() {
    for (Role role : Role.values()) {
      StaffMember person = keepStaff.add("own-" + role.word(), role, PASSWORD);
      String before = sessions.open(person, Duration.ofHours(8));
      clock.pass(Duration.ofMillis(1));

      assertThat(changeOwnPassword.change(person, PASSWORD, "another password"))
          .isEqualTo(new SignInOutcome.SignedIn(person));

      assertThat(sessions.verify(before)).isEmpty();
      assertThat(signIn.signIn(person.name(), PASSWORD)).isEqualTo(new SignInOutcome.Wrong());
      assertThat(signIn.signIn(person.name(), "another password"))
          .isEqualTo(new SignInOutcome.SignedIn(person));
    }
  }

  @Test
  void a_session_alone_is_not_enough_to_change_its_password_nor_to_guess_it() {
    StaffMember anna = new StaffMember("anna", Role.ADMIN);
    String session = sessions.open(anna, Duration.ofHours(8));

    assertRefused("weak-password", () -> changeOwnPassword.change(anna, PASSWORD, "short"));
    for (String guess : new String[] {null, "", "wrong"}) {
      assertThat(changeOwnPassword.change(anna, guess, "another password"))
          .isEqualTo(new SignInOutcome.Wrong());
    }
    assertThat(sessions.verify(session)).contains(anna);
    for (int i = 0; i < 4; i++) {
      changeOwnPassword.change(anna, "wrong", "another password");
    }
    assertThat(changeOwnPassword.change(anna, PASSWORD, "another password"))
        .isInstanceOf(SignInOutcome.Locked.class);
  }

  @Test
  void a_sidebar_session_names_account_and_agent_and_is_no_console_session() {
    SidebarSession session = new SidebarSession(new HelpdeskAccountId(3), "anna");

    String token = sessions.openSidebar(session, Duration.ofHours(1));

    assertThat(sessions.verifySidebar(token)).contains(session);
    assertThat(sessions.verify(token)).isEmpty();
    assertThat(
            sessions.verifySidebar(
                sessions.open(new StaffMember("anna", Role.ADMIN), Duration.ofHours(1))))
        .isEmpty();
    assertThat(sessions.verifySidebar("x".repeat(1_000_000))).isEmpty();
    assertThat(sessions.verifySidebar(null)).isEmpty();
  }

  @Test
  void the_last_admin_stays_admin() {
    keepStaff.add("bea", Role.LEAD, PASSWORD);

    assertRefused("last-admin", () -> keepStaff.remove("anna"));
    assertRefused("last-admin", () -> keepStaff.changeRole("anna", Role.AGENT));

    keepStaff.changeRole("bea", Role.ADMIN);
    keepStaff.remove("anna");
    assertThat(keepStaff.list()).containsExactly(new StaffMember("bea", Role.ADMIN));
  }

  @Test
  void two_admins_who_remove_each_other_at_once_leave_one() throws Exception {
    keepStaff.add("bea", Role.ADMIN, PASSWORD);
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> removals =
          List.of(
              both.submit(() -> keepStaff.remove("bea")),
              both.submit(() -> keepStaff.remove("anna")));
      int refused = 0;
      for (Future<?> removal : removals) {
        try {
          removal.get();
        } catch (ExecutionException e) {
          assertThat(e.getCause()).isInstanceOf(StaffRefused.class);
          refused++;
        }
      }
      assertThat(refused).isEqualTo(1);
      assertThat(keepStaff.list()).hasSize(1);
    } finally {
      both.shutdownNow();
    }
  }

  @Test
  void what_cannot_be_is_refused_with_its_reason() {
    assertRefused("name-taken", () -> keepStaff.add("Anna", Role.LEAD, PASSWORD));
    assertRefused("bad-name", () -> keepStaff.add("  ", Role.LEAD, PASSWORD));
    assertRefused("bad-name", () -> keepStaff.add("x".repeat(129), Role.LEAD, PASSWORD));
    assertRefused("weak-password", () -> keepStaff.add("bea", Role.LEAD, "short"));
    assertRefused("weak-password", () -> keepStaff.changePassword("anna", null));
    assertRefused("unknown-person", () -> keepStaff.changePassword("nobody", PASSWORD));
    assertRefused("unknown-person", () -> keepStaff.remove("nobody"));
    assertRefused("unknown-person", () -> keepStaff.changeRole("nobody", Role.LEAD));
    assertThat(keepStaff.list()).hasSize(1);
  }

  @Test
  void the_first_admin_gets_a_password_made_up_once() {
    database.execute("truncate staff_member cascade");

    Optional<String> password = firstAdmin.ensure();

    assertThat(password).hasValueSatisfying(text -> assertThat(text).matches("([a-z2-9]{5}-?){4}"));
    assertThat(signIn.signIn("admin", password.orElseThrow()))
        .isInstanceOf(SignInOutcome.SignedIn.class);
    assertThat(firstAdmin.ensure()).isEmpty();
    assertThat(keepStaff.list()).containsExactly(new StaffMember("admin", Role.ADMIN));
  }

  @Test
  void servers_that_start_together_make_one_first_admin() throws Exception {
    database.execute("truncate staff_member cascade");
    ExecutorService servers = Executors.newFixedThreadPool(4);
    try {
      List<Future<Optional<String>>> made = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        made.add(servers.submit(() -> firstAdmin.ensure()));
      }
      int passwords = 0;
      for (Future<Optional<String>> one : made) {
        passwords += one.get().isPresent() ? 1 : 0;
      }
      assertThat(passwords).isEqualTo(1);
    } finally {
      servers.shutdownNow();
    }
  }

  @Test
  void a_session_key_that_is_too_short_or_not_base64_is_named() {
    assertThatThrownBy(() -> new SessionKey(Optional.of("c2hvcnQ=")))
        .hasMessageContaining("tagsmith.session.key holds 5 bytes and needs 32");
    assertThatThrownBy(() -> new SessionKey(Optional.of("not base64!")))
        .hasMessageContaining("tagsmith.session.key is not base64");
  }

  @Test
  void servers_with_the_same_key_honour_each_others_sessions_and_others_do_not() {
    String key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    SidebarSession session = new SidebarSession(new HelpdeskAccountId(3), "anna");

    String token = server(Optional.of(key)).openSidebar(session, Duration.ofHours(1));

    assertThat(server(Optional.of(key)).verifySidebar(token)).contains(session);
    assertThat(server(Optional.empty()).verifySidebar(token)).isEmpty();
  }

  private Sessions server(Optional<String> key) {
    return new Sessions(staff, new SessionKey(key), Clock.fixed(clock.instant(), clock.getZone()));
  }

  private static void assertRefused(String reason, ThrowingCallable action) {
    StaffRefused refused = catchThrowableOfType(StaffRefused.class, action);
    assertThat(refused).isNotNull();
    assertThat(refused.reason()).isEqualTo(reason);
  }
}
