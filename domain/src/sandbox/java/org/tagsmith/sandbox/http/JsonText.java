package org.tagsmith.sandbox.http;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Writes JSON straight into bytes, for answers with many tickets. */
public final class JsonText {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonText() {}

  /** Writes one JSON document. */
  @FunctionalInterface
  public interface Body {
    /** Writes it; the generator is closed by others. */
    void write(JsonGenerator out) throws IOException;
  }

  /**
   * One document as UTF-8.
   *
   * @param expected about how many bytes it will be
   */
  public static byte[] bytes(int expected, Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(expected);
    try (JsonGenerator out = FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
      body.write(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** A moment as both vendors spell it: UTC, whole seconds, Z. */
  public static String time(long second) {
    return new String(spelled(second), StandardCharsets.ISO_8859_1);
  }

  /** Writes a moment as a value; a page of 100 tickets has a thousand. */
  public static void writeTime(JsonGenerator out, long second) throws IOException {
    byte[] text = spelled(second);
    out.writeRawUTF8String(text, 0, text.length);
  }

  private static byte[] spelled(long second) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    byte[] text = new byte[20];
    digits(text, 0, 4, time.getYear());
    text[4] = '-';
    digits(text, 5, 2, time.getMonthValue());
    text[7] = '-';
    digits(text, 8, 2, time.getDayOfMonth());
    text[10] = 'T';
    digits(text, 11, 2, time.getHour());
    text[13] = ':';
    digits(text, 14, 2, time.getMinute());
    text[16] = ':';
    digits(text, 17, 2, time.getSecond());
    text[19] = 'Z';
    return text;
  }

  private static void digits(byte[] text, int at, int length, int value) {
    int rest = value;
    for (int i = at + length - 1; i >= at; i--) {
      text[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
