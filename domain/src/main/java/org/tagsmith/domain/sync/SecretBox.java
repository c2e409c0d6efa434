package org.tagsmith.domain.sync;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/**
 * Encrypts the keys of accounts: AES-256-GCM with a random nonce of 96 bits, bound to the account
 * and the field, so that a row copied to another account opens nothing. The first key encrypts, all
 * decrypt. Immutable, thread-safe.
 *
 * @see <a href="https://nvlpubs.nist.gov/nistpubs/Legacy/SP/nistspecialpublication800-38d.pdf">NIST
 *     SP 800-38D</a>
 */
public final class SecretBox {
  /** How to make a key; for messages. */
  public static final String HOW_TO_MAKE_ONE = "Make one with: openssl rand -base64 32";

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_ID_DIGITS = 8;

  private final Map<String, SecretKey> keys;
  private final String newest;
  private final SecureRandom random = new SecureRandom();

  private SecretBox(Map<String, SecretKey> keys) {
    this.keys = keys;
    this.newest = keys.keySet().iterator().next();
  }

  /**
   * A box with these keys.
   *
   * @param keys base64 of 32 bytes each, separated by commas, the newest first
   * @throws IllegalArgumentException if one is no such key; the message does not hold it
   */
  public static SecretBox of(String keys) {
    Map<String, SecretKey> known = new LinkedHashMap<>();
    int position = 0;
    for (String text : keys.split(",", -1)) {
      position++;
      byte[] key = decode(text.strip(), position);
      known.putIfAbsent(idOf(key), new SecretKeySpec(key, "AES"));
    }
    return new SecretBox(known);
  }

  /** The id of the key that encrypts. */
  public String newestKeyId() {
    return newest;
  }

  /**
   * Encrypts a secret.
   *
   * @param field which of the account's secrets it is
   */
  public SealedSecret seal(String secret, HelpdeskAccountId account, String field) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(
          Cipher.ENCRYPT_MODE, keys.get(newest), new GCMParameterSpec(TAG_BITS, nonce), random);
      cipher.updateAAD(boundTo(account, field));
      byte[] sealed = cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8));
      byte[] kept = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, kept, NONCE_BYTES, sealed.length);
      return new SealedSecret(newest, kept);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no AES-GCM", e);
    }
  }

  /**
   * Decrypts a secret.
   *
   * @throws Unreadable if its key is not among ours, or it is not as it was sealed for this account
   *     and field
   */
  public String open(SealedSecret sealed, HelpdeskAccountId account, String field) {
    SecretKey key = keys.get(sealed.keyId());
    if (key == null) {
      throw new Unreadable("it was encrypted with a key that tagsmith.secrets.key does not hold");
    }
    if (sealed.bytes().length < NONCE_BYTES + TAG_BITS / 8) {
      throw new Unreadable("it was changed since it was kept");
    }
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(
          Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed.bytes(), 0, NONCE_BYTES));
      cipher.updateAAD(boundTo(account, field));
      byte[] opened =
          cipher.doFinal(sealed.bytes(), NONCE_BYTES, sealed.bytes().length - NONCE_BYTES);
      return new String(opened, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new Unreadable("it was changed since it was kept");
    }
  }

  private static byte[] boundTo(HelpdeskAccountId account, String field) {
    return ("account " + account.value() + " " + field).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] decode(String text, int position) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw refused(position, "is not base64");
    }
    if (key.length != KEY_BYTES) {
      throw refused(position, "holds " + key.length + " bytes and needs 32");
    }
    return key;
  }

  private static IllegalArgumentException refused(int position, String reason) {
    return new IllegalArgumentException(
        "Key " + position + " of tagsmith.secrets.key " + reason + ". " + HOW_TO_MAKE_ONE);
  }

  private static String idOf(byte[] key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("tagsmith key id".getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(key)).substring(0, KEY_ID_DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "SecretBox[" + keys.size() + " keys]";
  }

  /** A kept secret cannot be decrypted. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String reason) {
      super(reason, null, false, false);
    }
  }
}
