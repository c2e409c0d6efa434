package org.tagsmith.connector.freshdesk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.tagsmith.connector.freshdesk.wire.TicketFieldJson;
import org.tagsmith.domain.sync.ConnectorFailure;

/**
 * What an account calls the sources of tickets that Freshdesk's documentation does not number, such
 * as WhatsApp. Read from the account's ticket fields, only when such a number turns up, and at most
 * once in ten minutes. Thread-safe.
 *
 * @see <a href="https://developers.freshdesk.com/api/#ticket_fields">Ticket fields</a>
 */
final class SourceWords {
  private static final Duration KEPT_FOR = Duration.ofMinutes(10);

  private final FreshdeskGateway gateway;
  private final Clock clock;
  private volatile Known known = new Known(Map.of(), Instant.MIN);

  SourceWords(FreshdeskGateway gateway, Clock clock) {
    this.gateway = gateway;
    this.clock = clock;
  }

  /**
   * The account's word for a source; its number, as {@code source 13}, if the account has none.
   *
   * @throws ConnectorFailure if Freshdesk cannot be spoken to
   */
  String of(int source) {
    Known now = known;
    if (!now.words().containsKey(source) && !clock.instant().isBefore(now.staleAt())) {
      now = new Known(read(), clock.instant().plus(KEPT_FOR));
      known = now;
    }
    return now.words().getOrDefault(source, "source " + source);
  }

  private Map<Integer, String> read() {
    Map<Integer, String> words = new HashMap<>();
    try {
      for (TicketFieldJson field : gateway.call(FreshdeskRequest.ticketFields())) {
        if (field != null && ("source".equals(field.name()) || isSource(field.type()))) {
          learn(words, field.choices());
        }
      }
    } catch (ConnectorFailure.NotPermitted | FreshdeskRefusal e) {
      // the number stands in for the word: a ticket without a word is better than no ticket
      return Map.of();
    }
    return Map.copyOf(words);
  }

  private static boolean isSource(String type) {
    return "default_source".equals(type);
  }

  /** Choices go from label to number. */
  private static void learn(Map<Integer, String> words, JsonNode choices) {
    if (choices == null || !choices.isObject()) {
      return;
    }
    for (Map.Entry<String, JsonNode> choice : choices.properties()) {
      if (choice.getValue().isInt() && !choice.getKey().isBlank()) {
        words.put(choice.getValue().intValue(), choice.getKey());
      }
    }
  }

  private record Known(Map<Integer, String> words, Instant staleAt) {}
}
