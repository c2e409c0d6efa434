package org.tagsmith.sandbox.zendesk.export;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens export files as UTF-8 after making sure that they are. */
final class Encoding {
  private static final String REMEDY = "Save the file as UTF-8 and start again";

  private Encoding() {}

  /**
   * Opens a file that was checked to the end.
   *
   * @throws ExportUnreadable if it is not UTF-8 or cannot be read
   */
  static Reader open(Path file) throws IOException {
    check(file);
    PushbackInputStream in =
        new PushbackInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), 3);
    byte[] mark = in.readNBytes(3);
    boolean marked =
        mark.length == 3
            && mark[0] == (byte) 0xEF
            && mark[1] == (byte) 0xBB
            && mark[2] == (byte) 0xBF;
    if (!marked) {
      in.unread(mark);
    }
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }

  private static void check(Path file) throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new ExportUnreadable(
          file, 0, "there is no such file, or it may not be read", "Check the path and its rights");
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      long line = 1;
      int waiting = 0;
      int first = in.read();
      int next = first;
      while (next >= 0) {
        if (waiting > 0) {
          if ((next & 0xC0) != 0x80) {
            throw notUtf8(file, line);
          }
          waiting--;
        } else if (next == 0) {
          throw new ExportUnreadable(
              file, line, "it holds zero bytes, as UTF-16 or a spreadsheet file does", REMEDY);
        } else if (next >= 0x80) {
          waiting = following(next);
          if (waiting == 0) {
            throw notUtf8(file, line);
          }
        } else if (next == '\n') {
          line++;
        }
        next = in.read();
      }
      if (waiting > 0) {
        throw new ExportUnreadable(
            file,
            line,
            "it ends in the middle of a character, so it was cut off",
            "Export it again");
      }
      if (first < 0) {
        throw new ExportUnreadable(file, 0, "it is empty", "Export it again");
      }
    }
  }

  private static int following(int lead) {
    if (lead >= 0xC2 && lead <= 0xDF) {
      return 1;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
      return 2;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 3 : 0;
  }

  private static ExportUnreadable notUtf8(Path file, long line) {
    return new ExportUnreadable(file, line, "it is not UTF-8 text", REMEDY);
  }
}
