package org.tagsmith.connector.freshdesk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tagsmith.connector.freshdesk.wire.RatingJson;
import org.tagsmith.connector.freshdesk.wire.StatsJson;
import org.tagsmith.connector.freshdesk.wire.TicketJson;
import org.tagsmith.domain.ticket.Channel;
import org.tagsmith.domain.ticket.Handling;
import org.tagsmith.domain.ticket.Rating;
import org.tagsmith.domain.ticket.Satisfaction;
import org.tagsmith.domain.ticket.TicketFacts;
import org.tagsmith.domain.ticket.TicketRating;

/** What Freshdesk tells of a ticket for reports, in the domain's words. Pure and total. */
final class FreshdeskFacts {
  private static final String OVERALL = "default_question";
  private static final int NEUTRAL = 100;

  private FreshdeskFacts() {}

  /**
   * The facts of one ticket; ratings have a list of their own.
   *
   * @param language the requester's, null if not told
   */
  static TicketFacts of(TicketJson ticket, String language) {
    return new TicketFacts(
        channel(ticket.source()),
        FreshdeskTranslator.number(ticket.productId()),
        language,
        null,
        ticket.stats() == null ? null : handling(ticket.createdAt(), ticket.stats()));
  }

  /** The ratings of a list, oldest first; those without a ticket or an answer are left out. */
  static List<TicketRating> ratings(List<RatingJson> rows) {
    List<TicketRating> ratings = new ArrayList<>();
    for (RatingJson row : rows) {
      Integer score = row.ratings() == null ? null : row.ratings().get(OVERALL);
      Instant ratedAt = FreshdeskTranslator.instant(row.createdAt());
      if (score != null && ratedAt != null && FreshdeskTranslator.number(row.ticketId()) > 0) {
        ratings.add(
            new TicketRating(
                row.ticketId(), new Rating(satisfaction(score), score.toString()), ratedAt));
      }
    }
    ratings.sort(Comparator.comparing(TicketRating::ratedAt));
    return ratings;
  }

  private static Satisfaction satisfaction(int score) {
    return score > NEUTRAL
        ? Satisfaction.GOOD
        : score == NEUTRAL ? Satisfaction.NEUTRAL : Satisfaction.BAD;
  }

  /** Freshdesk's own numbers; those that an account adds are another channel. */
  private static Channel channel(Integer source) {
    if (source == null) {
      return null;
    }
    return switch (source) {
      case 1, 10 -> Channel.EMAIL;
      case 2, 4, 8, 9 -> Channel.WEB;
      case 3 -> Channel.PHONE;
      case 5, 6, 13 -> Channel.SOCIAL;
      case 7, 12, 15 -> Channel.CHAT;
      default -> Channel.OTHER;
    };
  }

  /** Freshdesk does not count reopenings, it tells the last one only. */
  private static Handling handling(String createdAt, StatsJson stats) {
    Instant began = FreshdeskTranslator.instant(createdAt);
    Instant replied = FreshdeskTranslator.instant(stats.firstRespondedAt());
    Instant closedAt = FreshdeskTranslator.instant(stats.closedAt());
    Instant resolvedAt = FreshdeskTranslator.instant(stats.resolvedAt());
    return new Handling(
        resolvedAt == null ? closedAt : resolvedAt,
        closedAt,
        stats.reopenedAt() == null ? 0 : 1,
        began == null || replied == null ? null : minutes(began, replied));
  }

  private static Integer minutes(Instant from, Instant to) {
    long minutes = Math.max(0, Duration.between(from, to).toMinutes());
    return (int) Math.min(Integer.MAX_VALUE, minutes);
  }
}
