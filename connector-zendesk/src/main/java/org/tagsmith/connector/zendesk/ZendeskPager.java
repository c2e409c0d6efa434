package org.tagsmith.connector.zendesk;

import java.time.Clock;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.tagsmith.connector.zendesk.wire.TicketPageJson;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.http.AnswerTooHeavy;
import org.tagsmith.domain.sync.http.PageSize;

/**
 * Turns a bookmark into a call and its answer into the next bookmark. The next call is always built
 * from {@code after_cursor}; the {@code after_url} of an answer may name another host and is not
 * even read. Thread-safe.
 *
 * @see <a
 *     href="https://developer.zendesk.com/api-reference/ticketing/ticket-management/incremental_exports/">Incremental
 *     exports</a>
 */
final class ZendeskPager {
  /** Zendesk holds back the last minute; the rest allows for clocks that differ. */
  static final Duration HELD_BACK = Duration.ofSeconds(65);

  /** How far to go back once, when Zendesk's clock still finds the start too recent. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(15);

  private static final String TOO_RECENT = "StartTimeTooRecent";

  /** A page that is too slow costs a minute each time: so often per read, then later again. */
  private static final int SLOW_TRIES = 3;

  private final ZendeskGateway gateway;
  private final Clock clock;
  private final PageSize pageSize;

  ZendeskPager(ZendeskGateway gateway, IntSupplier largestPage, Clock clock) {
    this.gateway = gateway;
    this.clock = clock;
    this.pageSize = new PageSize(largestPage);
  }

  /**
   * Reads the page behind a bookmark.
   *
   * @throws ConnectorFailure if it cannot be had, or the export breaks its contract
   */
  ZendeskPage read(ZendeskCursor cursor) {
    ZendeskPage page = checked(cursor, fetch(cursor));
    if (!isStuck(cursor, page)) {
      return page;
    }
    // a page from some cache may repeat once; an export that does not move on would never end
    page = checked(cursor, fetch(cursor));
    if (isStuck(cursor, page)) {
      throw new ConnectorFailure.ContractBroken(
          "Zendesk's export does not move on: its cursor stays the same before the end", null);
    }
    return page;
  }

  private static boolean isStuck(ZendeskCursor cursor, ZendeskPage page) {
    return !page.endOfStream() && page.next().equals(cursor.afterCursor());
  }

  private static ZendeskPage checked(ZendeskCursor cursor, TicketPageJson answer) {
    if (answer.endOfStream() == null) {
      throw new ConnectorFailure.ContractBroken(
          "Zendesk's export does not say whether the stream ends (end_of_stream)", null);
    }
    boolean end = answer.endOfStream();
    String next = answer.afterCursor();
    if (next == null || next.isBlank()) {
      if (!end) {
        throw new ConnectorFailure.ContractBroken(
            "Zendesk's export has more to give but no cursor for it (after_cursor)", null);
      }
      next = cursor.afterCursor();
    }
    return new ZendeskPage(answer, next, end);
  }

  private TicketPageJson fetch(ZendeskCursor cursor) {
    int slow = 0;
    while (true) {
      int size = pageSize.now();
      try {
        TicketPageJson page = fetch(cursor, size);
        pageSize.wentWell();
        return page;
      } catch (AnswerTooHeavy e) {
        boolean smaller = pageSize.halve(size);
        slow += e.isTooBig() ? 0 : 1;
        if (!smaller || slow == SLOW_TRIES) {
          throw e.asFailure();
        }
      } catch (ZendeskRefusal e) {
        throw e.asFailure();
      }
    }
  }

  private TicketPageJson fetch(ZendeskCursor cursor, int size) {
    if (!cursor.isStart()) {
      return gateway.exportPage(ZendeskRequest.pageAfter(cursor.afterCursor(), size));
    }
    long now = clock.instant().getEpochSecond();
    long start = Math.min(cursor.startTime(), now - HELD_BACK.toSeconds());
    try {
      return gateway.exportPage(ZendeskRequest.firstPage(start, size));
    } catch (ZendeskRefusal e) {
      if (!e.code().equals(TOO_RECENT)) {
        throw e;
      }
      long earlier = Math.min(start, now - CLOCKS_DIFFER.toSeconds());
      return gateway.exportPage(ZendeskRequest.firstPage(earlier, size));
    }
  }
}
