package org.tagsmith.connector.zendesk;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.SyncCursor;

/**
 * Where reading stands: either a point in time to start at, or the cursor of Zendesk's last page
 * with the newest change seen so far. Written as {@code z1:s:<epoch second>} or {@code z1:c:<epoch
 * second, or nothing>:<Zendesk's cursor>}; the leading word is the format's version. Zendesk's own
 * part stays opaque. A bookmark of a stream that ends is written as {@code z2:<epoch second of its
 * end>:} and what follows {@code z1:} in others.
 *
 * @param startTime in epoch seconds, used while {@code afterCursor} is null
 * @param readUpTo the newest change seen so far, null if none
 * @param afterCursor Zendesk's cursor, null at the start
 * @param until changes after this second are not needed; null if all are
 */
record ZendeskCursor(long startTime, Instant readUpTo, String afterCursor, Instant until) {
  private static final String VERSION = "z1:";
  private static final String ENDING = "z2:";
  private static final Pattern END = Pattern.compile("z2:([0-9]{1,12}):(.*)");
  // no customer account is older than the epoch or younger than the year 9999
  private static final Pattern START = Pattern.compile("z1:s:([0-9]{1,12})");
  private static final Pattern AFTER =
      Pattern.compile("z1:c:([0-9]{0,12}):([\\x21-\\x7e]{1,2000})");
  private static final Pattern AFTER_CURSOR = Pattern.compile("[\\x21-\\x7e]{1,2000}");

  static ZendeskCursor startingAt(Instant from) {
    return new ZendeskCursor(Math.max(0, from.getEpochSecond()), null, null, null);
  }

  /** The same in a stream that ends there. */
  ZendeskCursor endingAt(Instant end) {
    return new ZendeskCursor(
        startTime, readUpTo, afterCursor, Instant.ofEpochSecond(end.getEpochSecond()));
  }

  /** The bookmark behind a page, in the same stream. */
  ZendeskCursor next(String cursor, Instant seenUpTo) {
    ZendeskCursor next = after(cursor, seenUpTo);
    return until == null ? next : next.endingAt(until);
  }

  /** Whether a page with this newest change is the last one of a stream that ends. */
  boolean hasPassedItsEnd(Instant newest) {
    // the export is in the order of changes: what is not newer was on this page, or before it
    return until != null && newest != null && newest.isAfter(until);
  }

  /**
   * The bookmark behind a page.
   *
   * @throws ConnectorFailure.ContractBroken if what Zendesk gave cannot be a cursor
   */
  static ZendeskCursor after(String afterCursor, Instant readUpTo) {
    if (!AFTER_CURSOR.matcher(afterCursor).matches()) {
      throw new ConnectorFailure.ContractBroken(
          "Zendesk's export gave a cursor that is no plain word of up to 2000 characters", null);
    }
    return new ZendeskCursor(0, readUpTo, afterCursor, null);
  }

  boolean isStart() {
    return afterCursor == null;
  }

  Optional<Instant> seenUpTo() {
    return Optional.ofNullable(readUpTo);
  }

  SyncCursor encode() {
    String version = until == null ? VERSION : ENDING + Math.max(0, until.getEpochSecond()) + ":";
    return new SyncCursor(
        isStart()
            ? version + "s:" + startTime
            : version
                + "c:"
                + (readUpTo == null ? "" : Math.max(0, readUpTo.getEpochSecond()))
                + ":"
                + afterCursor);
  }

  /**
   * Reads a stored bookmark.
   *
   * @throws ConnectorFailure.ContractBroken if this connector did not write it, or a newer one did
   */
  static ZendeskCursor decode(SyncCursor stored) {
    Matcher end = END.matcher(stored.encoded());
    if (end.matches()) {
      return decode(new SyncCursor(VERSION + end.group(2)))
          .endingAt(Instant.ofEpochSecond(Long.parseLong(end.group(1))));
    }
    String text = stored.encoded();
    Matcher start = START.matcher(text);
    if (start.matches()) {
      return new ZendeskCursor(Long.parseLong(start.group(1)), null, null, null);
    }
    Matcher after = AFTER.matcher(text);
    if (after.matches()) {
      String seen = after.group(1);
      return new ZendeskCursor(
          0,
          seen.isEmpty() ? null : Instant.ofEpochSecond(Long.parseLong(seen)),
          after.group(2),
          null);
    }
    throw new ConnectorFailure.ContractBroken(
        (text.startsWith(VERSION)
                ? "The stored bookmark of this Zendesk account is damaged"
                : "The stored bookmark of this Zendesk account has a format this version cannot read")
            + ": reset it to read all tickets again, nothing is lost or doubled by that",
        null);
  }
}
