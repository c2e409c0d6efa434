package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.tagsmith.domain.sync.AccountConnection;
import org.tagsmith.domain.sync.AccountConnection.Source;
import org.tagsmith.domain.sync.ConnectionRepository;
import org.tagsmith.domain.sync.ConnectionRepository.KeptConnection;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskAccountRepository;

/** Tells how each account is connected and steered. Tells no key. */
@ApplicationScoped
public class ReadConnections {
  private final HelpdeskAccountRepository accounts;
  private final ConnectionRepository connections;
  private final OperatorsAccounts operators;

  @Inject
  ReadConnections(
      HelpdeskAccountRepository accounts,
      ConnectionRepository connections,
      OperatorsAccounts operators) {
    this.accounts = accounts;
    this.connections = connections;
    this.operators = operators;
  }

  /** For the container's proxy. */
  protected ReadConnections() {
    this.accounts = null;
    this.connections = null;
    this.operators = null;
  }

  /** One per connected account, in the order in which they were connected. */
  @Transactional
  public List<AccountConnection> read() {
    return accounts.list().stream().map(this::connection).flatMap(Optional::stream).toList();
  }

  private Optional<AccountConnection> connection(HelpdeskAccount account) {
    boolean configured = operators.contain(account);
    Optional<KeptConnection> kept = configured ? Optional.empty() : connections.find(account.id());
    Source source = configured ? Source.OPERATOR : kept.isPresent() ? Source.ADMIN : Source.NOBODY;
    return connections
        .steering(account.id())
        .map(
            steering ->
                new AccountConnection(
                    account,
                    source,
                    kept.map(KeptConnection::user).orElse(""),
                    kept.map(KeptConnection::readFrom).orElse(null),
                    steering.paused(),
                    steering.writeBack(),
                    steering.held()));
  }
}
