package org.tagsmith.connector.zendesk;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/**
 * Reads the sidebar app's public key as operators have it: a PEM file, the same on one line with
 * {@code \n} and quotes (as {@code GET /api/v2/apps/{id}/public_key.pem} gives it), or bare base64.
 */
final class AppPublicKey {
  private static final int FEWEST_BITS = 2048;

  private AppPublicKey() {}

  /** The key; empty if the text is none, or too weak to trust. */
  static Optional<RSAPublicKey> read(String text) {
    String base64 =
        text.replace("\\n", "")
            .replace("\\r", "")
            .replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "")
            .replaceAll("[\\s\"']", "");
    try {
      byte[] encoded = Base64.getDecoder().decode(base64);
      RSAPublicKey key =
          (RSAPublicKey)
              KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
      return key.getModulus().bitLength() < FEWEST_BITS ? Optional.empty() : Optional.of(key);
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }
}
