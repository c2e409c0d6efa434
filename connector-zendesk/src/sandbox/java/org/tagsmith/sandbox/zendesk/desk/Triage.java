package org.tagsmith.sandbox.zendesk.desk;

import java.util.List;

/**
 * The six tags Zendesk's own triage adds about four seconds after a ticket was created (recorded at
 * +4 s). They are the machine's, not a person's.
 */
public final class Triage {
  private static final List<String> INTENTS =
      List.of(
          "intent__account__access__login_issue",
          "intent__billing__refund__request",
          "intent__card__lost__report",
          "intent__order__status__query");
  private static final List<String> CONFIDENCES =
      List.of("high", "high", "high", "high", "high", "high", "high", "medium", "medium", "low");
  private static final List<String> SENTIMENTS =
      List.of(
          "neutral",
          "neutral",
          "neutral",
          "neutral",
          "neutral",
          "neutral",
          "negative",
          "negative",
          "negative",
          "positive");

  private Triage() {}

  /** What the machine makes of a ticket; always the same for the same ticket. */
  public static List<String> tagsOf(SandboxTicket ticket) {
    return tags(ticket.id(), isHan(ticket.subject()));
  }

  /** What the machine makes of the ticket of that number. */
  public static List<String> tags(long id, boolean chinese) {
    long mixed = id * 0x9E3779B97F4A7C15L;
    return List.of(
        INTENTS.get((int) (mixed >>> 62)),
        "intent_confidence__" + CONFIDENCES.get((int) ((mixed >>> 40) % 10)),
        "language__" + (chinese ? "zh" : "en"),
        "language_confidence__high",
        "sentiment__" + SENTIMENTS.get((int) ((mixed >>> 20) % 10)),
        "sentiment_confidence__high");
  }

  private static boolean isHan(String text) {
    return text != null
        && text.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }
}
