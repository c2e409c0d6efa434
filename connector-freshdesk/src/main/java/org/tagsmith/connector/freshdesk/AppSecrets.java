package org.tagsmith.connector.freshdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tagsmith.domain.sync.AccountSecrets;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.SecretPurpose;
import org.tagsmith.domain.sync.SidebarIdentityVerifier.SidebarTokenRejected;

/**
 * What our app was given when it was installed in each connected Freshdesk: the operator's setting
 * for the account of the configuration, else what an admin had made on a page. Thread-safe.
 */
@ApplicationScoped
class AppSecrets {
  private final FreshdeskConfig config;
  private final AccountSecrets secrets;

  /** One account's; never logged. */
  record AppSecret(String subdomain, String secret) {
    byte[] bytes() {
      return secret.getBytes(StandardCharsets.UTF_8);
    }

    /** How a token names the account. */
    String issuer() {
      return subdomain + ".freshdesk.com";
    }

    @Override
    public String toString() {
      return "AppSecret";
    }
  }

  /** For the container's proxy only. */
  protected AppSecrets() {
    config = null;
    secrets = null;
  }

  @Inject
  AppSecrets(FreshdeskConfig config, AccountSecrets secrets) {
    this.config = config;
    this.secrets = secrets;
  }

  /** Whether the operator's setting holds this account's. */
  boolean areConfigured(HelpdeskAccount account) {
    return config.appSecret().isPresent() && config.connects(account);
  }

  /**
   * The secret of the account that a token names.
   *
   * @param issuer the sender's word, may be null
   * @throws SidebarTokenRejected if there is none, or it is too short to sign with
   */
  AppSecret ofIssuer(String issuer) {
    return all().stream()
        .filter(each -> each.issuer().equals(issuer))
        .findFirst()
        .orElseThrow(
            () -> rejected("The token was issued by another Freshdesk than the connected one"));
  }

  /**
   * The account whose secret this is.
   *
   * @param secret as it was sent, may be null
   * @throws SidebarTokenRejected if it is nobody's
   */
  AppSecret ofSecret(String secret) {
    byte[] sent = secret == null ? new byte[0] : secret.getBytes(StandardCharsets.UTF_8);
    AppSecret found = null;
    for (AppSecret each : all()) {
      // all are compared, so that the time says nothing about which one it is
      found = MessageDigest.isEqual(each.bytes(), sent) && found == null ? each : found;
    }
    if (found == null) {
      throw rejected(
          "The app inside Freshdesk was installed with another secret than "
              + FreshdeskConfig.APP_SECRET
              + " or what the helpdesks page made");
    }
    return found;
  }

  private List<AppSecret> all() {
    List<AppSecret> all = new ArrayList<>();
    configured().ifPresent(all::add);
    secrets.all(FreshdeskConnector.ID, SecretPurpose.SIDEBAR).stream()
        .filter(each -> !areConfigured(each.account()))
        .map(each -> new AppSecret(each.account().subdomain(), each.secret()))
        .forEach(all::add);
    if (all.isEmpty()) {
      throw rejected(
          config.appSecret().isPresent()
              ? FreshdeskConfig.APP_SECRET
                  + " has less than "
                  + SecretOfOurs.FEWEST_CHARACTERS
                  + " characters, or no Freshdesk is connected"
              : "The sidebar is not set up: "
                  + FreshdeskConfig.APP_SECRET
                  + " is not set, and no admin had a secret made");
    }
    return all;
  }

  // HS256 asks for 32 bytes: https://www.rfc-editor.org/rfc/rfc7518#section-3.2
  private Optional<AppSecret> configured() {
    return config
        .subdomain()
        .flatMap(subdomain -> config.appSecret().map(secret -> new AppSecret(subdomain, secret)))
        .filter(ours -> ours.bytes().length >= SecretOfOurs.FEWEST_CHARACTERS);
  }

  private static SidebarTokenRejected rejected(String reason) {
    return new SidebarTokenRejected(reason);
  }
}
