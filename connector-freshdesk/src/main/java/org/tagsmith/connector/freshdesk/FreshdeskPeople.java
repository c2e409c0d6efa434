package org.tagsmith.connector.freshdesk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.tagsmith.connector.freshdesk.wire.CompanyJson;
import org.tagsmith.connector.freshdesk.wire.ContactJson;
import org.tagsmith.connector.freshdesk.wire.TicketJson;
import org.tagsmith.domain.sync.ConnectorFailure;

/**
 * The people and companies behind tickets, for the fewest credits: those that came beside their
 * ticket are taken from there, a few strangers are asked for one by one, and many companies by
 * their list. Whoever was met is remembered for an hour. Thread-safe; one read at a time asks.
 */
final class FreshdeskPeople {
  private static final System.Logger LOG = System.getLogger(FreshdeskPeople.class.getName());
  private static final Duration REMEMBERED_FOR = Duration.ofHours(1);
  private static final int MOST_REMEMBERED = 100_000;
  private static final int MOST_PAGES = 300;

  private final FreshdeskGateway gateway;
  private final Clock clock;
  private final Map<Long, Optional<ContactJson>> contacts = new HashMap<>();
  private final Map<Long, Optional<CompanyJson>> companies = new HashMap<>();
  private Instant forgetAt = Instant.MIN;
  private boolean listed;

  FreshdeskPeople(FreshdeskGateway gateway, Clock clock) {
    this.gateway = gateway;
    this.clock = clock;
  }

  /** How many requesters of these tickets are not known and do not stand beside their ticket. */
  synchronized int strangersIn(Collection<TicketJson> tickets) {
    forgetInTime();
    return strangers(tickets).size();
  }

  /**
   * Who wrote these tickets. May ask Freshdesk; leaves out whom it does not know.
   *
   * @throws ConnectorFailure if Freshdesk cannot be spoken to
   */
  synchronized List<ContactJson> requestersOf(Collection<TicketJson> tickets) {
    forgetInTime();
    for (TicketJson ticket : tickets) {
      ContactJson beside = ticket.requester();
      if (beside != null && FreshdeskTranslator.number(beside.id()) > 0) {
        contacts.put(beside.id(), Optional.of(beside));
      }
    }
    for (long stranger : strangers(tickets)) {
      contacts.put(stranger, asked(stranger, id -> gateway.call(FreshdeskRequest.contact(id))));
    }
    return ids(tickets, TicketJson::requesterId).stream()
        .map(contacts::get)
        .filter(Objects::nonNull)
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * The companies of these tickets. May ask Freshdesk; leaves out those it does not know.
   *
   * @throws ConnectorFailure if Freshdesk cannot be spoken to
   */
  synchronized List<CompanyJson> companiesOf(Collection<TicketJson> tickets) {
    forgetInTime();
    Set<Long> wanted = ids(tickets, TicketJson::companyId);
    if (unknown(wanted, companies).size() > 1 && !listed) {
      listCompanies();
    }
    for (long stranger : unknown(wanted, companies)) {
      companies.put(stranger, asked(stranger, id -> gateway.call(FreshdeskRequest.company(id))));
    }
    return wanted.stream()
        .map(companies::get)
        .filter(Objects::nonNull)
        .flatMap(Optional::stream)
        .toList();
  }

  private void listCompanies() {
    listed = true;
    try {
      for (int page = 1; page <= MOST_PAGES; page++) {
        CompanyJson[] rows = gateway.call(FreshdeskRequest.companies(page));
        for (CompanyJson company : rows) {
          if (company != null && FreshdeskTranslator.number(company.id()) > 0) {
            companies.put(company.id(), Optional.of(company));
          }
        }
        if (rows.length < FreshdeskConfig.LARGEST_PAGE) {
          return;
        }
      }
    } catch (ConnectorFailure.NotPermitted | FreshdeskRefusal e) {
      notTold(e);
    }
  }

  private <T> Optional<T> asked(long id, LongFunction<T> call) {
    try {
      return Optional.of(call.apply(id));
    } catch (FreshdeskRefusal e) {
      // merged or deleted meanwhile, or an agent
      return Optional.empty();
    } catch (ConnectorFailure.NotPermitted e) {
      notTold(e);
      return Optional.empty();
    }
  }

  /** Tickets count without their names; but somebody should know why there are none. */
  private static void notTold(RuntimeException why) {
    LOG.log(
        System.Logger.Level.WARNING,
        "Freshdesk does not tell the names of contacts or companies ({0})",
        why.getMessage());
  }

  private Set<Long> strangers(Collection<TicketJson> tickets) {
    return unknown(
        ids(
            tickets.stream().filter(ticket -> ticket.requester() == null).toList(),
            TicketJson::requesterId),
        contacts);
  }

  private static Set<Long> unknown(Set<Long> wanted, Map<Long, ?> known) {
    return wanted.stream()
        .filter(id -> !known.containsKey(id))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Long> ids(Collection<TicketJson> tickets, Function<TicketJson, Long> id) {
    return tickets.stream()
        .map(id)
        .filter(each -> FreshdeskTranslator.number(each) > 0)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void forgetInTime() {
    Instant now = clock.instant();
    if (!now.isBefore(forgetAt) || contacts.size() > MOST_REMEMBERED) {
      contacts.clear();
      companies.clear();
      listed = false;
      forgetAt = now.plus(REMEMBERED_FOR);
    }
  }
}
