package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.sync.AccountConnection.Source;
import org.tagsmith.domain.sync.AccountSettings;
import org.tagsmith.domain.sync.ConnectionRepository;
import org.tagsmith.domain.sync.ConnectionRepository.KeptConnection;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.HeldChanges;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.InMemoryConnector;
import org.tagsmith.domain.sync.SecretBox;
import org.tagsmith.domain.sync.SecretRepository;
import org.tagsmith.domain.sync.SettingsRefused;
import org.tagsmith.domain.sync.SyncOutcome.Ending;
import org.tagsmith.domain.sync.WriteBackMode;
import org.tagsmith.domain.sync.persistence.SyncStoresForTests;
import org.tagsmith.domain.ticket.TicketId;

/** What an admin does to accounts, on a real database. */
class ConnectionsTest {
  private static final DatabaseForTests DATABASE = DatabaseForTests.migrated();
  private static final String OLD = key(1);
  private static final String NEW = key(2);
  private static final AccountSettings TYPED =
      new AccountSettings("otherbank", "admin@bank.example", InMemoryConnector.KEY);

  private SyncTrial trial;
  private ConnectionRepository connections;
  private SecretRepository shared;

  @BeforeEach
  void begin() {
    trial = new SyncTrial(DATABASE, 12, 5);
    connections = SyncStoresForTests.connections(DATABASE.dataSource());
    shared = SyncStoresForTests.secrets(DATABASE.dataSource());
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void an_account_is_kept_encrypted_and_its_key_is_there_for_the_connector_alone() {
    HelpdeskAccount account = connect();

    assertThat(keys(OLD).of(account)).contains(TYPED);
    KeptConnection kept = connections.find(account.id()).orElseThrow();
    assertThat(new String(kept.key().bytes(), StandardCharsets.ISO_8859_1))
        .doesNotContain(InMemoryConnector.KEY);
    assertThat(read().read())
        .filteredOn(each -> each.account().equals(account))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.source()).isEqualTo(Source.ADMIN);
              assertThat(each.toString()).doesNotContain(InMemoryConnector.KEY);
            });
  }

  @Test
  void a_key_that_does_not_work_is_not_kept() {
    AccountSettings wrong = new AccountSettings("otherbank", "a@bank.example", "wrong");

    assertRefused(() -> connect(OLD, wrong, null), "key-refused", "key");
    assertThat(trial.accounts.list()).hasSize(1);
  }

  @Test
  void a_key_that_would_break_out_of_its_header_is_refused_before_it_travels() {
    AccountSettings broken = new AccountSettings("otherbank", "a@bank.example", "a\r\nX: b");

    assertRefused(() -> connect(OLD, broken, null), "bad-characters", "key");
  }

  @Test
  void a_server_without_a_key_of_its_own_says_how_to_make_one_and_asks_nobody() {
    assertThatThrownBy(() -> connect("", TYPED, null))
        .isInstanceOf(SettingsRefused.class)
        .hasMessageContaining("tagsmith.secrets.key is not set")
        .hasMessageContaining("openssl rand -base64 32");
  }

  @Test
  void the_same_account_is_connected_once() {
    connect();

    assertRefused(this::connect, "already-connected", "subdomain");
    assertRefused(
        () -> connect(OLD, new AccountSettings("harbourbank", "a@b", InMemoryConnector.KEY), null),
        "already-connected",
        "subdomain");
  }

  @Test
  void the_operators_account_is_shown_as_theirs_and_cannot_be_changed() {
    assertThat(read().read().get(0).source()).isEqualTo(Source.OPERATOR);
    assertRefused(
        () -> use(OLD).change(trial.account.id(), null, "x", "admin"), "set-by-operator", "");
    assertRefused(() -> steer().disconnect(trial.account.id()), "set-by-operator", "");
  }

  @Test
  void rotation_encrypts_anew_at_the_start_and_the_old_key_may_go() {
    HelpdeskAccount account = connect();

    assertThat(new ResealKeys(connections, shared, secrets(NEW + "," + OLD)).reseal()).isEqualTo(1);
    assertThat(new ResealKeys(connections, shared, secrets(NEW + "," + OLD)).reseal()).isZero();

    assertThat(keys(NEW).of(account)).contains(TYPED);
    assertThatThrownBy(() -> keys(OLD).of(account))
        .isInstanceOf(ConnectorFailure.CredentialsRejected.class)
        .hasMessageContaining("otherbank")
        .hasMessageContaining("tagsmith.secrets.key");
  }

  @Test
  void a_key_that_was_lost_leaves_the_others_and_can_be_given_again() {
    HelpdeskAccount account = connect();

    assertThat(new ResealKeys(connections, shared, secrets(NEW)).reseal()).isZero();
    assertRefused(
        () -> use(NEW).change(account.id(), "b@bank.example", null, "a"), "missing-field", "key");
    use(NEW).change(account.id(), "b@bank.example", InMemoryConnector.KEY, "admin");

    assertThat(keys(NEW).of(account).orElseThrow().user()).isEqualTo("b@bank.example");
  }

  @Test
  void reading_begins_where_the_admin_said() {
    Instant from = Instant.parse("2026-01-05T00:00:00Z");
    HelpdeskAccount chosen = connect(OLD, TYPED, from);
    StartTimes times = new StartTimes(name -> Optional.of("2025-01-01T00:00:00Z"), connections);

    assertThat(times.of(chosen)).isEqualTo(from);
    assertThat(times.of(trial.account)).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
    assertRefused(
        () -> connect(OLD, TYPED, Instant.parse("2099-01-01T00:00:00Z")), "bad-start", "from");
  }

  @Test
  void a_paused_account_is_not_read_and_a_reading_under_way_stores_nothing_more() {
    trial.fate(
        moment -> {
          if (moment.equals("after the commit")) {
            steer().steer(trial.account.id(), true, null);
          }
        });

    assertThat(trial.server().sync(trial.account.id()).ending()).isEqualTo(Ending.LEASE_LOST);
    trial.fate(moment -> {});
    assertThat(trial.stored()).hasSize(5);
    assertThat(trial.server().sync(trial.account.id()).ending()).isEqualTo(Ending.NOT_NOW);

    steer().steer(trial.account.id(), false, null);
    assertThat(trial.server().sync(trial.account.id()).ending()).isEqualTo(Ending.UP_TO_DATE);
    assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
  }

  @Test
  void nothing_is_written_while_write_back_is_off() {
    trial.server().sync(trial.account.id());
    steer().steer(trial.account.id(), null, WriteBackMode.OFF);
    enqueue(1, "vip");

    assertThat(trial.writer().writeDue(trial.account.id())).isZero();
    assertThat(trial.helpdesk.writes()).isZero();

    steer().steer(trial.account.id(), null, WriteBackMode.AUTOMATIC);
    assertThat(trial.writer().writeDue(trial.account.id())).isEqualTo(1);
  }

  @Test
  void with_review_a_change_goes_out_only_when_it_is_released_as_it_was_seen() {
    trial.server().sync(trial.account.id());
    steer().steer(trial.account.id(), null, WriteBackMode.REVIEW);
    enqueue(1, "vip");
    HeldChanges seen = review().list(trial.account.id()).get(0);
    enqueue(1, "late");

    assertThat(trial.writer().writeDue(trial.account.id())).isZero();
    assertThat(seen.changes().merged().add()).containsExactly("vip");
    assertThat(review().release(trial.account.id(), 1, seen.upTo())).isEqualTo(1);
    assertThat(review().release(trial.account.id(), 1, seen.upTo())).isZero();
    trial.writer().writeDue(trial.account.id());

    assertThat(trial.helpdesk.tickets().get(1L)).contains("vip").doesNotContain("late");
    assertThat(review().list(trial.account.id())).hasSize(1);
  }

  @Test
  void a_dropped_change_never_goes_out_and_those_of_other_tickets_do() {
    trial.server().sync(trial.account.id());
    steer().steer(trial.account.id(), null, WriteBackMode.REVIEW);
    enqueue(1, "vip");
    enqueue(2, "vip");
    List<HeldChanges> held = review().list(trial.account.id());

    assertThat(review().drop(trial.account.id(), 1, held.get(0).upTo())).isEqualTo(1);
    steer().steer(trial.account.id(), null, WriteBackMode.AUTOMATIC);
    trial.writer().writeDue(trial.account.id());

    assertThat(trial.helpdesk.tickets().get(1L)).doesNotContain("vip");
    assertThat(trial.helpdesk.tickets().get(2L)).contains("vip");
  }

  @Test
  void changes_that_wait_are_held_when_review_begins() {
    trial.server().sync(trial.account.id());
    enqueue(1, "vip");
    steer().steer(trial.account.id(), null, WriteBackMode.REVIEW);

    assertThat(trial.writer().writeDue(trial.account.id())).isZero();
    assertThat(review().list(trial.account.id())).hasSize(1);
  }

  @Test
  void disconnecting_forgets_the_key_and_keeps_the_tickets_and_reads_on_when_connected_again() {
    HelpdeskAccount account = connect();
    trial.server().sync(account.id());
    long tickets = trial.number("select count(*) from ticket");

    steer().disconnect(account.id());

    assertThat(connections.find(account.id())).isEmpty();
    assertThat(trial.accounts.list()).containsExactly(trial.account);
    assertThat(trial.states.list()).hasSize(1);
    assertThat(trial.server().sync(account.id()).ending()).isEqualTo(Ending.NOT_NOW);
    assertThat(trial.number("select count(*) from ticket")).isEqualTo(tickets).isPositive();
    assertRefused(() -> steer().disconnect(account.id()), "unknown-account", "");

    HelpdeskAccount again = connect();
    assertThat(again).isEqualTo(account);
    assertThat(trial.server().sync(account.id()).tickets()).isZero();
  }

  @Test
  void data_is_deleted_only_when_the_name_was_typed_and_then_all_of_it() {
    HelpdeskAccount account = connect();
    trial.server().sync(trial.account.id());
    trial.server().sync(account.id());
    int number = account.id().value();
    trial.database.execute(
        "insert into ticket_rating values (%d, 1, 1, 'good', now())".formatted(number));
    for (String names : List.of("agent", "agent_group", "brand")) {
      trial.database.execute("insert into %s values (%d, 1, 'Mei-Ling')".formatted(names, number));
    }
    trial.database.execute(
        "insert into contact_person values (%d, 1, %d, 1)".formatted(number, number));

    assertRefused(
        () -> steer().disconnectAndDelete(account.id(), "harbourbank"), "not-confirmed", "confirm");
    assertThat(trial.accounts.list()).contains(account);
    steer().disconnectAndDelete(account.id(), " otherbank ");

    for (String table :
        List.of(
            "ticket",
            "contact",
            "outbox_entry",
            "sync_run",
            "disposition",
            "ticket_rating",
            "agent",
            "agent_group",
            "brand",
            "contact_person")) {
      assertThat(
              trial.number(
                  "select count(*) from " + table + " where account_id = " + account.id().value()))
          .as(table)
          .isZero();
    }
    assertThat(
            trial.number(
                "select sum(contacts) from contact_day where account_id = " + account.id().value()))
        .isZero();
    assertThat(trial.number("select count(*) from ticket")).isEqualTo(12);
    connect();
    assertThat(trial.server().sync(account.id()).tickets()).isEqualTo(12);
  }

  private HelpdeskAccount connect() {
    return connect(OLD, TYPED, null);
  }

  private HelpdeskAccount connect(String key, AccountSettings typed, Instant from) {
    return use(key).connect("memory", typed, from, WriteBackMode.AUTOMATIC, "admin");
  }

  private ConnectHelpdesk use(String key) {
    KeepConnection keep =
        new KeepConnection(trial.accounts, connections, operators()) {
          @Override
          HelpdeskAccount connect(
              ConnectorId connector,
              AccountSettings settings,
              Instant readFrom,
              WriteBackMode writeBack,
              SecretBox box,
              String by) {
            return trial.transactions.required(
                () -> super.connect(connector, settings, readFrom, writeBack, box, by));
          }
        };
    return new ConnectHelpdesk(
        connectors(),
        new FindAccount(trial.accounts, operators()),
        keys(key),
        secrets(key),
        keep,
        Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC));
  }

  private SteerAccount steer() {
    return new SteerAccount(new FindAccount(trial.accounts, operators()), connections);
  }

  private ReadConnections read() {
    return new ReadConnections(trial.accounts, connections, operators());
  }

  private ReviewChanges review() {
    return new ReviewChanges(
        new FindAccount(trial.accounts, operators()),
        SyncStoresForTests.heldChanges(DATABASE.dataSource()));
  }

  private OperatorsAccounts operators() {
    return new OperatorsAccounts(connectors());
  }

  private Connectors connectors() {
    return new Connectors(List.of(trial.helpdesk));
  }

  private KeptKeys keys(String key) {
    return new KeptKeys(connections, secrets(key));
  }

  private static Secrets secrets(String key) {
    return new Secrets(Optional.of(key));
  }

  private void enqueue(long ticket, String label) {
    trial.outbox.enqueue(new TicketId(trial.account.id(), ticket), Set.of(label), Set.of(), "anna");
  }

  private static void assertRefused(ThrowingCallable act, String reason, String field) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            SettingsRefused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.field()).isEqualTo(field);
            });
  }

  private static String key(int filled) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) filled);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
