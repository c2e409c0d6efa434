package org.tagsmith.domain.access;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a session token says: who, in which account, from when, until when. Written as base64url of
 * a format byte, the fields and an HMAC-SHA256 over both.
 *
 * @param kind what the token is good for; a token of one kind is never taken for the other
 * @param account the helpdesk account, 0 for the console
 * @param name who
 * @param openedAt to the millisecond
 * @param endsAt to the millisecond
 */
public record SessionToken(Kind kind, int account, String name, Instant openedAt, Instant endsAt) {
  /** What a token is good for. */
  public enum Kind {
    CONSOLE((byte) 1),
    SIDEBAR((byte) 2);

    private final byte code;

    Kind(byte code) {
      this.code = code;
    }
  }

  private static final byte FORMAT = 1;
  private static final int MAC_BYTES = 32;
  private static final int LONGEST = 1024;

  /** Signs the token. */
  public String sign(byte[] key) {
    byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer fields = ByteBuffer.allocate(2 + Integer.BYTES + 2 * Long.BYTES + nameBytes.length);
    fields.put(FORMAT).put(kind.code).putInt(account);
    fields.putLong(openedAt.toEpochMilli()).putLong(endsAt.toEpochMilli()).put(nameBytes);
    byte[] mac = mac(key, fields.array(), fields.capacity());
    byte[] token = Arrays.copyOf(fields.array(), fields.capacity() + MAC_BYTES);
    System.arraycopy(mac, 0, token, fields.capacity(), MAC_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /**
   * Reads a token that was signed with this key and has not ended. Anything else, of any length, is
   * empty; nothing is computed over a text longer than a token can be.
   */
  public static Optional<SessionToken> verify(String text, Kind kind, byte[] key, Instant now) {
    if (text == null || text.length() > LONGEST) {
      return Optional.empty();
    }
    byte[] token;
    try {
      token = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    int length = token.length - MAC_BYTES;
    if (length < 2 || token[0] != FORMAT || token[1] != kind.code) {
      return Optional.empty();
    }
    byte[] signature = Arrays.copyOfRange(token, length, token.length);
    if (!MessageDigest.isEqual(mac(key, token, length), signature)) {
      return Optional.empty();
    }
    return read(ByteBuffer.wrap(token, 2, length - 2), kind)
        .filter(read -> now.isBefore(read.endsAt()));
  }

  private static Optional<SessionToken> read(ByteBuffer fields, Kind kind) {
    try {
      int account = fields.getInt();
      Instant openedAt = Instant.ofEpochMilli(fields.getLong());
      Instant endsAt = Instant.ofEpochMilli(fields.getLong());
      String name = StandardCharsets.UTF_8.decode(fields).toString();
      return Optional.of(new SessionToken(kind, account, name, openedAt, endsAt));
    } catch (BufferUnderflowException tooShort) {
      return Optional.empty();
    }
  }

  private static byte[] mac(byte[] key, byte[] data, int length) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(data, 0, length);
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot sign sessions", e);
    }
  }
}
