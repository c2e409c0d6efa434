package org.tagsmith.connector.zendesk;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagsmith.domain.sync.AccountSecrets;
import org.tagsmith.domain.sync.AccountSecrets.AccountSecret;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.SecretPurpose;
import org.tagsmith.domain.sync.SettingsRefused;
import org.tagsmith.domain.sync.SidebarIdentityVerifier;

/**
 * Checks the token that Zendesk posts with the first load of the sidebar (an app with {@code
 * signedUrls}): issued by a connected subdomain, RS256 by the key of the app that is installed
 * there and nothing else, for an installation there, the configured one if one is, within its
 * lifetime. Thread-safe.
 *
 * @see <a
 *     href="https://developer.zendesk.com/documentation/apps/build-an-app/building-a-server-side-app/part-5-secure-the-app/">Secure
 *     the app</a>
 */
@ApplicationScoped
class ZendeskTokenVerifier implements SidebarIdentityVerifier {
  /** A token of Zendesk's has less than 2,000 characters. */
  static final int LONGEST = 8_192;

  private static final Duration LEEWAY = Duration.ofMinutes(1);
  private static final Pattern COMPACT =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
  private static final Pattern AGENT =
      Pattern.compile(
          "(?:https://[a-z0-9.-]{1,100}/api/v2/users/)?([A-Za-z0-9@._+-]{1,120}?)(?:\\.json)?");

  private final ZendeskConfig config;
  private final AccountSecrets secrets;
  private final Clock clock;

  /**
   * Whose tokens are believed.
   *
   * @param installation the one that is let in; empty for every one
   */
  private record Trusted(String subdomain, RSAPublicKey key, Optional<String> installation) {}

  /** For the container's proxy only. */
  protected ZendeskTokenVerifier() {
    config = null;
    secrets = null;
    clock = null;
  }

  @Inject
  ZendeskTokenVerifier(ZendeskConfig config, AccountSecrets secrets, Clock clock) {
    this.config = config;
    this.secrets = secrets;
    this.clock = clock;
  }

  @Override
  public ConnectorId connector() {
    return ZendeskConnector.ID;
  }

  @Override
  public String secretSetting() {
    return ZendeskConfig.APP_PUBLIC_KEY;
  }

  @Override
  public boolean isConfigured(HelpdeskAccount account) {
    return config.appPublicKey().isPresent() && config.connects(account);
  }

  @Override
  public boolean isMadeHere() {
    return false;
  }

  @Override
  public String checkedSecret(String typed) {
    if (AppPublicKey.read(typed).isEmpty()) {
      throw new SettingsRefused(
          "bad-app-key",
          "secret",
          "This is no RSA public key of at least 2048 bits. Copy the whole answer of"
              + " /api/v2/apps/{id}/public_key.pem.");
    }
    return typed;
  }

  @Override
  public SidebarIdentity verify(String token) {
    if (token == null || token.isBlank()) {
      throw rejected("There is no token: open the sidebar inside Zendesk");
    }
    if (token.length() > LONGEST) {
      throw rejected("The token is too long to be Zendesk's");
    }
    SignedJWT signed = parsed(token.strip());
    try {
      JWTClaimsSet claims = signed.getJWTClaimsSet();
      Trusted trusted = trusted(claims.getIssuer());
      if (!signed.verify(new RSASSAVerifier(trusted.key()))) {
        throw rejected("The token's signature is not Zendesk's");
      }
      requireLifetime(claims);
      requireInstallation(claims, trusted);
      return new SidebarIdentity(trusted.subdomain(), agent(claims));
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      throw rejected("The token is malformed");
    }
  }

  private static SignedJWT parsed(String token) {
    if (!COMPACT.matcher(token).matches()) {
      throw rejected("The token is malformed");
    }
    try {
      SignedJWT signed = SignedJWT.parse(token);
      // the header is the sender's word: it may neither choose the algorithm nor bring the key
      if (!JWSAlgorithm.RS256.equals(signed.getHeader().getAlgorithm())) {
        throw rejected("The token is not signed with RS256");
      }
      return signed;
    } catch (ParseException | IllegalArgumentException e) {
      throw rejected("The token is malformed");
    }
  }

