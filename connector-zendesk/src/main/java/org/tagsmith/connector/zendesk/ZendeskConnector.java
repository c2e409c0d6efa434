package org.tagsmith.connector.zendesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.tagsmith.connector.zendesk.wire.CountJson;
import org.tagsmith.connector.zendesk.wire.TicketJson;
import org.tagsmith.connector.zendesk.wire.TicketPageJson;
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
import org.tagsmith.domain.ticket.TicketSnapshot;

/** Zendesk behind the domain's port: ask the pager, translate, hand back the batch. Thread-safe. */
@ApplicationScoped
class ZendeskConnector implements Connector {
  static final ConnectorId ID = new ConnectorId("zendesk");

  /** Where Zendesk stops counting while a fresh count is not there yet. */
  private static final long COUNT_CAP = 100_000;

  /** Tickets that are not in a list are asked for one by one, so many in one look. */
  private static final int MOST_ASKED_ALONE = 20;

  private final ZendeskConfig config;
  private final ZendeskAccounts accounts;
  private final Clock clock;

  /** For the container's proxy only. */
  protected ZendeskConnector() {
    config = null;
    accounts = null;
    clock = null;
  }

  @Inject
  ZendeskConnector(ZendeskConfig config, ZendeskAccounts accounts, Clock clock) {
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
    if (typed.user().isEmpty() || !typed.user().contains("@")) {
      throw new SettingsRefused(
          "missing-field", "user", "Enter the e-mail address of the admin who owns the API token.");
    }
    if (typed.key().isEmpty()) {
      throw new SettingsRefused("missing-field", "key", "Enter the API token.");
    }
    // what the token is pasted with in examples
    String email =
        typed.user().endsWith("/token") ? typed.user().replace("/token", "") : typed.user();
    return new AccountSettings(accounts.hosts().name(typed.subdomain()), email, typed.key());
  }

  @Override
  public ConnectionReport probe(AccountSettings settings) {
    try (ZendeskAccount trial = accounts.trial(settings)) {
      return new ZendeskProbe(trial, clock).of(settings, accounts.hosts());
    }
  }

  @Override
  public SyncCursor startAt(Instant from) {
    return ZendeskCursor.startingAt(from).encode();
  }

  @Override
  public SyncCursor startAt(Instant from, Instant until) {
    return ZendeskCursor.startingAt(from).endingAt(until).encode();
  }

  @Override
  public Duration untilFree(HelpdeskAccount account, int share) {
    return accounts.of(account).api().limits().untilFree(share, 1);
  }

  @Override
  public OptionalInt callsPerMinute(HelpdeskAccount account) {
    return accounts.of(account).api().limits().total("account");
  }

  @Override
  public TicketBatch read(HelpdeskAccount account, SyncCursor stored) {
    ZendeskAccount parts = accounts.of(account);
    ZendeskCursor cursor = ZendeskCursor.decode(stored);
    ZendeskPage page = parts.pager().read(cursor);
    Collection<TicketJson> rows = ZendeskTranslator.rows(page.content().tickets());
    List<TicketSnapshot> tickets = ZendeskTranslator.tickets(page.content());
    Instant readUpTo =
        tickets.stream()
            .map(TicketSnapshot::generatedAt)
            .max(Instant::compareTo)
            .or(cursor::seenUpTo)
            .orElse(null);
    return new TicketBatch(
        tickets,
        ZendeskTranslator.contacts(page.content()),
        ZendeskTranslator.customers(page.content()),
        ZendeskTranslator.names(page.content(), parts.brandNames().of(rows)),
        List.of(),
        page.next() == null ? stored : cursor.next(page.next(), readUpTo).encode(),
        readUpTo,
        page.endOfStream() || cursor.hasPassedItsEnd(readUpTo));
  }

  @Override
  public LookedAt readTickets(HelpdeskAccount account, Set<Long> ids) {
    ZendeskAccount parts = accounts.of(account);
    ZendeskGateway gateway = parts.gateway();
    try {
      TicketPageJson found = gateway.call(ZendeskRequest.tickets(ids));
      List<TicketSnapshot> tickets = new ArrayList<>(ZendeskTranslator.tickets(found));
      Set<Long> missing = new TreeSet<>(ids);
      tickets.forEach(ticket -> missing.remove(ticket.remoteId()));
      Set<Long> gone = new HashSet<>();
      for (long id : missing.stream().limit(MOST_ASKED_ALONE).toList()) {
        Optional<TicketSnapshot> alone = ticket(gateway, id);
        alone.ifPresentOrElse(tickets::add, () -> gone.add(id));
      }
      return new LookedAt(
          tickets,
          ZendeskTranslator.contacts(found),
          ZendeskTranslator.customers(found),
          ZendeskTranslator.names(
              found, parts.brandNames().of(ZendeskTranslator.rows(found.tickets()))),
          gone);
    } catch (ZendeskRefusal e) {
      throw e.asFailure();
    }
  }

  /** A list that leaves a ticket out is no proof that there is none. */
  private static Optional<TicketSnapshot> ticket(ZendeskGateway gateway, long id) {
    try {
      TicketJson ticket = gateway.call(ZendeskRequest.ticket(id)).ticket();
      if (ticket == null || !Long.valueOf(id).equals(ticket.id())) {
        throw new ConnectorFailure.ContractBroken(
            "Zendesk answered another ticket than asked for", null);
      }
      return Optional.of(
          ZendeskTranslator.ticket(ticket).with(ZendeskFacts.of(ticket, null, null)));
    } catch (ZendeskRefusal e) {
      if (e.status() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public OptionalLong countTickets(HelpdeskAccount account) {
    ZendeskGateway gateway = accounts.of(account).gateway();
    CountJson count;
    try {
      count = gateway.call(ZendeskRequest.countTickets()).count();
    } catch (ZendeskRefusal e) {
      return OptionalLong.empty();
    }
    boolean known = count != null && count.value() != null && count.value() >= 0;
    boolean capped = known && count.refreshedAt() == null && count.value() >= COUNT_CAP;
    return known && !capped ? OptionalLong.of(count.value()) : OptionalLong.empty();
  }

  @Override
  public Optional<URI> ticketPage(HelpdeskAccount account, long ticketId) {
    return Optional.of(accounts.of(account).ticketPage(ticketId));
  }

  @Override
  public String labelFor(String houseTagName) {
    return ZendeskSpelling.of(houseTagName);
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
