package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.AccountKeys;
import org.tagsmith.domain.sync.AccountSettings;
import org.tagsmith.domain.sync.ConnectionReport;
import org.tagsmith.domain.sync.ConnectionReport.MayWrite;
import org.tagsmith.domain.sync.Connector;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.SecretBox;
import org.tagsmith.domain.sync.SettingsRefused;
import org.tagsmith.domain.sync.WriteBackMode;

/**
 * An admin connects an account on a page. Nothing is kept that was not tried: a key that does not
 * work is refused with the field and the remedy. The helpdesk is asked outside any transaction.
 * Thread-safe.
 */
@ApplicationScoped
public class ConnectHelpdesk {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final int LONGEST_USER = 320;
  private static final int LONGEST_KEY = 1000;

  private final Connectors connectors;
  private final FindAccount accounts;
  private final AccountKeys keys;
  private final Secrets secrets;
  private final KeepConnection keep;
  private final Clock clock;

  @Inject
  ConnectHelpdesk(
      Connectors connectors,
      FindAccount accounts,
      AccountKeys keys,
      Secrets secrets,
      KeepConnection keep,
      Clock clock) {
    this.connectors = connectors;
    this.accounts = accounts;
    this.keys = keys;
    this.secrets = secrets;
    this.keep = keep;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected ConnectHelpdesk() {
    this.connectors = null;
    this.accounts = null;
    this.keys = null;
    this.secrets = null;
    this.keep = null;
    this.clock = null;
  }

  /** Whether this server may keep keys; without, nothing can be connected on a page. */
  public boolean canKeepKeys() {
    return secrets.box().isPresent();
  }

  /**
   * Tries settings and keeps nothing. Asks the helpdesk a few times and may take a minute.
   *
   * @param connector the helpdesk's word, may be null
   * @param typed may hold anything
   * @throws SettingsRefused if the settings cannot be right
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public ConnectionReport probe(String connector, AccountSettings typed) {
    Connector found = connector(connector);
    return found.probe(checked(found, typed));
  }

  /**
   * Tries settings and connects the account.
   *
   * @param readFrom null for all tickets
   * @param by the admin
   * @throws SettingsRefused if they do not work ({@code field} says which), the account is
   *     connected already, or this server has no key to encrypt with
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public HelpdeskAccount connect(
      String connector,
      AccountSettings typed,
      Instant readFrom,
      WriteBackMode writeBack,
      String by) {
    SecretBox box = secrets.boxOrRefuse();
    if (readFrom != null && (readFrom.isBefore(EARLIEST) || readFrom.isAfter(clock.instant()))) {
      throw new SettingsRefused(
          "bad-start",
          "from",
          "The start lies before 2000 or in the future. Choose a day between.");
    }
    Connector found = connector(connector);
    AccountSettings settings = checked(found, typed);
    ConnectionReport.Usable usable = usable(found, settings);
    if (usable.mayWrite() == MayWrite.NO && writeBack != WriteBackMode.OFF) {
      throw new SettingsRefused(
          "may-not-write",
          "writeBack",
          "The key's owner may read tickets but not change them. Turn write-back off, or give the"
              + " owner the right.");
    }
    return keep.connect(found.id(), settings, readFrom, writeBack, box, by);
  }

  /**
   * Tries another key for a connected account and keeps it.
   *
   * @param user null to keep the present one
   * @param key null to keep the present one
   * @throws SettingsRefused as {@link #connect}, and where the operator's configuration connects
   *     the account or there is none
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public void change(HelpdeskAccountId id, String user, String key, String by) {
    HelpdeskAccount account = accounts.ofAdmins(id);
    SecretBox box = secrets.boxOrRefuse();
    Connector found = connector(account.connector().value());
    AccountSettings settings = checked(found, present(account, key).with(user, key));
    usable(found, settings);
    keep.change(account, settings, box, by);
  }

  private AccountSettings present(HelpdeskAccount account, String key) {
    try {
      return keys.of(account).orElseGet(() -> new AccountSettings(account.subdomain(), "", ""));
    } catch (ConnectorFailure.CredentialsRejected unreadable) {
      if (key == null) {
        throw new SettingsRefused("missing-field", "key", unreadable.getMessage());
      }
      return new AccountSettings(account.subdomain(), "", "");
    }
  }

  private static ConnectionReport.Usable usable(Connector connector, AccountSettings settings) {
    ConnectionReport report = connector.probe(settings);
    if (report instanceof ConnectionReport.Unusable no) {
      throw new SettingsRefused(no.reason(), no.field(), no.message());
    }
    return (ConnectionReport.Usable) report;
  }

  private static AccountSettings checked(Connector connector, AccountSettings typed) {
    AccountSettings settings =
        connector.checked(
            new AccountSettings(
                typed.subdomain().strip(), typed.user().strip(), typed.key().strip()));
    require(settings.user(), "user", LONGEST_USER);
    require(settings.key(), "key", LONGEST_KEY);
    return settings;
  }

  private static void require(String text, String field, int longest) {
    // a line break or a letter beyond ASCII would travel in a header
    if (text.length() > longest || !text.chars().allMatch(c -> c > 32 && c < 127)) {
      throw new SettingsRefused(
          "bad-characters",
          field,
          "The field '"
              + field
              + "' is too long, or holds a space or a letter that no key has. Copy it again.");
    }
  }

  private Connector connector(String word) {
    return Optional.ofNullable(word)
        .filter(text -> text.matches("[a-z]{2,32}"))
        .flatMap(text -> connectors.find(new ConnectorId(text)))
        .orElseThrow(
            () ->
                new SettingsRefused(
                    "unknown-connector",
                    "connector",
                    "The field 'connector' names no helpdesk that this installation reads. Send"
                        + " zendesk or freshdesk."));
  }
}
