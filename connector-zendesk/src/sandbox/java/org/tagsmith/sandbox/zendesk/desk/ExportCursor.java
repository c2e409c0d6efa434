package org.tagsmith.sandbox.zendesk.desk;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the export's order: everything after this stamp and, within it, after this number. The
 * spelling is the recorded one, base64 of {@code 1695062724.0||1571|}.
 *
 * @param generatedAt seconds since 1970
 * @param id the number of the last ticket already given
 */
public record ExportCursor(long generatedAt, long id) implements Comparable<ExportCursor> {
  private static final Pattern DECODED = Pattern.compile("(\\d{1,12})\\.0\\|\\|(\\d{1,18})\\|");

  /** The place just before the first change of that second. */
  public static ExportCursor startingAt(long second) {
    return new ExportCursor(second - 1, Long.MAX_VALUE);
  }

  /** The place just after a ticket. */
  public static ExportCursor after(SandboxTicket ticket) {
    return new ExportCursor(ticket.generatedAt(), ticket.id());
  }

  /** Reads what {@link #encoded} wrote; empty if it is anything else. */
  public static Optional<ExportCursor> decoded(String text) {
    try {
      String plain = new String(Base64.getDecoder().decode(text), StandardCharsets.US_ASCII);
      Matcher matcher = DECODED.matcher(plain);
      return matcher.matches()
          ? Optional.of(
              new ExportCursor(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** The opaque text that is handed out. */
  public String encoded() {
    String plain = generatedAt + ".0||" + id + "|";
    return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public int compareTo(ExportCursor other) {
    int bySecond = Long.compare(generatedAt, other.generatedAt);
    return bySecond != 0 ? bySecond : Long.compare(id, other.id);
  }
}
