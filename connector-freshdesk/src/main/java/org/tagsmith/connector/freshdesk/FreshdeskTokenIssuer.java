package org.tagsmith.connector.freshdesk;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.tagsmith.connector.freshdesk.AppSecrets.AppSecret;
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

  private final AppSecrets secrets;
  private final Clock clock;

  /** For the container's proxy only. */
  protected FreshdeskTokenIssuer() {
    secrets = null;
    clock = null;
  }

  @Inject
  FreshdeskTokenIssuer(AppSecrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  @Override
  public ConnectorId connector() {
    return FreshdeskConnector.ID;
  }

  @Override
  public String issue(String secret, String agentId) {
    AppSecret ours = secrets.ofSecret(secret);
    if (agentId == null || !FreshdeskTokenVerifier.AGENT.matcher(agentId).matches()) {
      throw new SidebarTokenRejected("The app inside Freshdesk does not say who the agent is");
    }
    Instant now = clock.instant();
    return signed(
        new JWTClaimsSet.Builder()
            .issuer(ours.issuer())
            .audience(FreshdeskTokenVerifier.AUDIENCE)
            .subject(agentId)
            .claim("iat", now.getEpochSecond())
            .claim("exp", now.plus(LIFE).getEpochSecond())
            .build(),
        ours.bytes());
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
