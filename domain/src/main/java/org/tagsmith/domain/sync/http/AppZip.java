package org.tagsmith.domain.sync.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs files of a connector's jar for a helpdesk's admin. Immutable, thread-safe. */
public final class AppZip {
  // one time for all, so that the same files give the same bytes
  private static final LocalDateTime PACKED_AT = LocalDateTime.of(2000, 1, 1, 0, 0);

  private final Class<?> connector;
  private final String folder;
  private final List<String> files;

  /**
   * @param connector a class of the jar that holds the files
   * @param folder where they lie in the jar, without slashes around it
   * @param files their paths in the folder and in the zip
   */
  public AppZip(Class<?> connector, String folder, List<String> files) {
    this.connector = Objects.requireNonNull(connector, "connector");
    this.folder = Objects.requireNonNull(folder, "folder");
    this.files = List.copyOf(files);
  }

  /**
   * The zip.
   *
   * @param content what becomes of a file's bytes, by the file's path
   * @throws IllegalStateException if a file is missing from the jar
   */
  public byte[] with(BiFunction<String, byte[], byte[]> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String file : files) {
        ZipEntry entry = new ZipEntry(file);
        entry.setTimeLocal(PACKED_AT);
        zip.putNextEntry(entry);
        zip.write(content.apply(file, read(file)));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A zip in memory could not be written", e);
    }
    return bytes.toByteArray();
  }

  private byte[] read(String file) throws IOException {
    try (InputStream in = connector.getResourceAsStream("/" + folder + "/" + file)) {
      if (in == null) {
        throw new IllegalStateException("The file " + folder + "/" + file + " is missing");
      }
      return in.readAllBytes();
    }
  }
}
