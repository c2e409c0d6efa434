package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.Delivery;
import org.tagsmith.domain.sync.DeliveryRefusal;
import org.tagsmith.domain.sync.DeliveryVerdict;
import org.tagsmith.domain.sync.DeliveryVerifier;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.InMemoryConnector;
import org.tagsmith.domain.sync.SecretPurpose;
import org.tagsmith.domain.sync.SecretRepository;
import org.tagsmith.domain.sync.SecretRepository.KeptSecret;
import org.tagsmith.domain.sync.SettingsRefused;
import org.tagsmith.domain.sync.persistence.SyncStoresForTests;
import org.tagsmith.domain.sync.usecase.ShareSecret.Source;

/** An admin gives the secrets beside an account's key, on a real database. */
class ShareSecretTest {
  private static final DatabaseForTests DATABASE = DatabaseForTests.migrated();
  private static final String OLD = key(1);
  private static final String NEW = key(2);
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  private final WebhookForTests webhook = new WebhookForTests();
  private SyncTrial trial;
  private SecretRepository kept;
  private HelpdeskAccount account;

  @BeforeEach
  void begin() {
    trial = new SyncTrial(DATABASE, 1, 1);
    kept = SyncStoresForTests.secrets(DATABASE.dataSource());
    account = trial.accounts.connect(InMemoryConnector.ID, "otherbank");
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void a_secret_is_kept_encrypted_and_its_connector_alone_gets_it() {
    Server server = new Server(OLD);

    server.share.give(account.id(), SecretPurpose.WEBHOOK, "  given-by-the-helpdesk ", "admin");

    assertThat(server.opened.of(account, SecretPurpose.WEBHOOK)).contains("given-by-the-helpdesk");
    assertThat(server.opened.of(account, SecretPurpose.SIDEBAR)).isEmpty();
    assertThat(server.opened.of(trial.account, SecretPurpose.WEBHOOK)).isEmpty();
    assertThat(server.opened.all(new ConnectorId("other"), SecretPurpose.WEBHOOK)).isEmpty();
    assertThat(server.opened.all(InMemoryConnector.ID, SecretPurpose.WEBHOOK).toString())
        .doesNotContain("given-by-the-helpdesk");
    KeptSecret row = kept.list().get(0);
    assertThat(new String(row.secret().bytes(), StandardCharsets.ISO_8859_1))
        .doesNotContain("given-by-the-helpdesk");
    assertThat(row.changedBy()).isEqualTo("admin");
  }

  @Test
  void a_secret_of_ours_is_made_anew_each_time_and_told_once() {
    Server server = new Server(OLD);

    String first = server.share.make(account.id(), SecretPurpose.WEBHOOK, "admin");
    String second = server.share.make(account.id(), SecretPurpose.WEBHOOK, "admin");

    assertThat(first).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(second);
    assertThat(server.opened.of(account, SecretPurpose.WEBHOOK)).contains(second);
    assertThat(server.share.read().toString()).doesNotContain(second);
  }

  @Test
  void a_secret_that_the_helpdesk_makes_is_not_made_here() {
    webhook.madeHere = false;

    refuses(
        () -> new Server(OLD).share.make(account.id(), SecretPurpose.WEBHOOK, "admin"),
        "not-made-here");
  }

  @Test
  void what_the_operator_set_no_admin_changes() {
    webhook.configured = Optional.of(account);
    Server server = new Server(OLD);

    refuses(
        () -> server.share.give(account.id(), SecretPurpose.WEBHOOK, "given-by-me", "admin"),
        "set-by-operator");
    refuses(
        () -> server.share.make(account.id(), SecretPurpose.WEBHOOK, "admin"), "set-by-operator");
    refuses(() -> server.share.forget(account.id(), SecretPurpose.WEBHOOK), "set-by-operator");
    assertThat(sources(server)).containsExactly(Source.NOBODY, Source.OPERATOR);
  }

  @Test
  void a_helpdesk_without_sidebar_shares_no_secret_for_one() {
    refuses(
        () -> new Server(OLD).share.give(account.id(), SecretPurpose.SIDEBAR, "any", "admin"),
        "no-such-secret");
  }

  @Test
  void a_server_without_a_key_of_its_own_keeps_nothing_and_says_how_to_make_one() {
    assertThatThrownBy(
            () -> new Server("").share.give(account.id(), SecretPurpose.WEBHOOK, "given-x", "a"))
        .hasMessageContaining("openssl rand -base64 32");
    assertThat(kept.list()).isEmpty();
  }

  @Test
  void a_forgotten_secret_opens_nothing_at_once() {
    Server server = new Server(OLD);
    server.share.give(account.id(), SecretPurpose.WEBHOOK, "given-by-me", "admin");
    assertThat(server.opened.of(account, SecretPurpose.WEBHOOK)).isPresent();

    server.share.forget(account.id(), SecretPurpose.WEBHOOK);

    assertThat(server.opened.of(account, SecretPurpose.WEBHOOK)).isEmpty();
    assertThat(sources(server)).containsExactly(Source.NOBODY, Source.NOBODY);
  }

  @Test
  void another_server_takes_notice_within_five_seconds() {
    Server here = new Server(OLD);
    Server there = new Server(OLD);
    assertThat(there.opened.of(account, SecretPurpose.WEBHOOK)).isEmpty();

    here.share.give(account.id(), SecretPurpose.WEBHOOK, "given-by-me", "admin");
    there.now = NOW.plus(Duration.ofSeconds(5));

    assertThat(there.opened.of(account, SecretPurpose.WEBHOOK)).contains("given-by-me");
  }

  @Test
  void rotation_encrypts_these_secrets_anew_too_and_a_lost_key_is_told_apart() {
    new Server(OLD).share.give(account.id(), SecretPurpose.WEBHOOK, "given-by-me", "admin");

    assertThat(sources(new Server(NEW))).containsExactly(Source.NOBODY, Source.UNREADABLE);
    assertThat(reseal(NEW)).isZero();
    assertThat(reseal(NEW + "," + OLD)).isEqualTo(1);
    assertThat(new Server(NEW).opened.of(account, SecretPurpose.WEBHOOK)).contains("given-by-me");
    assertThat(sources(new Server(OLD))).containsExactly(Source.NOBODY, Source.UNREADABLE);
  }

  @Test
  void disconnecting_forgets_them() {
    new Server(OLD).share.give(account.id(), SecretPurpose.WEBHOOK, "given-by-me", "admin");

    SyncStoresForTests.connections(DATABASE.dataSource()).disconnect(account.id());

    assertThat(trial.number("select count(*) from account_secret")).isZero();
    refuses(
        () -> new Server(OLD).share.give(account.id(), SecretPurpose.WEBHOOK, "given-x", "a"),
        "unknown-account");
  }

  private static List<Source> sources(Server server) {
    return server.share.read().stream().map(ShareSecret.State::source).toList();
  }

  private int reseal(String keys) {
    return new ResealKeys(
            SyncStoresForTests.connections(DATABASE.dataSource()), kept, secrets(keys))
        .reseal();
  }

  private static void refuses(ThrowingCallable act, String reason) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            SettingsRefused.class, it -> assertThat(it.reason()).isEqualTo(reason));
  }

  private static Secrets secrets(String keys) {
    return new Secrets(Optional.of(keys));
  }

  private static String key(int content) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) content);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The use case as one server has it. */
  private final class Server {
    private Instant now = NOW;
    private final KeptSecrets opened;
    private final ShareSecret share;

    Server(String keys) {
      Clock clock =
          new Clock() {
            @Override
            public Instant instant() {
              return now;
            }

            @Override
            public ZoneOffset getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
              return this;
            }
          };
      opened = new KeptSecrets(kept, trial.accounts, secrets(keys), clock);
      share =
          new ShareSecret(
              new SharedSecrets(List.of(webhook), List.of()),
              kept,
              opened,
              trial.accounts,
              new FindAccount(
                  trial.accounts, new OperatorsAccounts(new Connectors(List.of(trial.helpdesk)))),
              secrets(keys));
    }
  }

  /** A helpdesk that sends our secret in a header, until a test says otherwise. */
  private static final class WebhookForTests implements DeliveryVerifier {
    private boolean madeHere = true;
    private Optional<HelpdeskAccount> configured = Optional.empty();

    @Override
    public ConnectorId connector() {
      return InMemoryConnector.ID;
    }

    @Override
    public String secretSetting() {
      return "tagsmith.memory.webhook-secret";
    }

    @Override
    public boolean isConfigured(HelpdeskAccount account) {
      return configured.equals(Optional.of(account));
    }

    @Override
    public boolean isMadeHere() {
      return madeHere;
    }

    @Override
    public String checkedSecret(String typed) {
      return typed;
    }

    @Override
    public DeliveryVerdict verify(HelpdeskAccount account, Delivery delivery) {
      return new DeliveryVerdict.Refused(DeliveryRefusal.NOT_SET_UP);
    }

    @Override
    public DeliverySetup setup(HelpdeskAccount account) {
      return new DeliverySetup(false, secretSetting(), "X-Proof", "{}");
    }
  }
}
