package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.tagsmith.domain.sync.DeliveryRepository;
import org.tagsmith.domain.sync.DeliveryRepository.Count;
import org.tagsmith.domain.sync.DeliveryVerifier.DeliverySetup;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskAccountRepository;

/** Tells whether deliveries arrive, and what an admin enters in the helpdesk so that they do. */
@ApplicationScoped
public class ReadDeliveries {
  private static final Set<String> ACCEPTED = Set.of(DeliveryTally.TAKEN, DeliveryTally.REPEATED);

  private final HelpdeskAccountRepository accounts;
  private final DeliveryVerifiers verifiers;
  private final DeliveryRepository deliveries;
  private final Clock clock;

  @Inject
  ReadDeliveries(
      HelpdeskAccountRepository accounts,
      DeliveryVerifiers verifiers,
      DeliveryRepository deliveries,
      Clock clock) {
    this.accounts = accounts;
    this.verifiers = verifiers;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected ReadDeliveries() {
    this.accounts = null;
    this.verifiers = null;
    this.deliveries = null;
    this.clock = null;
  }

  /**
   * One account's deliveries.
   *
   * @param setup what to enter in the helpdesk
   * @param lastAt when the helpdesk's last one came within a week, null if none did
   * @param lastDay how many of the helpdesk's came in the last 24 hours
   * @param refused those of the last week that were refused, the newest reason first
   */
  public record Arrivals(
      HelpdeskAccount account,
      DeliverySetup setup,
      Instant lastAt,
      long lastDay,
      List<Count> refused) {
    public Arrivals {
      refused = List.copyOf(refused);
    }
  }

  /** One for each account whose helpdesk can send deliveries. */
  @Transactional
  public List<Arrivals> read() {
    List<Count> counts = deliveries.lately(clock.instant());
    return accounts.list().stream()
        .flatMap(
            account ->
                verifiers.of(account.connector()).stream()
                    .map(verifier -> arrivals(account, verifier.setup(account), counts)))
        .toList();
  }

  private static Arrivals arrivals(
      HelpdeskAccount account, DeliverySetup setup, List<Count> counts) {
    List<Count> own =
        counts.stream().filter(count -> count.account().equals(account.id())).toList();
    List<Count> accepted =
        own.stream().filter(count -> ACCEPTED.contains(count.outcome())).toList();
    return new Arrivals(
        account,
        setup,
        accepted.stream().map(Count::lastAt).max(Comparator.naturalOrder()).orElse(null),
        accepted.stream().mapToLong(Count::deliveries).sum(),
        own.stream()
            .filter(count -> !ACCEPTED.contains(count.outcome()))
            .sorted(Comparator.comparing(Count::lastAt).reversed())
            .toList());
  }
}
