package org.tagsmith.connector.freshdesk;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.SidebarIdentityVerifier.SidebarTokenRejected;
import org.tagsmith.domain.sync.SidebarTokenIssuer;

/**
 * Makes the token that {@link FreshdeskTokenVerifier} takes. Freshworks' server asks for it with a
 * request template of our app, whose secure parameter is our secret and never reaches a browser.
 * Who the agent is, is the app's word. Thread-safe.
 */
@ApplicationScoped
class FreshdeskTokenIssuer implements SidebarTokenIssuer {
  /** Long enough for a form to be posted, too short to be of use in a log. */
  static final Duration LIFE = Duration.ofMinutes(2);

  private final FreshdeskConfig config;
  private final Clock clock;

  /** For the container's proxy only. */
  protected FreshdeskTokenIssuer() {
    config = null;
    clock = null;
  }

  @Inject
  FreshdeskTokenIssuer(FreshdeskConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  @Override
  public ConnectorId connector() {
    return FreshdeskConnector.ID;
  }

  @Override
  public String issue(String secret, String agentId) {
    byte[] ours = FreshdeskTokenVerifier.secretOf(config);
    byte[] sent = secret == null ? new byte[0] : secret.getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(ours, sent)) {
      throw new SidebarTokenRejected(
          "The app inside Freshdesk was installed with another secret than "
              + FreshdeskConfig.APP_SECRET);
    }
    if (agentId == null || !FreshdeskTokenVerifier.AGENT.matcher(agentId).matches()) {
      throw new SidebarTokenRejected("The app inside Freshdesk does not say who the agent is");
    }
    String subdomain =
        config.subdomain().orElseThrow(() -> new SidebarTokenRejected("No Freshdesk is connected"));
    Instant now = clock.instant();
    return signed(
        new JWTClaimsSet.Builder()
            .issuer(subdomain + ".freshdesk.com")
            .audience(FreshdeskTokenVerifier.AUDIENCE)
            .subject(agentId)
            .claim("iat", now.getEpochSecond())
            .claim("exp", now.plus(LIFE).getEpochSecond())
            .build(),
        ours);
  }

  private static String signed(JWTClaimsSet claims, byte[] secret) {
    try {
      SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
      token.sign(new MACSigner(secret));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("A checked secret does not sign", e);
    }
  }
}
