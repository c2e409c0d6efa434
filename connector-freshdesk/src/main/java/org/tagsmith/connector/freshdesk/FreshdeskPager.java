package org.tagsmith.connector.freshdesk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.tagsmith.connector.freshdesk.wire.TicketJson;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.http.AnswerTooHeavy;
import org.tagsmith.domain.sync.http.PageSize;

/**
 * Turns a bookmark into a call and its answer into the next bookmark. The next call is always built
 * from the bookmark; the address in the {@code Link} header may name another host and is not even
 * read. Thread-safe.
 *
 * @see <a href="https://developers.freshdesk.com/api/#list_all_tickets">List all tickets</a>
 */
final class FreshdeskPager {
  /** A page that is too slow costs a minute each time: so often per read, then later again. */
  private static final int SLOW_TRIES = 3;

  /** How many tickets one read takes where it must take them one by one. */
  private static final int TICKETS_BY_NUMBER = 20;

  private final FreshdeskGateway gateway;
  private final FreshdeskPeople people;
  private final FreshdeskRatings ratings;
  private final MeasuredTickets measured = new MeasuredTickets();
  private final Clock clock;
  private final PageSize pageSize;
  private final int largestPage;

  FreshdeskPager(
      FreshdeskGateway gateway, FreshdeskPeople people, IntSupplier pageSize, Clock clock) {
    this.gateway = gateway;
    this.people = people;
    this.ratings = new FreshdeskRatings(gateway, clock);
    this.clock = clock;
    this.pageSize = new PageSize(pageSize);
    this.largestPage = FreshdeskConfig.LARGEST_PAGE;
  }

  /**
   * Reads the page behind a bookmark.
   *
   * @throws ConnectorFailure if it cannot be had, or the list breaks its contract
   */
  FreshdeskPage read(FreshdeskCursor cursor) {
    if (cursor.listing() == Listing.RATINGS) {
      return ratings.read(cursor);
    }
    if (cursor.place().way() == Place.Way.NUMBERS) {
      return readByNumber(cursor);
    }
    if (pageOf(cursor.place(), largestPage) > Window.MOST_PAGES) {
      return new FreshdeskPage(cursor.listing(), List.of(), atTheWall(cursor));
    }
    Window window = checked(cursor, fetch(cursor));
    return new FreshdeskPage(
        cursor.listing(), cursor.ownOf(window.tickets()), next(cursor, window));
  }

  private FreshdeskCursor next(FreshdeskCursor cursor, Window window) {
    Instant now = clock.instant();
    Trail trail = cursor.trail();
    if (!window.tickets().isEmpty()) {
      long last = window.last(trail.seen());
      // going back, a row that changed meanwhile may come into view before those in between
      boolean back = cursor.place().way() == Place.Way.BACK;
      trail = trail.saw(back ? Math.min(last, cursor.place().to()) : last, now);
    }
    Window.Step step = window.after(cursor.place(), trail.from());
    return step == null || cursor.hasPassedItsEnd(step)
        ? cursor.at(cursor.place(), trail).atEndOfList(now)
        : cursor.at(step.place(), trail.from(step.from()));
  }

  private Window checked(FreshdeskCursor cursor, Window window) {
    long since = since(cursor);
    Window trusted = window;
    if (window.holdsOlderThan(since)) {
      // a page from some cache may repeat once; a list that does not move on would never end
      trusted = fetch(cursor);
    }
    if (trusted.holdsOlderThan(since) || trusted.isBackward()) {
      throw new ConnectorFailure.ContractBroken(
          "Freshdesk's list of tickets does not keep updated_since or its order (updated_at, asc)",
          null);
    }
    return trusted;
  }

  /** One second early: nobody says whether {@code updated_since} includes its own second. */
  private static long since(FreshdeskCursor cursor) {
    return Math.max(0, cursor.trail().from() - 1);
  }

