package org.tagsmith.domain.governance.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The text in a file's bytes: UTF-8, or UTF-16 that says so at its beginning. */
final class FileBytes {
  private static final char MARK = '\uFEFF';

  private FileBytes() {}

  /** The text without a byte order mark; null if it cannot be read, which the problems then say. */
  static String text(byte[] bytes, FileProblems problems) {
    Charset charset = charset(bytes);
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    CoderResult end = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    if (end.isError()) {
      int line = 1 + (int) text.chars().filter(sign -> sign == '\n').count();
      problems.add(
          new FileProblem(
              line,
              0,
              "",
              "wrong-encoding",
              "The file is not in "
                  + charset
                  + ": the first byte that is not stands in line "
                  + line
                  + ". Save it as UTF-8.",
              Map.of("encoding", charset.name())));
      return null;
    }
    int from = text.length() > 0 && text.charAt(0) == MARK ? 1 : 0;
    return text.subSequence(from, text.length()).toString();
  }

  private static Charset charset(byte[] bytes) {
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    return startsWith(bytes, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }
}
