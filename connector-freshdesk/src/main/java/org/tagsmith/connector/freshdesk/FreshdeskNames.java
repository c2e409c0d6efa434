package org.tagsmith.connector.freshdesk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.tagsmith.connector.freshdesk.wire.AgentJson;
import org.tagsmith.connector.freshdesk.wire.NamedJson;
import org.tagsmith.connector.freshdesk.wire.TicketJson;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.DeskNames;

/**
 * What an account calls its agents, groups and products. Each list is asked for once an hour, and
 * at most every ten minutes when a number turns up that was not there; never where no ticket names
 * any. Thread-safe; one read at a time asks.
 */
final class FreshdeskNames {
  private static final Duration FRESH_FOR = Duration.ofHours(1);
  private static final Duration BETWEEN_CALLS = Duration.ofMinutes(10);
  private static final int MOST_PAGES = 300;

  private final FreshdeskGateway gateway;
  private final Clock clock;
  private Known agents = Known.NOTHING;
  private Known groups = Known.NOTHING;
  private Known products = Known.NOTHING;

  FreshdeskNames(FreshdeskGateway gateway, Clock clock) {
    this.gateway = gateway;
    this.clock = clock;
  }

  /**
   * The names that these tickets need, and others.
   *
   * @throws ConnectorFailure if Freshdesk cannot be spoken to
   */
  synchronized DeskNames of(Collection<TicketJson> tickets) {
    agents = known(agents, tickets, TicketJson::responderId, this::agents);
    groups = known(groups, tickets, TicketJson::groupId, names(FreshdeskRequest::groups));
    products = known(products, tickets, TicketJson::productId, names(FreshdeskRequest::products));
    return new DeskNames(agents.names(), groups.names(), products.names());
  }

  private Known known(
      Known now,
      Collection<TicketJson> tickets,
      Function<TicketJson, Long> number,
      IntFunction<Map<Long, String>> page) {
    boolean any = false;
    boolean all = true;
    for (TicketJson ticket : tickets) {
      long id = FreshdeskTranslator.number(number.apply(ticket));
      any |= id > 0;
      all &= id == 0 || now.names().containsKey(id);
    }
    Instant time = clock.instant();
    boolean fresh =
        !now.readAt().equals(Instant.MIN)
            && time.isBefore(now.readAt().plus(all ? FRESH_FOR : BETWEEN_CALLS));
    return !any || fresh ? now : new Known(read(now.names(), page), time);
  }

  private static Map<Long, String> read(
      Map<Long, String> before, IntFunction<Map<Long, String>> page) {
    Map<Long, String> names = new HashMap<>();
    try {
      for (int number = 1; number <= MOST_PAGES; number++) {
        Map<Long, String> rows = page.apply(number);
        names.putAll(rows);
        if (rows.size() < FreshdeskConfig.LARGEST_PAGE) {
          break;
        }
      }
    } catch (ConnectorFailure.NotPermitted | FreshdeskRefusal e) {
      // a ticket with the number of its group is better than no ticket
      return before;
    }
    return Map.copyOf(names);
  }

  private Map<Long, String> agents(int page) {
    Map<Long, String> names = new HashMap<>();
    for (AgentJson agent : gateway.call(FreshdeskRequest.agents(page))) {
      if (agent != null && agent.contact() != null) {
        put(names, agent.id(), agent.contact().name());
      }
    }
    return names;
  }

  private IntFunction<Map<Long, String>> names(IntFunction<FreshdeskRequest<NamedJson[]>> list) {
    return page -> {
      Map<Long, String> names = new HashMap<>();
      for (NamedJson named : gateway.call(list.apply(page))) {
        if (named != null) {
          put(names, named.id(), named.name());
        }
      }
      return names;
    };
  }

  private static void put(Map<Long, String> names, Long id, String name) {
    if (FreshdeskTranslator.number(id) > 0 && name != null) {
      names.put(id, FreshdeskTranslator.text(name));
    }
  }

  private record Known(Map<Long, String> names, Instant readAt) {
    private static final Known NOTHING = new Known(Map.of(), Instant.MIN);
  }
}
