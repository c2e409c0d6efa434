package org.tagsmith.domain.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Passwords as they are kept: PBKDF2 with HMAC-SHA256, salted, in the form {@code
 * pbkdf2-sha256$rounds$salt$hash}. The rounds follow OWASP's Password Storage Cheat Sheet
 * (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html); hashes with
 * other rounds stay readable.
 */
public final class PasswordHash {
  /** Rounds of a new hash; about a third of a second of one core. */
  public static final int ROUNDS = 600_000;

  private static final String SCHEME = "pbkdf2-sha256";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int MOST_ROUNDS = 10_000_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private PasswordHash() {}

  /** Hashes a password with a new salt. */
  public static String of(String password) {
    return of(password, ROUNDS);
  }

  static String of(String password, int rounds) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return SCHEME
        + "$"
        + rounds
        + "$"
        + base64.encodeToString(salt)
        + "$"
        + base64.encodeToString(derive(password, salt, rounds));
  }

  /**
   * Whether a password is the hashed one. Takes the same time whichever character differs.
   *
   * @throws IllegalArgumentException if {@code hash} was not made here
   */
  public static boolean matches(String password, String hash) {
    String[] parts = hash.split("\\$", -1);
    if (parts.length != 4 || !parts[0].equals(SCHEME)) {
      throw new IllegalArgumentException("A password hash of an unknown kind is stored");
    }
    int rounds = Integer.parseInt(parts[1]);
    if (rounds < 1 || rounds > MOST_ROUNDS) {
      throw new IllegalArgumentException("A password hash with " + rounds + " rounds is stored");
    }
    byte[] salt = Base64.getDecoder().decode(parts[2]);
    byte[] expected = Base64.getDecoder().decode(parts[3]);
    return MessageDigest.isEqual(expected, derive(password, salt, rounds));
  }

  private static byte[] derive(String password, byte[] salt, int rounds) {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BYTES * 8);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot hash passwords", e);
    } finally {
      spec.clearPassword();
    }
  }
}
