package org.tagsmith.connector.zendesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tagsmith.connector.zendesk.wire.CountJson;
import org.tagsmith.connector.zendesk.wire.TicketJson;
import org.tagsmith.domain.sync.Connector;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.LabelChange;
import org.tagsmith.domain.sync.LabelWriteOutcome;
import org.tagsmith.domain.sync.SyncCursor;
import org.tagsmith.domain.sync.TicketBatch;
import org.tagsmith.domain.ticket.TicketSnapshot;

/** Zendesk behind the domain's port: ask the pager, translate, hand back the batch. Thread-safe. */
@ApplicationScoped
class ZendeskConnector implements Connector {
  static final ConnectorId ID = new ConnectorId("zendesk");

  /** Where Zendesk stops counting while a fresh count is not there yet. */
  private static final long COUNT_CAP = 100_000;

  private final ZendeskConfig config;
  private final ZendeskPager pager;
  private final BrandNames brandNames;
  private final ZendeskLabelWriter labelWriter;
  private final ZendeskGateway gateway;

  /** For the container's proxy only. */
  protected ZendeskConnector() {
    config = null;
    pager = null;
    brandNames = null;
    labelWriter = null;
    gateway = null;
  }

  @Inject
  ZendeskConnector(
      ZendeskConfig config,
      ZendeskPager pager,
      BrandNames brandNames,
      ZendeskLabelWriter labelWriter,
      ZendeskGateway gateway) {
    this.config = config;
    this.pager = pager;
    this.brandNames = brandNames;
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
    return ZendeskCursor.startingAt(from).encode();
  }

  @Override
  public TicketBatch read(HelpdeskAccount account, SyncCursor stored) {
    requireConfigured(account);
    ZendeskCursor cursor = ZendeskCursor.decode(stored);
    ZendeskPage page = pager.read(cursor);
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
        ZendeskTranslator.names(page.content(), brandNames.of(rows)),
        List.of(),
        page.next() == null ? stored : ZendeskCursor.after(page.next(), readUpTo).encode(),
        readUpTo,
        page.endOfStream());
  }

  @Override
  public OptionalLong countTickets(HelpdeskAccount account) {
    requireConfigured(account);
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
  public String labelFor(String houseTagName) {
    return ZendeskSpelling.of(houseTagName);
  }

  @Override
  public LabelWriteOutcome write(HelpdeskAccount account, LabelChange change) {
    requireConfigured(account);
    return labelWriter.write(change);
  }

  /** There is one credential, and it must not be tried on another account. */
  private void requireConfigured(HelpdeskAccount account) {
    if (!config.subdomain().equals(Optional.of(account.subdomain()))) {
      throw new ConnectorFailure.CredentialsRejected(
          "The Zendesk account "
              + account.subdomain()
              + " is not the one connected by "
              + ZendeskConfig.SUBDOMAIN);
    }
  }
}
