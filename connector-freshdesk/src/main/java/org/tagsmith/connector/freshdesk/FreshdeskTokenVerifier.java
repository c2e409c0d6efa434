package org.tagsmith.connector.freshdesk;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.SidebarIdentityVerifier;

/**
 * Checks the token with which our app inside Freshdesk vouches for the agent. Freshdesk itself
 * signs nothing: Freshworks' server fetches the token from {@link FreshdeskTokenIssuer} with a
 * secret that the browser never sees. HS256 with that secret and nothing else, for the connected
 * subdomain, for a few minutes. Who the agent is, is the app's word. Thread-safe.
 */
@ApplicationScoped
class FreshdeskTokenVerifier implements SidebarIdentityVerifier {
  /** Whom the token must be meant for. */
  static final String AUDIENCE = "tagsmith";

  /** What HS256 asks for: https://www.rfc-editor.org/rfc/rfc7518#section-3.2 */
  static final int FEWEST_SECRET_BYTES = 32;

  static final int LONGEST = 4_096;

  /** How Freshdesk names its agents: a number, or an address. */
  static final Pattern AGENT = Pattern.compile("[A-Za-z0-9@._+-]{1,120}");

  private static final Duration LEEWAY = Duration.ofMinutes(1);
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);
  private static final Pattern COMPACT =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

  private final FreshdeskConfig config;
  private final Clock clock;

  /** For the container's proxy only. */
  protected FreshdeskTokenVerifier() {
    config = null;
    clock = null;
  }

  @Inject
  FreshdeskTokenVerifier(FreshdeskConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  @Override
  public ConnectorId connector() {
    return FreshdeskConnector.ID;
  }

  @Override
  public SidebarIdentity verify(String token) {
    if (token == null || token.isBlank()) {
      throw rejected("There is no token: open the sidebar inside Freshdesk");
    }
    if (token.length() > LONGEST) {
      throw rejected("The token is too long to be our app's");
    }
    JWTClaimsSet claims = signedClaims(token.strip());
    String subdomain = config.subdomain().orElseThrow(() -> rejected("No Freshdesk is connected"));
    requireLifetime(claims);
    if (!(subdomain + ".freshdesk.com").equals(claims.getIssuer())) {
      throw rejected("The token was issued by another Freshdesk than the connected one");
    }
    if (!claims.getAudience().contains(AUDIENCE)) {
      throw rejected("The token is meant for another app");
    }
    String agent = claims.getSubject();
    if (agent == null || !AGENT.matcher(agent).matches()) {
      throw rejected("The token does not say who the agent is");
    }
    return new SidebarIdentity(subdomain, agent);
  }

  private JWTClaimsSet signedClaims(String token) {
    if (!COMPACT.matcher(token).matches()) {
      throw rejected("The token is malformed");
    }
    try {
      SignedJWT signed = SignedJWT.parse(token);
      // the header is the sender's word: it may not choose the algorithm
      if (!JWSAlgorithm.HS256.equals(signed.getHeader().getAlgorithm())) {
        throw rejected("The token is not signed with HS256");
      }
      if (!signed.verify(new MACVerifier(secretOf(config)))) {
        throw rejected("The token's signature is not our app's");
      }
      return signed.getJWTClaimsSet();
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      throw rejected("The token is malformed");
    }
  }

  /**
   * What our app was given when it was installed.
   *
   * @throws SidebarTokenRejected naming the setting if it is missing or too short to sign with
   */
  static byte[] secretOf(FreshdeskConfig config) {
    byte[] secret =
        config
            .appSecret()
            .orElseThrow(
                () ->
                    rejected(
                        "The sidebar is not set up: " + FreshdeskConfig.APP_SECRET + " is not set"))
            .getBytes(StandardCharsets.UTF_8);
    if (secret.length < FEWEST_SECRET_BYTES) {
      throw rejected(
          FreshdeskConfig.APP_SECRET + " has less than " + FEWEST_SECRET_BYTES + " characters");
    }
    return secret;
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