  /** The issuer is the sender's word until the signature is checked with the key found by it. */
  private Trusted trusted(String issuer) {
    Optional<String> configured = config.appPublicKey().flatMap(key -> config.subdomain());
    List<AccountSecret> given = secrets.all(ZendeskConnector.ID, SecretPurpose.SIDEBAR);
    if (configured.isEmpty() && given.isEmpty()) {
      throw rejected(
          "The sidebar is not set up: "
              + ZendeskConfig.APP_PUBLIC_KEY
              + " is not set, and no admin gave an app's key");
    }
    if (configured.isPresent() && issuerOf(configured.get()).equals(issuer)) {
      return new Trusted(configured.get(), configuredKey(), config.appId());
    }
    return given.stream()
        .filter(each -> issuerOf(each.account().subdomain()).equals(issuer))
        .findAny()
        .map(each -> new Trusted(each.account().subdomain(), key(each), Optional.empty()))
        .orElseThrow(
            () -> rejected("The token was issued by another Zendesk than the connected one"));
  }

  private RSAPublicKey configuredKey() {
    return config
        .appPublicKey()
        .flatMap(AppPublicKey::read)
        .orElseThrow(
            () ->
                rejected(
                    ZendeskConfig.APP_PUBLIC_KEY
                        + " is not an RSA public key of at least 2048 bits, PEM or base64"));
  }

  private static RSAPublicKey key(AccountSecret given) {
    return AppPublicKey.read(given.secret())
        .orElseThrow(() -> rejected("The app's key of this account is no RSA public key"));
  }

  private static String issuerOf(String subdomain) {
    return subdomain + ".zendesk.com";
  }

  private void requireLifetime(JWTClaimsSet claims) {
    Instant now = clock.instant();
    Date expires = claims.getExpirationTime();
    if (expires == null || !expires.toInstant().plus(LEEWAY).isAfter(now)) {
      throw rejected("The token has expired: load the page in Zendesk again");
    }
    Instant latest = now.plus(LEEWAY);
    boolean early =
        isAfter(claims.getIssueTime(), latest) || isAfter(claims.getNotBeforeTime(), latest);
    if (early) {
      throw rejected("The token is not valid yet: check this server's clock");
    }
  }

  private static void requireInstallation(JWTClaimsSet claims, Trusted trusted) {
    Pattern installation = installation(issuerOf(trusted.subdomain()));
    List<String> installations =
        claims.getAudience().stream()
            .map(installation::matcher)
            .filter(Matcher::matches)
            .map(found -> found.group(1))
            .toList();
    if (installations.isEmpty()) {
      throw rejected("The token is meant for another app");
    }
    Optional<String> ours = trusted.installation();
    if (ours.isPresent() && !installations.contains(ours.get())) {
      throw rejected(
          "The token is meant for installation "
              + installations.get(0)
              + ", and "
              + ZendeskConfig.APP_ID
              + " names another one");
    }
  }

  private static boolean isAfter(Date date, Instant latest) {
    return date != null && date.toInstant().isAfter(latest);
  }

  private static Pattern installation(String host) {
    return Pattern.compile(
        "https://" + Pattern.quote(host) + "/api/v2/apps/installations/([0-9]{1,20})(?:\\.json)?");
  }

  private static String agent(JWTClaimsSet claims) {
    String subject = claims.getSubject() == null ? "" : claims.getSubject();
    Matcher agent = AGENT.matcher(subject);
    if (!agent.matches()) {
      throw rejected("The token does not say who the agent is");
    }
    return agent.group(1);
  }

  private static SidebarTokenRejected rejected(String reason) {
    return new SidebarTokenRejected(reason);
  }
}
