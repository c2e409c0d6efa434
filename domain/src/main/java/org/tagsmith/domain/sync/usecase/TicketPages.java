package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.net.URI;
import java.util.Optional;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.Connector;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.HelpdeskAccount;

/** Finds where agents open a ticket in their helpdesk. Thread-safe; asks no helpdesk. */
@ApplicationScoped
public class TicketPages {
  private final FindAccount accounts;
  private final Connectors connectors;

  @Inject
  TicketPages(FindAccount accounts, Connectors connectors) {
    this.accounts = accounts;
    this.connectors = connectors;
  }

  /** For the container's proxy. */
  protected TicketPages() {
    this.accounts = null;
    this.connectors = null;
  }

  /** Finds a ticket's page. */
  public interface Finder {
    /** Empty where the helpdesk has none, or its settings are not usable now. */
    Optional<URI> page(long ticketId);
  }

  /**
   * For the tickets of one account.
   *
   * @throws org.tagsmith.domain.sync.SettingsRefused if there is no such account
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public Finder of(HelpdeskAccountId id) {
    HelpdeskAccount account = accounts.connected(id);
    Optional<Connector> connector = connectors.find(account.connector());
    return ticket -> connector.flatMap(each -> page(each, account, ticket));
  }

  private static Optional<URI> page(Connector connector, HelpdeskAccount account, long ticket) {
    try {
      return connector.ticketPage(account, ticket);
    } catch (ConnectorFailure unusable) {
      // reading and writing tell what is wrong with the settings; a list goes without links
      return Optional.empty();
    }
  }
}
