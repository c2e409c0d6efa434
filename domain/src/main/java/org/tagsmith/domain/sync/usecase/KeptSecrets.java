package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.AccountSecrets;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskAccountRepository;
import org.tagsmith.domain.sync.SecretBox;
import org.tagsmith.domain.sync.SecretPurpose;
import org.tagsmith.domain.sync.SecretRepository;
import org.tagsmith.domain.sync.SecretRepository.KeptSecret;

/**
 * Decrypts what admins gave. Read anew after a few seconds, because a helpdesk may send hundreds of
 * deliveries in one, and forged ones shall cost no statement.
 */
@ApplicationScoped
class KeptSecrets implements AccountSecrets {
  static final Duration HOLDS = Duration.ofSeconds(5);

  private static final System.Logger LOG = System.getLogger(KeptSecrets.class.getName());

  private final SecretRepository kept;
  private final HelpdeskAccountRepository accounts;
  private final Secrets secrets;
  private final Clock clock;
  private volatile Read read = new Read(Instant.MIN, List.of());

  private record Opened(SecretPurpose purpose, AccountSecret secret) {}

  private record Read(Instant at, List<Opened> opened) {}

  @Inject
  KeptSecrets(
      SecretRepository kept, HelpdeskAccountRepository accounts, Secrets secrets, Clock clock) {
    this.kept = kept;
    this.accounts = accounts;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected KeptSecrets() {
    this.kept = null;
    this.accounts = null;
    this.secrets = null;
    this.clock = null;
  }

  @Override
  public List<AccountSecret> all(ConnectorId connector, SecretPurpose purpose) {
    return now().stream()
        .filter(each -> each.purpose() == purpose)
        .map(Opened::secret)
        .filter(each -> each.account().connector().equals(connector))
        .toList();
  }

  /** Takes notice of a change at once. */
  void forget() {
    read = new Read(Instant.MIN, List.of());
  }

  private List<Opened> now() {
    Instant now = clock.instant();
    Read last = read;
    boolean holds = !now.isBefore(last.at()) && now.isBefore(last.at().plus(HOLDS));
    if (!holds) {
      last = new Read(now, open());
      read = last;
    }
    return last.opened();
  }

  private List<Opened> open() {
    SecretBox box = secrets.box().orElse(null);
    List<KeptSecret> all = box == null ? List.of() : kept.list();
    if (all.isEmpty()) {
      return List.of();
    }
    Map<HelpdeskAccountId, HelpdeskAccount> byId =
        accounts.list().stream()
            .collect(Collectors.toMap(HelpdeskAccount::id, Function.identity()));
    List<Opened> opened = new ArrayList<>();
    for (KeptSecret each : all) {
      Optional.ofNullable(byId.get(each.account()))
          .flatMap(account -> open(box, each, account))
          .ifPresent(opened::add);
    }
    return List.copyOf(opened);
  }

  private static Optional<Opened> open(SecretBox box, KeptSecret each, HelpdeskAccount account) {
    try {
      String secret = box.open(each.secret(), each.account(), each.purpose().word());
      return Optional.of(new Opened(each.purpose(), new AccountSecret(account, secret)));
    } catch (SecretBox.Unreadable e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Account {0}: its {1} secret cannot be decrypted: {2}",
          each.account().value(),
          each.purpose().word(),
          e.getMessage());
      return Optional.empty();
    }
  }
}
