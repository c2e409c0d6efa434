package org.tagsmith.connector.freshdesk;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;
import org.tagsmith.connector.freshdesk.AppSecrets.AppSecret;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.SidebarIdentityVerifier;

/**
 * Checks the token with which our app inside Freshdesk vouches for the agent. Freshdesk itself
 * signs nothing: Freshworks' server fetches the token from {@link FreshdeskTokenIssuer} with a
 * secret that the browser never sees. Issued for a connected subdomain, HS256 with its secret and
 * nothing else, for a few minutes. Who the agent is, is the app's word. Thread-safe.
 */
@ApplicationScoped
class FreshdeskTokenVerifier implements SidebarIdentityVerifier {
  /** Whom the token must be meant for. */
  static final String AUDIENCE = "tagsmith";

  static final int LONGEST = 4_096;

  /** How Freshdesk names its agents: a number, or an address. */
  static final Pattern AGENT = Pattern.compile("[A-Za-z0-9@._+-]{1,120}");

  private static final Duration LEEWAY = Duration.ofMinutes(1);
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);
  private static final Pattern COMPACT =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

  private final AppSecrets secrets;
  private final Clock clock;

  /** For the container's proxy only. */
  protected FreshdeskTokenVerifier() {
    secrets = null;
    clock = null;
  }

  @Inject
  FreshdeskTokenVerifier(AppSecrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  @Override
  public ConnectorId connector() {
    return FreshdeskConnector.ID;
  }

  @Override
  public String secretSetting() {
    return FreshdeskConfig.APP_SECRET;
  }

  @Override
  public boolean isConfigured(HelpdeskAccount account) {
    return secrets.areConfigured(account);
  }

  @Override
  public boolean isMadeHere() {
    return true;
  }

  @Override
  public String checkedSecret(String typed) {
    return SecretOfOurs.checked(typed);
  }

  @Override
  public SidebarIdentity verify(String token) {
    if (token == null || token.isBlank()) {
      throw rejected("There is no token: open the sidebar inside Freshdesk");
    }
    if (token.length() > LONGEST) {
      throw rejected("The token is too long to be our app's");
    }
    SignedJWT signed = parsed(token.strip());
    try {
      JWTClaimsSet claims = signed.getJWTClaimsSet();
      AppSecret ours = secrets.ofIssuer(claims.getIssuer());
      if (!signed.verify(new MACVerifier(ours.bytes()))) {
        throw rejected("The token's signature is not our app's");
      }
      return identity(claims, ours.subdomain());
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      throw rejected("The token is malformed");
    }
  }

  private SidebarIdentity identity(JWTClaimsSet claims, String subdomain) {
    requireLifetime(claims);
    if (!claims.getAudience().contains(AUDIENCE)) {
      throw rejected("The token is meant for another app");
    }
    String agent = claims.getSubject();
    if (agent == null || !AGENT.matcher(agent).matches()) {
      throw rejected("The token does not say who the agent is");
    }
    return new SidebarIdentity(subdomain, agent);
  }

  private static SignedJWT parsed(String token) {
    if (!COMPACT.matcher(token).matches()) {
      throw rejected("The token is malformed");
    }
    try {
      SignedJWT signed = SignedJWT.parse(token);
      // the header is the sender's word: it may not choose the algorithm
      if (!JWSAlgorithm.HS256.equals(signed.getHeader().getAlgorithm())) {
        throw rejected("The token is not signed with HS256");
      }
      return signed;
    } catch (ParseException | IllegalArgumentException e) {
      throw rejected("The token is malformed");
    }
  }

  private void requireLifetime(JWTClaimsSet claims) {
    Instant now = clock.instant();
    Date issued = claims.getIssueTime();
    Date expires = claims.getExpirationTime();
    if (expires == null || !expires.toInstant().plus(LEEWAY).isAfter(now)) {
      throw rejected("The token has expired: load the page in Freshdesk again");
    }
    if (issued == null || issued.toInstant().isAfter(now.plus(LEEWAY))) {
      throw rejected("The token is not valid yet: check this server's clock");
    }
    if (expires.toInstant().isAfter(issued.toInstant().plus(LONGEST_LIFE))) {
      throw rejected("The token lives longer than five minutes");
    }
  }

  private static SidebarTokenRejected rejected(String reason) {
    return new SidebarTokenRejected(reason);
  }
}
