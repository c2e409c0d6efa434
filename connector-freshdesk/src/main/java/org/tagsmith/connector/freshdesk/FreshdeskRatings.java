package org.tagsmith.connector.freshdesk;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.tagsmith.connector.freshdesk.wire.RatingJson;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.http.AnswerTooHeavy;

/**
 * The list of what customers rated, page after page. Tickets do not tell their rating, and nobody
 * promises that it changes them. Thread-safe.
 *
 * @see <a href="https://developers.freshdesk.com/api/#list_all_satisfaction_ratings">Satisfaction
 *     ratings</a>
 */
final class FreshdeskRatings {
  private static final int SIZE = FreshdeskConfig.LARGEST_PAGE;

  private final FreshdeskGateway gateway;
  private final Clock clock;

  FreshdeskRatings(FreshdeskGateway gateway, Clock clock) {
    this.gateway = gateway;
    this.clock = clock;
  }

  /**
   * Reads the page behind a bookmark.
   *
   * @throws ConnectorFailure if it cannot be had
   */
  FreshdeskPage read(FreshdeskCursor cursor) {
    List<RatingJson> rows = rows(cursor);
    Trail trail = cursor.trail();
    long newest =
        rows.stream()
            .mapToLong(row -> FreshdeskTranslator.secondOf(row.createdAt()))
            .max()
            .orElse(-1);
    if (newest >= 0) {
      trail = trail.saw(newest, clock.instant());
    }
    return new FreshdeskPage(
        cursor.listing(),
        List.of(),
        FreshdeskFacts.ratings(rows),
        next(cursor, trail, rows.size()));
  }

  private FreshdeskCursor next(FreshdeskCursor cursor, Trail trail, int rows) {
    if (rows < SIZE) {
      return cursor.at(cursor.place(), trail).atEndOfList(clock.instant());
    }
    long offset = cursor.place().offset() + SIZE;
    boolean wall = offset / SIZE >= Window.MOST_PAGES;
    // a window that cannot move on would never end
    return wall && trail.seen() > trail.from()
        ? cursor.at(Place.WINDOW, trail.from(trail.seen()))
        : wall
            ? cursor.at(cursor.place(), trail).atEndOfList(clock.instant())
            : cursor.at(Place.onward(offset), trail);
  }

  private List<RatingJson> rows(FreshdeskCursor cursor) {
    int page = (int) (cursor.place().offset() / SIZE) + 1;
    try {
      RatingJson[] rows =
          gateway.page(FreshdeskRequest.ratings(cursor.trail().from(), page), true).body();
      return Arrays.stream(rows).filter(Objects::nonNull).toList();
    } catch (ConnectorFailure.NotPermitted | FreshdeskRefusal e) {
      // surveys are not part of every plan
      return List.of();
    } catch (AnswerTooHeavy e) {
      throw e.asFailure();
    }
  }
}
