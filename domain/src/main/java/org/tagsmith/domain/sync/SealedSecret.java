package org.tagsmith.domain.sync;

/**
 * A secret as it is kept.
 *
 * @param keyId which key encrypted it
 * @param bytes nonce, ciphertext and tag
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record SealedSecret(String keyId, byte[] bytes) {
  @Override
  public String toString() {
    return "SealedSecret[" + keyId + "]";
  }
}
