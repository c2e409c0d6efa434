package org.tagsmith.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** What one machine makes up for itself at the first start and keeps for the next. */
final class Keepsake {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Without characters that are easily taken for one another. */
  private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

  private Keepsake() {}

  /** The secret in a file, made now if there is none: 32 random bytes in Base64. */
  static String secret(Path file) throws IOException {
    Optional<String> kept = read(file);
    if (kept.isPresent()) {
      return kept.get();
    }
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return keep(file, Base64.getEncoder().encodeToString(bytes));
  }

  /** The text in a file, kept now if there is none. */
  static String text(Path file, String first) throws IOException {
    Optional<String> kept = read(file);
    return kept.isPresent() ? kept.get() : keep(file, first);
  }

  /**
   * The password in a file, made now if there is none. It can be read out: four groups of four,
   * about 79 bits.
   */
  static String password(Path file) throws IOException {
    Optional<String> kept = read(file);
    if (kept.isPresent()) {
      return kept.get();
    }
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      if (i > 0 && i % 4 == 0) {
        password.append('-');
      }
      password.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
    }
    return keep(file, password.toString());
  }

  private static Optional<String> read(Path file) throws IOException {
    return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
  }

  private static String keep(Path file, String secret) throws IOException {
    if (Files.getFileAttributeView(
            file.getParent(), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        != null) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, secret, StandardOpenOption.CREATE);
    return secret;
  }
}
