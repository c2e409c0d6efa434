package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.Delivery;
import org.tagsmith.domain.sync.DeliveryRefusal;
import org.tagsmith.domain.sync.DeliveryVerdict;
import org.tagsmith.domain.sync.DeliveryVerdict.Genuine;
import org.tagsmith.domain.sync.DeliveryVerdict.Refused;
import org.tagsmith.domain.sync.DeliveryVerifier;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskAccountRepository;
import org.tagsmith.domain.sync.LookRepository;

/**
 * A helpdesk says that a ticket changed. What it says of the ticket is not believed and not even
 * read: it only means that we look at it soon. Costs one statement, for what is refused none.
 * Thread-safe.
 */
@ApplicationScoped
public class ReceiveDelivery {
  private final DeliveryVerifiers verifiers;
  private final HelpdeskAccountRepository accounts;
  private final LookRepository looks;
  private final DeliveryTally tally;

  // An account never changes its connector or subdomain.
  private final Map<Address, HelpdeskAccount> known = new ConcurrentHashMap<>();

  @Inject
  ReceiveDelivery(
      DeliveryVerifiers verifiers,
      HelpdeskAccountRepository accounts,
      LookRepository looks,
      DeliveryTally tally) {
    this.verifiers = verifiers;
    this.accounts = accounts;
    this.looks = looks;
    this.tally = tally;
  }

  /** For the container's proxy. */
  protected ReceiveDelivery() {
    this.verifiers = null;
    this.accounts = null;
    this.looks = null;
    this.tally = null;
  }

  private record Address(ConnectorId connector, String subdomain) {}

  /**
   * What became of a delivery.
   *
   * @param account to which it was addressed
   * @param refusal why it was not taken, null if it was
   */
  public record Received(HelpdeskAccountId account, DeliveryRefusal refusal) {}

  /**
   * Takes a delivery or refuses it.
   *
   * @param connector and subdomain: the account to which it was addressed
   * @return empty if nobody is at home at this address
   * @throws IllegalStateException if the database fails; the helpdesk shall send it again
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public Optional<Received> receive(ConnectorId connector, String subdomain, Delivery delivery) {
    Optional<DeliveryVerifier> verifier = verifiers.of(connector);
    if (verifier.isEmpty()) {
      return Optional.empty();
    }
    return account(new Address(connector, subdomain))
        .map(account -> receive(account, verifier.get().verify(account, delivery)));
  }

  private Received receive(HelpdeskAccount account, DeliveryVerdict verdict) {
    if (verdict instanceof Refused refused) {
      tally.note(account.id(), refused.reason().word());
      return new Received(account.id(), refused.reason());
    }
    Genuine genuine = (Genuine) verdict;
    boolean fresh =
        genuine.ticket().isEmpty()
            || looks.request(account.id(), genuine.ticket().getAsLong(), genuine.mark());
    tally.note(account.id(), fresh ? DeliveryTally.TAKEN : DeliveryTally.REPEATED);
    return new Received(account.id(), null);
  }

  private Optional<HelpdeskAccount> account(Address address) {
    HelpdeskAccount found = known.get(address);
    if (found != null) {
      return Optional.of(found);
    }
    Optional<HelpdeskAccount> account = accounts.find(address.connector(), address.subdomain());
    account.ifPresent(connected -> known.put(address, connected));
    return account;
  }
}
