package org.tagsmith.domain.access.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The key that signs sessions: the configured one, or one that lives as long as this server. */
@ApplicationScoped
class SessionKey {
  private static final int FEWEST_BYTES = 32;

  private final byte[] bytes;

  @Inject
  SessionKey(@ConfigProperty(name = "tagsmith.session.key") Optional<String> configured) {
    this.bytes =
        configured
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(SessionKey::decode)
            .orElseGet(SessionKey::random);
  }

  /** For the container's proxy. */
  protected SessionKey() {
    this.bytes = new byte[0];
  }

  byte[] bytes() {
    return bytes;
  }

  private static byte[] random() {
    byte[] made = new byte[FEWEST_BYTES];
    new SecureRandom().nextBytes(made);
    return made;
  }

  private static byte[] decode(String text) {
    byte[] decoded;
    try {
      decoded = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalArgumentException(
          "tagsmith.session.key is not base64. Make one with: openssl rand -base64 32", notBase64);
    }
    if (decoded.length < FEWEST_BYTES) {
      throw new IllegalArgumentException(
          "tagsmith.session.key holds "
              + decoded.length
              + " bytes and needs 32. Make one with: openssl rand -base64 32");
    }
    return decoded;
  }
}
