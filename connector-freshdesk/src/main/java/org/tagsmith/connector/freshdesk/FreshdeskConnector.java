package org.tagsmith.connector.freshdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.tagsmith.connector.freshdesk.wire.TicketJson;
import org.tagsmith.domain.sync.Connector;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.LabelChange;
import org.tagsmith.domain.sync.LabelWriteOutcome;
import org.tagsmith.domain.sync.LookedAt;
import org.tagsmith.domain.sync.SyncCursor;
import org.tagsmith.domain.sync.TicketBatch;

/**
 * Freshdesk behind the domain's port: ask the pager, find the names, translate, hand back the
 * batch. Thread-safe.
 */
@ApplicationScoped
class FreshdeskConnector implements Connector {
  static final ConnectorId ID = new ConnectorId("freshdesk");

  /** Freshdesk gives tickets by number one by one only: so many in one look. */
  private static final int MOST_BY_NUMBER = 20;

  private final FreshdeskConfig config;
  private final FreshdeskPager pager;
  private final FreshdeskPeople people;
  private final SourceWords sourceWords;
  private final FreshdeskLabelWriter labelWriter;
  private final FreshdeskGateway gateway;

  /** For the container's proxy only. */
  protected FreshdeskConnector() {
    config = null;
    pager = null;
    people = null;
    sourceWords = null;
    labelWriter = null;
    gateway = null;
  }

  @Inject
  FreshdeskConnector(
      FreshdeskConfig config,
      FreshdeskPager pager,
      FreshdeskPeople people,
      SourceWords sourceWords,
      FreshdeskLabelWriter labelWriter,
      FreshdeskGateway gateway) {
    this.config = config;
    this.pager = pager;
    this.people = people;
    this.sourceWords = sourceWords;
    this.labelWriter = labelWriter;
    this.gateway = gateway;
  }

  @Override
  public ConnectorId id() {
    return ID;
  }

  @Override
  public Optional<String> configuredSubdomain() {
    return config.subdomain();
  }

  @Override
  public SyncCursor startAt(Instant from) {
    return FreshdeskCursor.startingAt(from).encode();
  }

  @Override
  public TicketBatch read(HelpdeskAccount account, SyncCursor stored) {
    requireConfigured(account);
    FreshdeskPage page = pager.read(FreshdeskCursor.decode(stored));
    // who wrote what is gone is of no more interest, and would cost a call each
    List<TicketJson> named = page.listing() == Listing.TICKETS ? page.tickets() : List.of();
    return new TicketBatch(
        FreshdeskTranslator.tickets(page, sourceWords::of),
        FreshdeskTranslator.contacts(people.requestersOf(named), named),
        FreshdeskTranslator.customers(people.companiesOf(named)),
        page.next().encode(),
        page.next().seenUpTo().orElse(null),
        page.next().isAtRest());
  }

  @Override
  public LookedAt readTickets(HelpdeskAccount account, Set<Long> ids) {
    requireConfigured(account);
    List<TicketJson> found = new ArrayList<>();
    Set<Long> gone = new HashSet<>();
    for (long id : ids.stream().sorted().limit(MOST_BY_NUMBER).toList()) {
      try {
        ticket(id).ifPresentOrElse(found::add, () -> gone.add(id));
      } catch (ConnectorFailure.Throttled e) {
        if (found.isEmpty() && gone.isEmpty()) {
          throw e;
        }
        break; // what was read counts; whoever asks for the rest is told to wait
      }
    }
    return new LookedAt(
        FreshdeskTranslator.tickets(Listing.TICKETS, found, sourceWords::of),
        FreshdeskTranslator.contacts(people.requestersOf(found), found),
        FreshdeskTranslator.customers(people.companiesOf(found)),
        gone);
  }

  private Optional<TicketJson> ticket(long id) {
    try {
      return Optional.of(same(id, gateway.call(FreshdeskRequest.ticket(id))));
    } catch (FreshdeskRefusal e) {
      if (e.status() != 404) {
        throw e.asFailure();
      }
    }
    try {
      return Optional.of(same(id, gateway.call(FreshdeskRequest.archivedTicket(id))));
    } catch (FreshdeskRefusal e) {
      if (e.status() != 404) {
        throw e.asFailure();
      }
      return Optional.empty();
    }
  }

  private static TicketJson same(long id, TicketJson ticket) {
    if (FreshdeskTranslator.number(ticket.id()) != id) {
      throw new ConnectorFailure.ContractBroken(
          "Freshdesk answered another ticket than asked for", null);
    }
    return ticket;
  }

  @Override
  public OptionalLong countTickets(HelpdeskAccount account) {
    requireConfigured(account);
    try {
      Long total = gateway.call(FreshdeskRequest.countTickets()).total();
      return total == null || total < 0 ? OptionalLong.empty() : OptionalLong.of(total);
    } catch (FreshdeskRefusal e) {
      return OptionalLong.empty();
    }
  }

  @Override
  public String labelFor(String houseTagName) {
    return FreshdeskSpelling.of(houseTagName);
  }

  @Override
  public LabelWriteOutcome write(HelpdeskAccount account, LabelChange change) {
    requireConfigured(account);
    return labelWriter.write(change);
  }

  /** There is one key, and it must not be tried on another account. */
  private void requireConfigured(HelpdeskAccount account) {
    if (!config.subdomain().equals(Optional.of(account.subdomain()))) {
      throw new ConnectorFailure.CredentialsRejected(
          "The Freshdesk account "
              + account.subdomain()
              + " is not the one connected by "
              + FreshdeskConfig.SUBDOMAIN);
    }
  }
}
