package org.tagsmith.connector.freshdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.tagsmith.connector.freshdesk.wire.ContactJson;
import org.tagsmith.connector.freshdesk.wire.TicketJson;
import org.tagsmith.domain.sync.AccountSettings;
import org.tagsmith.domain.sync.ConnectionReport;
import org.tagsmith.domain.sync.Connector;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.LabelChange;
import org.tagsmith.domain.sync.LabelWriteOutcome;
import org.tagsmith.domain.sync.LookedAt;
import org.tagsmith.domain.sync.PlannedWrite;
import org.tagsmith.domain.sync.SettingsRefused;
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
  private final FreshdeskAccounts accounts;
  private final Clock clock;

  /** For the container's proxy only. */
  protected FreshdeskConnector() {
    config = null;
    accounts = null;
    clock = null;
  }

  @Inject
  FreshdeskConnector(FreshdeskConfig config, FreshdeskAccounts accounts, Clock clock) {
    this.config = config;
    this.accounts = accounts;
    this.clock = clock;
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
  public AccountSettings checked(AccountSettings typed) {
    if (typed.key().isEmpty()) {
      throw new SettingsRefused("missing-field", "key", "Enter the API key of an agent.");
    }
    return new AccountSettings(accounts.hosts().name(typed.subdomain()), "", typed.key());
  }

  @Override
  public ConnectionReport probe(AccountSettings settings) {
    try (FreshdeskAccount trial = accounts.trial(settings)) {
      return new FreshdeskProbe(trial, clock).of(settings, accounts.hosts());
    }
  }

  @Override
  public SyncCursor startAt(Instant from) {
    return FreshdeskCursor.startingAt(from).encode();
  }

  @Override
  public SyncCursor startAt(Instant from, Instant until) {
    return FreshdeskCursor.startingAt(from).endingAt(until).encode();
  }

  @Override
  public Duration untilFree(HelpdeskAccount account, int share) {
    return accounts.of(account).gateway().limits().untilFree(share, Beside.ALL.credits());
  }

  @Override
  public OptionalInt callsPerMinute(HelpdeskAccount account) {
    return accounts.of(account).gateway().limits().total("account");
  }

  @Override
  public TicketBatch read(HelpdeskAccount account, SyncCursor stored) {
    FreshdeskAccount parts = accounts.of(account);
    FreshdeskPage page = parts.pager().read(FreshdeskCursor.decode(stored));
    // who wrote what is gone is of no more interest, and would cost a call each
    List<TicketJson> named = page.listing() == Listing.TICKETS ? page.tickets() : List.of();
    List<ContactJson> requesters = parts.people().requestersOf(named);
    return new TicketBatch(
        FreshdeskTranslator.tickets(
            page, parts.sourceWords()::of, FreshdeskTranslator.languages(requesters)),
        FreshdeskTranslator.contacts(requesters, named),
        FreshdeskTranslator.customers(parts.people().companiesOf(named)),
        parts.names().of(named),
        page.ratings(),
        page.next().encode(),
        page.next().seenUpTo().orElse(null),
        page.next().isAtRest());
  }

  @Override
  public LookedAt readTickets(HelpdeskAccount account, Set<Long> ids) {
    FreshdeskAccount parts = accounts.of(account);
    List<TicketJson> found = new ArrayList<>();
    Set<Long> gone = new HashSet<>();
    for (long id : ids.stream().sorted().limit(MOST_BY_NUMBER).toList()) {
      try {
        ticket(parts.gateway(), id).ifPresentOrElse(found::add, () -> gone.add(id));
      } catch (ConnectorFailure.Throttled e) {
        if (found.isEmpty() && gone.isEmpty()) {
          throw e;
        }
        break; // what was read counts; whoever asks for the rest is told to wait
      }
    }
    List<ContactJson> requesters = parts.people().requestersOf(found);
    return new LookedAt(
        FreshdeskTranslator.tickets(
            Listing.TICKETS,
            found,
            parts.sourceWords()::of,
            FreshdeskTranslator.languages(requesters)),
        FreshdeskTranslator.contacts(requesters, found),
        FreshdeskTranslator.customers(parts.people().companiesOf(found)),
        parts.names().of(found),
        gone);
  }

  private static Optional<TicketJson> ticket(FreshdeskGateway gateway, long id) {
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
    FreshdeskGateway gateway = accounts.of(account).gateway();
    try {
      Long total = gateway.call(FreshdeskRequest.countTickets()).total();
      return total == null || total < 0 ? OptionalLong.empty() : OptionalLong.of(total);
    } catch (FreshdeskRefusal e) {
      return OptionalLong.empty();
    }
  }

  @Override
  public Optional<URI> ticketPage(HelpdeskAccount account, long ticketId) {
    return Optional.of(accounts.of(account).ticketPage(ticketId));
  }

  @Override
  public String labelFor(String houseTagName) {
    return FreshdeskSpelling.of(houseTagName);
  }

  @Override
  public PlannedWrite plan(HelpdeskAccount account, LabelChange change) {
    return accounts.of(account).labelWriter().plan(change);
  }

  @Override
  public LabelWriteOutcome write(HelpdeskAccount account, LabelChange change) {
    return accounts.of(account).labelWriter().write(change);
  }
}
