package org.tagsmith.connector.zendesk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tagsmith.connector.zendesk.wire.FieldOptionJson;
import org.tagsmith.connector.zendesk.wire.TicketFieldJson;
import org.tagsmith.connector.zendesk.wire.TicketFieldsJson;

/**
 * Labels that are the value of a ticket field. Zendesk stores the choice of a drop-down,
 * multi-select or checkbox field as a tag; adding or removing that tag changes the field. Read from
 * the account's fields and kept for ten minutes. Thread-safe.
 *
 * @see <a
 *     href="https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_fields/">Ticket
 *     fields</a>
 */
final class FieldLabels {
  private static final Duration KEPT_FOR = Duration.ofMinutes(10);

  private final ZendeskGateway gateway;
  private final Clock clock;
  private volatile Known known = new Known(Set.of(), Instant.MIN);

  FieldLabels(ZendeskGateway gateway, Clock clock) {
    this.gateway = gateway;
    this.clock = clock;
  }

  /** Whether the label, in Zendesk's spelling, is a field's value. May ask Zendesk. */
  boolean holds(String label) {
    return current().contains(label.toLowerCase(Locale.ROOT));
  }

  private Set<String> current() {
    Known now = known;
    if (!clock.instant().isBefore(now.staleAt())) {
      TicketFieldsJson fields = gateway.call(ZendeskRequest.ticketFields());
      now = new Known(labelsOf(fields), clock.instant().plus(KEPT_FOR));
      known = now;
    }
    return now.labels();
  }

  private static Set<String> labelsOf(TicketFieldsJson fields) {
    Set<String> labels = new HashSet<>();
    for (TicketFieldJson field : rows(fields.ticketFields())) {
      keep(labels, field.tag());
      for (FieldOptionJson option : rows(field.customFieldOptions())) {
        keep(labels, option.value());
      }
    }
    return labels;
  }

  private static void keep(Set<String> labels, String label) {
    if (label != null && !label.isBlank()) {
      labels.add(label.toLowerCase(Locale.ROOT));
    }
  }

  private static <T> List<T> rows(List<T> rows) {
    return rows == null ? List.of() : rows;
  }

  private record Known(Set<String> labels, Instant staleAt) {}
}
