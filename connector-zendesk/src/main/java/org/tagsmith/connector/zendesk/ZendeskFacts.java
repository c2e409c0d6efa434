package org.tagsmith.connector.zendesk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tagsmith.connector.zendesk.wire.MetricSetJson;
import org.tagsmith.connector.zendesk.wire.SatisfactionRatingJson;
import org.tagsmith.connector.zendesk.wire.TicketJson;
import org.tagsmith.connector.zendesk.wire.UserJson;
import org.tagsmith.connector.zendesk.wire.ViaJson;
import org.tagsmith.domain.ticket.Channel;
import org.tagsmith.domain.ticket.Handling;
import org.tagsmith.domain.ticket.Rating;
import org.tagsmith.domain.ticket.Satisfaction;
import org.tagsmith.domain.ticket.TicketFacts;

/** What Zendesk tells of a ticket for reports, in the domain's words. Pure and total. */
final class ZendeskFacts {
  /** Zendesk's triage puts the language that it found into a label. */
  private static final String LANGUAGE_LABEL = "language__";

  private ZendeskFacts() {}

  /**
   * The facts of one ticket.
   *
   * @param beside its metric set where that stands beside the ticket, null if none
   * @param requester who wrote it, null if not told
   */
  static TicketFacts of(TicketJson ticket, MetricSetJson beside, UserJson requester) {
    MetricSetJson metrics = ticket.metricSet() == null ? beside : ticket.metricSet();
    return new TicketFacts(
        channel(ticket.via()),
        ZendeskTranslator.number(ticket.brandId()),
        language(ticket.tags(), requester),
        rating(ticket.satisfactionRating()),
        metrics == null ? null : handling(ticket.status(), metrics));
  }

  private static Channel channel(ViaJson via) {
    if (via == null || via.channel() == null) {
      return null;
    }
    String word = via.channel().toLowerCase(Locale.ROOT);
    return switch (word) {
      case "email" -> Channel.EMAIL;
      case "web", "web_form", "web_widget", "mobile", "mobile_sdk", "help_center", "forum" ->
          Channel.WEB;
      case "voice", "phone", "voicemail" -> Channel.PHONE;
      case "chat", "native_messaging", "messaging", "chat_transcript", "sms" -> Channel.CHAT;
      case "api", "rule", "system", "batch", "import", "closed_ticket", "admin_setting" ->
          Channel.API;
      case "any_channel", "line", "wechat", "viber", "telegram", "whatsapp" -> Channel.SOCIAL;
      default ->
          word.startsWith("twitter")
                  || word.startsWith("facebook")
                  || word.startsWith("instagram")
                  || word.startsWith("x_corp")
              ? Channel.SOCIAL
              : word.startsWith("phone_call") ? Channel.PHONE : Channel.OTHER;
    };
  }

  private static String language(List<String> tags, UserJson requester) {
    return Optional.ofNullable(tags).stream()
        .flatMap(List::stream)
        .filter(tag -> tag != null && tag.startsWith(LANGUAGE_LABEL))
        .map(tag -> tag.substring(LANGUAGE_LABEL.length()))
        .sorted()
        .findFirst()
        .orElse(requester == null ? null : requester.locale());
  }

  private static Rating rating(SatisfactionRatingJson told) {
    if (told == null || told.score() == null) {
      return null;
    }
    return switch (told.score()) {
      case "good" -> new Rating(Satisfaction.GOOD, "good");
      case "bad" -> new Rating(Satisfaction.BAD, "bad");
      default -> Rating.NONE;
    };
  }

  /** A closed ticket never changes its status again: the last change was the closing. */
  private static Handling handling(String status, MetricSetJson metrics) {
    return new Handling(
        ZendeskTranslator.instant(metrics.solvedAt()),
        "closed".equals(status) ? ZendeskTranslator.instant(metrics.statusUpdatedAt()) : null,
        metrics.reopens() == null ? 0 : metrics.reopens(),
        metrics.replyTimeInMinutes() == null ? null : metrics.replyTimeInMinutes().calendar());
  }
}
