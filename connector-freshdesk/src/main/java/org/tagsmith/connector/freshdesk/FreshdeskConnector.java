package org.tagsmith.connector.freshdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tagsmith.connector.freshdesk.wire.ContactJson;
import org.tagsmith.connector.freshdesk.wire.TicketJson;
import org.tagsmith.domain.sync.Connector;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.LabelChange;
import org.tagsmith.domain.sync.LabelWriteOutcome;
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
  private final FreshdeskPager pager;
  private final FreshdeskPeople people;
  private final FreshdeskNames names;
  private final SourceWords sourceWords;
  private final FreshdeskLabelWriter labelWriter;
  private final FreshdeskGateway gateway;

  /** For the container's proxy only. */
  protected FreshdeskConnector() {
    config = null;
    pager = null;
    people = null;
    names = null;
    sourceWords = null;
    labelWriter = null;
    gateway = null;
  }

  @Inject
  FreshdeskConnector(
      FreshdeskConfig config,
      FreshdeskPager pager,
      FreshdeskPeople people,
      FreshdeskNames names,
      SourceWords sourceWords,
      FreshdeskLabelWriter labelWriter,
      FreshdeskGateway gateway) {
    this.config = config;
    this.pager = pager;
    this.people = people;
    this.names = names;
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
    List<ContactJson> requesters = people.requestersOf(named);
    return new TicketBatch(
        FreshdeskTranslator.tickets(
            page, sourceWords::of, FreshdeskTranslator.languages(requesters)),
        FreshdeskTranslator.contacts(requesters, named),
        FreshdeskTranslator.customers(people.companiesOf(named)),
        names.of(named),
        page.ratings(),
        page.next().encode(),
        page.next().seenUpTo().orElse(null),
        page.next().isAtRest());
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
