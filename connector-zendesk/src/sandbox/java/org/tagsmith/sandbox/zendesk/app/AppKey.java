package org.tagsmith.sandbox.zendesk.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The RSA key with which the sandbox vouches for agents; Zendesk has one for each app. */
public final class AppKey {
  private static final int BITS = 2048;
  private static final String PRIVATE_FILE = "sandbox-app-key";
  private static final String PUBLIC_FILE = "sandbox-app-key.pub";

  private final KeyPair pair;

  private AppKey(KeyPair pair) {
    this.pair = pair;
  }

  /** A key for one run. */
  public static AppKey fresh() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return new AppKey(generator.generateKeyPair());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * The key of a folder; made at the first time.
   *
   * @throws IOException if the folder cannot be read or written, or holds something else
   */
  public static AppKey keptIn(Path folder) throws IOException {
    Path secret = folder.resolve(PRIVATE_FILE);
    Path open = folder.resolve(PUBLIC_FILE);
    if (!Files.exists(secret) || !Files.exists(open)) {
      AppKey key = fresh();
      Files.createDirectories(folder);
      Files.write(open, encoded(key.pair.getPublic().getEncoded()));
      Files.write(secret, encoded(key.pair.getPrivate().getEncoded()));
      return key;
    }
    try {
      KeyFactory factory = KeyFactory.getInstance("RSA");
      PublicKey publicKey = factory.generatePublic(new X509EncodedKeySpec(decoded(open)));
      PrivateKey privateKey = factory.generatePrivate(new PKCS8EncodedKeySpec(decoded(secret)));
      return new AppKey(new KeyPair(publicKey, privateKey));
    } catch (GeneralSecurityException | IllegalArgumentException broken) {
      throw new IOException(
          secret + " holds no key of this sandbox. Delete it and its .pub; new ones are made.",
          broken);
    }
  }

  private static byte[] encoded(byte[] key) {
    return Base64.getEncoder().encode(key);
  }

  private static byte[] decoded(Path file) throws IOException {
    return Base64.getDecoder().decode(Files.readString(file).strip());
  }

  /** The public half as Zendesk hands it out, PEM of an X.509 SubjectPublicKeyInfo. */
  public String publicPem() {
    String base64 =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(pair.getPublic().getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
  }

  /** Signs with SHA-256 and RSA, PKCS #1 v1.5. */
  byte[] sign(byte[] text) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
