package org.tagsmith.connector.zendesk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.tagsmith.connector.zendesk.wire.BrandJson;
import org.tagsmith.connector.zendesk.wire.BrandsJson;
import org.tagsmith.connector.zendesk.wire.TicketJson;
import org.tagsmith.domain.sync.ConnectorFailure;

/**
 * What an account's brands are called. The export does not tell it, so it is asked for once an
 * hour, and at most every ten minutes when a brand turns up that was not there. Thread-safe.
 *
 * @see <a
 *     href="https://developer.zendesk.com/api-reference/ticketing/account-configuration/brands/">
 *     Brands</a>
 */
final class BrandNames {
  private static final Duration FRESH_FOR = Duration.ofHours(1);
  private static final Duration BETWEEN_CALLS = Duration.ofMinutes(10);

  private final ZendeskGateway gateway;
  private final Clock clock;
  private volatile Known known = new Known(Map.of(), Instant.MIN);

  BrandNames(ZendeskGateway gateway, Clock clock) {
    this.gateway = gateway;
    this.clock = clock;
  }

  /**
   * All brands by number, as far as Zendesk tells them; none where no ticket has one.
   *
   * @throws ConnectorFailure if Zendesk cannot be spoken to
   */
  Map<Long, String> of(Collection<TicketJson> tickets) {
    boolean any = false;
    boolean all = true;
    Known now = known;
    for (TicketJson ticket : tickets) {
      if (ticket != null && ZendeskTranslator.number(ticket.brandId()) > 0) {
        any = true;
        all &= now.names().containsKey(ticket.brandId());
      }
    }
    if (!any) {
      return Map.of();
    }
    Instant time = clock.instant();
    Instant staleAt =
        now.readAt().equals(Instant.MIN)
            ? Instant.MIN
            : now.readAt().plus(all ? FRESH_FOR : BETWEEN_CALLS);
    if (!time.isBefore(staleAt)) {
      now = new Known(read(now.names()), time);
      known = now;
    }
    return now.names();
  }

  private Map<Long, String> read(Map<Long, String> before) {
    BrandsJson answer;
    try {
      answer = gateway.call(ZendeskRequest.brands());
    } catch (ConnectorFailure.NotPermitted | ZendeskRefusal e) {
      // a ticket with the number of its brand is better than no ticket
      return before;
    }
    Map<Long, String> names = new HashMap<>();
    for (BrandJson brand : ZendeskTranslator.rows(answer.brands())) {
      if (brand != null && ZendeskTranslator.number(brand.id()) > 0 && brand.name() != null) {
        names.put(brand.id(), ZendeskTranslator.text(brand.name()));
      }
    }
    return Map.copyOf(names);
  }

  private record Known(Map<Long, String> names, Instant readAt) {}
}
