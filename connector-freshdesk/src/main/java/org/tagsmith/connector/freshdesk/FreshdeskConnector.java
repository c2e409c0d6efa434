package org.tagsmith.connector.freshdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tagsmith.connector.freshdesk.wire.TicketJson;
import org.tagsmith.domain.sync.AccountSettings;
import org.tagsmith.domain.sync.ConnectionReport;
import org.tagsmith.domain.sync.Connector;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.LabelChange;
import org.tagsmith.domain.sync.LabelWriteOutcome;
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
  public TicketBatch read(HelpdeskAccount account, SyncCursor stored) {
    FreshdeskAccount parts = accounts.of(account);
    FreshdeskPage page = parts.pager().read(FreshdeskCursor.decode(stored));
    // who wrote what is gone is of no more interest, and would cost a call each
    List<TicketJson> named = page.listing() == Listing.TICKETS ? page.tickets() : List.of();
    return new TicketBatch(
        FreshdeskTranslator.tickets(page, parts.sourceWords()::of),
        FreshdeskTranslator.contacts(parts.people().requestersOf(named), named),
        FreshdeskTranslator.customers(parts.people().companiesOf(named)),
        page.next().encode(),
        page.next().seenUpTo().orElse(null),
        page.next().isAtRest());
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
  public String labelFor(String houseTagName) {
    return FreshdeskSpelling.of(houseTagName);
  }

  @Override
  public LabelWriteOutcome write(HelpdeskAccount account, LabelChange change) {
    return accounts.of(account).labelWriter().write(change);
  }
}
