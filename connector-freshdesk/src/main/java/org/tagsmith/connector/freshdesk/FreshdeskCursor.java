package org.tagsmith.connector.freshdesk;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagsmith.connector.freshdesk.wire.TicketJson;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.SyncCursor;

/**
 * Where reading stands: which list, where in it, and how far each of the four was read. Written as
 * {@code f2:<list><way>:<offset>:<to>:<tickets>:<deleted>:<spam>:<ratings>:<swept>}, each list as
 * {@code <from>,<seen>,<since>}; the leading word is the format's version. The first version, still
 * read, knew no ratings. A bookmark of a stream that ends is written as {@code f3:<epoch second of
 * its end>:} and what follows {@code f2:} in others.
 *
 * @param listing the list to read next
 * @param place where in it
 * @param tickets how far the plain list was read
 * @param deleted how far the deleted tickets were read
 * @param spam how far the spam was read
 * @param ratings how far the ratings were read
 * @param swept when the three behind the plain list were read last, by our own clock, epoch second
 * @param until tickets that changed after this second are not needed; 0 if all are
 */
record FreshdeskCursor(
    Listing listing,
    Place place,
    Trail tickets,
    Trail deleted,
    Trail spam,
    Trail ratings,
    long swept,
    long until) {
  /** Each look costs a call, and some plans allow 20 lists a minute. */
  static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

  private static final String VERSION = "f2:";
  private static final Pattern ENDING = Pattern.compile("f3:([1-9][0-9]{0,11}):(.*)");
  private static final String FIRST_VERSION = "f1:";
  private static final String NUMBER = "([0-9]{1,18})";
  // no change is younger than the year 9999
  private static final String SECOND = "([0-9]{1,12})";
  private static final String TRAIL = SECOND + ",(-1|[0-9]{1,12})," + SECOND;
  private static final Pattern TEXT =
      Pattern.compile(
          "f2:([tdsr])([robn]):"
              + String.join(":", NUMBER, NUMBER, TRAIL, TRAIL, TRAIL, TRAIL, SECOND));
  private static final Pattern FIRST_TEXT =
      Pattern.compile(
          "f1:([tds])([robn]):" + String.join(":", NUMBER, NUMBER, TRAIL, TRAIL, TRAIL, SECOND));

  /** In a stream without an end. */
  FreshdeskCursor(
      Listing listing,
      Place place,
      Trail tickets,
      Trail deleted,
      Trail spam,
      Trail ratings,
      long swept) {
    this(listing, place, tickets, deleted, spam, ratings, swept, 0);
  }

  static FreshdeskCursor startingAt(Instant from) {
    Trail trail = Trail.startingAt(from);
    return new FreshdeskCursor(Listing.TICKETS, Place.WINDOW, trail, trail, trail, trail, 0);
  }

  /** The same in a stream that ends there. */
  FreshdeskCursor endingAt(Instant end) {
    return new FreshdeskCursor(
        listing, place, tickets, deleted, spam, ratings, swept, Math.max(1, end.getEpochSecond()));
  }

  /** Whether a list of tickets need not be read on from there. */
  boolean hasPassedItsEnd(Window.Step step) {
    // what lies before a window was read; while a crowded second is read, some of it may not be
    return until > 0 && step.place().equals(Place.WINDOW) && step.from() > until;
  }

  /** What of a page belongs to this stream. */
  List<TicketJson> ownOf(List<TicketJson> page) {
    return until == 0
        ? page
        : page.stream()
            .filter(ticket -> FreshdeskTranslator.secondOf(ticket.updatedAt()) <= until)
            .toList();
  }

  /** How far the list to read next was read. */
  Trail trail() {
    return switch (listing) {
      case TICKETS -> tickets;
      case DELETED -> deleted;
      case SPAM -> spam;
      case RATINGS -> ratings;
    };
  }

  /** The newest change seen so far. */
  Optional<Instant> seenUpTo() {
    return tickets.hasSeen()
        ? Optional.of(Instant.ofEpochSecond(tickets.seen()))
        : Optional.empty();
  }

  FreshdeskCursor at(Place next, Trail trail) {
    return switch (listing) {
      case TICKETS ->
          new FreshdeskCursor(listing, next, trail, deleted, spam, ratings, swept, until);
      case DELETED ->
          new FreshdeskCursor(listing, next, tickets, trail, spam, ratings, swept, until);
      case SPAM ->
          new FreshdeskCursor(listing, next, tickets, deleted, trail, ratings, swept, until);
      case RATINGS ->
          new FreshdeskCursor(listing, next, tickets, deleted, spam, trail, swept, until);
    };
  }

  /** The bookmark behind the end of the list: the next list, or rest. */
  FreshdeskCursor atEndOfList(Instant now) {
    FreshdeskCursor ended = at(Place.RESTING, trail().atEnd(now));
    return switch (listing) {
      case TICKETS -> ended.isSweepDue(now) ? ended.on(Listing.DELETED, swept) : ended;
      case DELETED -> ended.on(Listing.SPAM, swept);
      case SPAM -> ended.on(Listing.RATINGS, swept);
      case RATINGS -> ended.on(Listing.TICKETS, now.getEpochSecond());
    };
  }

  /** Whether all lists were read to their ends and nothing is left to do now. */
  boolean isAtRest() {
    return listing == Listing.TICKETS && place.way() == Place.Way.RESTING;
  }

  private boolean isSweepDue(Instant now) {
    long elapsed = now.getEpochSecond() - swept;
    // a clock that was set back must not keep deletions away
    return elapsed < 0 || elapsed >= BETWEEN_SWEEPS.toSeconds();
  }

  private FreshdeskCursor on(Listing next, long sweptAt) {
    return new FreshdeskCursor(
        next, Place.RESTING, tickets, deleted, spam, ratings, sweptAt, until);
  }

  SyncCursor encode() {
    return new SyncCursor(
        (until == 0 ? VERSION : "f3:" + until + ":")
            + listing.letter()
            + place.way().letter()
            + ":"
            + place.offset()
            + ":"
            + place.to()
            + ":"
            + text(tickets)
            + ":"
            + text(deleted)
            + ":"
            + text(spam)
            + ":"
            + text(ratings)
            + ":"
            + swept);
  }

  private static String text(Trail trail) {
    return trail.from() + "," + trail.seen() + "," + trail.since();
  }

  /**
   * Reads a stored bookmark.
   *
   * @throws ConnectorFailure.ContractBroken if this connector did not write it, or a newer one did
   */
  static FreshdeskCursor decode(SyncCursor stored) {
    Matcher ending = ENDING.matcher(stored.encoded());
    if (ending.matches()) {
      return decode(new SyncCursor(VERSION + ending.group(2)))
          .endingAt(Instant.ofEpochSecond(number(ending, 1)));
    }
    String text = stored.encoded();
    Matcher read = TEXT.matcher(text);
    boolean first = text.startsWith(FIRST_VERSION);
    if (first) {
      read = FIRST_TEXT.matcher(text);
    }
    if (!read.matches()) {
      throw new ConnectorFailure.ContractBroken(
          (first || text.startsWith(VERSION)
                  ? "The stored bookmark of this Freshdesk account is damaged"
                  : "The stored bookmark of this Freshdesk account has a format this version cannot"
                      + " read")
              + ": reset it to read all tickets again, nothing is lost or doubled by that",
          null);
    }
    Matcher matched = read;
    Listing listing =
        Arrays.stream(Listing.values())
            .filter(each -> each.letter() == matched.group(1).charAt(0))
            .findFirst()
            .orElseThrow();
    Place.Way way =
        Arrays.stream(Place.Way.values())
            .filter(each -> each.letter() == matched.group(2).charAt(0))
            .findFirst()
            .orElseThrow();
    return new FreshdeskCursor(
        listing,
        new Place(way, number(read, 3), number(read, 4)),
        trail(read, 5),
        trail(read, 8),
        trail(read, 11),
        first ? Trail.startingAt(Instant.EPOCH) : trail(read, 14),
        number(read, first ? 14 : 17));
  }

  private static Trail trail(Matcher read, int group) {
    return new Trail(number(read, group), number(read, group + 1), number(read, group + 2));
  }

  private static long number(Matcher read, int group) {
    return Long.parseLong(read.group(group));
  }
}