  private Window fetch(FreshdeskCursor cursor) {
    if (cursor.listing() != Listing.TICKETS) {
      return fetch(cursor, Beside.NOTHING);
    }
    Window window =
        cursor.place().way() == Place.Way.RESTING ? look(cursor) : fetch(cursor, Beside.ALL);
    return window.with(measured.completed(window.tickets()));
  }

  /** Most looks show what was read before: they are cheap, and dear only when there is news. */
  private Window look(FreshdeskCursor cursor) {
    Window window = fetch(cursor, Beside.NOTHING);
    Beside wanted = measured.areMissingIn(window.tickets()) ? Beside.MEASURES : Beside.NOTHING;
    int oneByOne =
        people.strangersIn(window.tickets()) + (wanted == Beside.NOTHING ? 0 : wanted.credits());
    if (oneByOne > Beside.ALL.credits()) {
      return fetch(cursor, Beside.ALL);
    }
    return wanted == Beside.NOTHING ? window : fetch(cursor, wanted);
  }

  private Window fetch(FreshdeskCursor cursor, Beside beside) {
    int slow = 0;
    while (true) {
      int size = sizeFor(cursor.place());
      int page = pageOf(cursor.place(), size);
      try {
        FreshdeskAnswer<TicketJson[]> answer =
            gateway.page(
                FreshdeskRequest.tickets(cursor.listing(), since(cursor), page, size, beside),
                cursor.place().way() != Place.Way.RESTING);
        pageSize.wentWell();
        List<TicketJson> tickets = rows(answer.body());
        if (beside != Beside.NOTHING) {
          measured.remember(tickets);
        }
        return new Window(tickets, (page - 1L) * size, size, answer.hasNext());
      } catch (AnswerTooHeavy e) {
        boolean smaller = pageSize.halve(size);
        slow += e.isTooBig() ? 0 : 1;
        if (!smaller || slow == SLOW_TRIES) {
          throw e.asFailure();
        }
      } catch (FreshdeskRefusal e) {
        throw e.asFailure();
      }
    }
  }

  /** Small pages meet the wall earlier; there, large ones are asked for whatever they weigh. */
  private int sizeFor(Place place) {
    int size = pageSize.now();
    return pageOf(place, size) > Window.MOST_PAGES ? largestPage : size;
  }

  /** The page that holds the row at the offset, or, going back, the row before it. */
  private static int pageOf(Place place, int size) {
    long row = place.way() == Place.Way.BACK ? place.offset() - 1 : place.offset();
    return (int) Math.min(Integer.MAX_VALUE, row / size + 1);
  }

  /** More rows of one second than Freshdesk lists: from here on ticket by ticket. */
  private FreshdeskCursor atTheWall(FreshdeskCursor cursor) {
    FreshdeskRequest<TicketJson[]> newest =
        FreshdeskRequest.newestTicket(cursor.listing(), since(cursor));
    List<TicketJson> found = rows(gateway.call(newest));
    long last = found.isEmpty() ? 0 : FreshdeskTranslator.number(found.get(0).id());
    return cursor.at(Place.numbers(1, last), cursor.trail());
  }

  private FreshdeskPage readByNumber(FreshdeskCursor cursor) {
    long first = cursor.place().offset();
    long last = cursor.place().to();
    long end = Math.min(last, first + TICKETS_BY_NUMBER - 1);
    List<TicketJson> tickets = new ArrayList<>();
    for (long number = first; number <= end; number++) {
      try {
        tickets.add(gateway.call(FreshdeskRequest.ticket(number)));
      } catch (FreshdeskRefusal e) {
        if (e.status() != 404) {
          throw e.asFailure();
        }
      }
    }
    Trail trail = cursor.trail();
    return new FreshdeskPage(
        cursor.listing(),
        tickets,
        end < last
            ? cursor.at(Place.numbers(end + 1, last), trail)
            : cursor.at(Place.WINDOW, trail.from(trail.from() + 1)));
  }

  private static List<TicketJson> rows(TicketJson[] rows) {
    return Arrays.stream(rows).filter(Objects::nonNull).toList();
  }
}
