package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskAccountRepository;
import org.tagsmith.domain.sync.SecretBox;
import org.tagsmith.domain.sync.SecretPurpose;
import org.tagsmith.domain.sync.SecretRepository;
import org.tagsmith.domain.sync.SecretRepository.KeptSecret;
import org.tagsmith.domain.sync.SettingsRefused;
import org.tagsmith.domain.sync.SharedSecret;

/**
 * An admin gives the secrets that an account's webhooks and sidebar are proved with, or has them
 * made. A kept secret is never told again. Thread-safe.
 */
@ApplicationScoped
public class ShareSecret {
  private static final int BYTES = 32;
  private static final int LONGEST = 8_192;

  private final SharedSecrets shared;
  private final SecretRepository kept;
  private final KeptSecrets opened;
  private final HelpdeskAccountRepository accounts;
  private final FindAccount find;
  private final Secrets secrets;
  private final SecureRandom random = new SecureRandom();

  @Inject
  ShareSecret(
      SharedSecrets shared,
      SecretRepository kept,
      KeptSecrets opened,
      HelpdeskAccountRepository accounts,
      FindAccount find,
      Secrets secrets) {
    this.shared = shared;
    this.kept = kept;
    this.opened = opened;
    this.accounts = accounts;
    this.find = find;
    this.secrets = secrets;
  }

  /** For the container's proxy. */
  protected ShareSecret() {
    this.shared = null;
    this.kept = null;
    this.opened = null;
    this.accounts = null;
    this.find = null;
    this.secrets = null;
  }

  /** Who gave a secret. */
  public enum Source {
    OPERATOR,
    ADMIN,
    /** It was given and cannot be decrypted on this server. */
    UNREADABLE,
    NOBODY
  }

  /**
   * One account's secret, without the secret.
   *
   * @param setting the operator's setting that may hold it instead
   * @param madeHere see {@link SharedSecret#isMadeHere}
   * @param changedBy null unless an admin gave it
   * @param changedAt null unless an admin gave it
   */
  public record State(
      HelpdeskAccount account,
      SecretPurpose purpose,
      Source source,
      String setting,
      boolean madeHere,
      String changedBy,
      Instant changedAt) {}

  /** The secrets of all connected accounts. */
  @Transactional
  public List<State> read() {
    List<KeptSecret> given = kept.list();
    return accounts.list().stream()
        .flatMap(
            account ->
                Arrays.stream(SecretPurpose.values())
                    .flatMap(purpose -> state(account, purpose, given).stream()))
        .toList();
  }

  /**
   * Keeps a secret that the helpdesk showed, in place of a former one.
   *
   * @param typed may hold anything
   * @param by the admin
   * @throws SettingsRefused if it cannot be right, the account is unknown, the helpdesk shares no
   *     such secret, the operator's configuration holds it, or this server cannot keep secrets
   */
  @Transactional
  public void give(HelpdeskAccountId id, SecretPurpose purpose, String typed, String by) {
    HelpdeskAccount account = find.connected(id);
    SharedSecret secret = changeable(account, purpose);
    if (typed.length() > LONGEST) {
      throw new SettingsRefused(
          "bad-secret", "secret", "The secret is longer than any of a helpdesk. Copy it again.");
    }
    keep(account, purpose, secret.checkedSecret(typed.strip()), by);
  }

  /**
   * Makes a secret in place of a former one, which is void from then on.
   *
   * @param by the admin
   * @return the secret, which is told this once; 43 characters of A-Z, a-z, 0-9, - and _
   * @throws SettingsRefused as {@link #give}, and {@code not-made-here} where the helpdesk makes it
   */
  @Transactional
  public String make(HelpdeskAccountId id, SecretPurpose purpose, String by) {
    HelpdeskAccount account = find.connected(id);
    if (!changeable(account, purpose).isMadeHere()) {
      throw new SettingsRefused(
          "not-made-here", "secret", "The helpdesk makes this secret. Copy it from there.");
    }
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    keep(account, purpose, made, by);
    return made;
  }

  /**
   * Forgets a secret; what is proved with it is refused from then on.
   *
   * @throws SettingsRefused as {@link #give}
   */
  @Transactional
  public void forget(HelpdeskAccountId id, SecretPurpose purpose) {
    HelpdeskAccount account = find.connected(id);
    changeable(account, purpose);
    kept.forget(account.id(), purpose);
    opened.forget();
  }

  private void keep(HelpdeskAccount account, SecretPurpose purpose, String secret, String by) {
    SecretBox box = secrets.boxOrRefuse();
    kept.keep(account.id(), purpose, box.seal(secret, account.id(), purpose.word()), by);
    opened.forget();
  }

  private SharedSecret changeable(HelpdeskAccount account, SecretPurpose purpose) {
    SharedSecret secret =
        shared
            .of(account.connector(), purpose)
            .orElseThrow(
                () ->
                    new SettingsRefused(
                        "no-such-secret", "", "This helpdesk shares no such secret with us."));
    if (secret.isConfigured(account)) {
      throw new SettingsRefused(
          "set-by-operator",
          "",
          "The operator's configuration holds this secret: "
              + secret.secretSetting()
              + ". It is changed there, and the server started again.");
    }
    return secret;
  }

  private Optional<State> state(
      HelpdeskAccount account, SecretPurpose purpose, List<KeptSecret> given) {
    Optional<KeptSecret> own =
        given.stream()
            .filter(each -> each.account().equals(account.id()) && each.purpose() == purpose)
            .findAny();
    return shared
        .of(account.connector(), purpose)
        .map(
            secret ->
                new State(
                    account,
                    purpose,
                    source(account, secret, purpose, own.isPresent()),
                    secret.secretSetting(),
                    secret.isMadeHere(),
                    own.map(KeptSecret::changedBy).orElse(null),
                    own.map(KeptSecret::changedAt).orElse(null)));
  }

  private Source source(
      HelpdeskAccount account, SharedSecret secret, SecretPurpose purpose, boolean given) {
    if (secret.isConfigured(account)) {
      return Source.OPERATOR;
    }
    if (!given) {
      return Source.NOBODY;
    }
    return opened.of(account, purpose).isPresent() ? Source.ADMIN : Source.UNREADABLE;
  }
}
