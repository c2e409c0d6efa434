package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.shared.TraceWithoutWords;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskAccountRepository;
import org.tagsmith.domain.sync.LookRepository;
import org.tagsmith.domain.sync.LookRepository.Entry;
import org.tagsmith.domain.sync.LookedAt;

/**
 * Reads the tickets that deliveries named, and stores them as reading does: an older state never
 * replaces a later one, so a look too many does no harm, and one too few is made up for by the next
 * reading. Thread-safe, and safe on several servers.
 */
@ApplicationScoped
public class LookAtTickets {
  // Longer than a round of single calls; a second runner in spite of it stores nothing twice.
  static final Duration LEASE = Duration.ofSeconds(30);

  /** What one call of Zendesk takes; a connector may take fewer. */
  static final int MOST_AT_ONCE = 100;

  /** After so many failures the next reading is left to find the ticket. */
  static final int MOST_ATTEMPTS = 5;

  private static final int MOST_ROUNDS = 100;
  private static final System.Logger LOG = System.getLogger(LookAtTickets.class.getName());

  private final HelpdeskAccountRepository accounts;
  private final Connectors connectors;
  private final LookRepository looks;
  private final StoreLook storeLook;

  @Inject
  LookAtTickets(
      HelpdeskAccountRepository accounts,
      Connectors connectors,
      LookRepository looks,
      StoreLook storeLook) {
    this.accounts = accounts;
    this.connectors = connectors;
    this.looks = looks;
    this.storeLook = storeLook;
  }

  /** For the container's proxy. */
  protected LookAtTickets() {
    this.accounts = null;
    this.connectors = null;
    this.looks = null;
    this.storeLook = null;
  }

  /**
   * Looks at what was due when it was called, until that is done or the helpdesk asks for a pause.
   * Blocks as long as that takes; failures of the helpdesk are not thrown.
   *
   * @return how many tickets were looked at
   * @throws IllegalArgumentException if the account is not connected here
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public int lookAtDue(HelpdeskAccountId id) {
    HelpdeskAccount account =
        accounts
            .find(id)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No helpdesk account " + id.value() + " is connected."));
    String holder = "looker-" + UUID.randomUUID();
    if (!looks.claim(id, holder, LEASE)) {
      return 0;
    }
    try {
      return lookAtAll(account, holder);
    } finally {
      looks.release(id, holder);
    }
  }

  private int lookAtAll(HelpdeskAccount account, String holder) {
    int done = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<Entry> entries = looks.due(account.id(), MOST_AT_ONCE);
      if (entries.isEmpty()
          || Thread.currentThread().isInterrupted()
          || !looks.renew(account.id(), holder, LEASE)) {
        break;
      }
      int looked = look(account, holder, entries);
      done += looked;
      // a full round may have left some; what came in since then waits for its own turn, so that
      // tickets that change again and again are not read more often than the helpdesk allows
      if (looked == 0 || (looked == entries.size() && looked < MOST_AT_ONCE)) {
        break;
      }
    }
    return done;
  }

  private int look(HelpdeskAccount account, String holder, List<Entry> entries) {
    Set<Long> wanted = entries.stream().map(Entry::ticket).collect(Collectors.toSet());
    try {
      LookedAt looked = connectors.of(account.connector()).readTickets(account, wanted);
      Set<Long> answered = looked.answered();
      answered.retainAll(wanted);
      if (answered.isEmpty() || !storeLook.store(account, holder, entries, looked, LEASE)) {
        return 0;
      }
      return answered.size();
    } catch (RuntimeException e) {
      failed(account, entries, e);
      return 0;
    }
  }

  private void failed(HelpdeskAccount account, List<Entry> entries, RuntimeException failure) {
    FailureWords words = FailureWords.of(failure);
    if (words.isUnexpected()) {
      TraceWithoutWords.log(
          LOG,
          System.Logger.Level.ERROR,
          "Account " + account.id().value() + ": looking at tickets failed unexpectedly",
          failure);
    }
    LOG.log(
        System.Logger.Level.INFO,
        "Account {0}: tickets to look at wait ({1})",
        account.id().value(),
        words.kind());
    int attempts = entries.stream().mapToInt(Entry::attempts).max().orElse(0);
    Duration pause = words.pause(attempts + 1);
    if (words.concernsWholeAccount()) {
      looks.pause(account.id(), pause);
    } else {
      looks.postpone(account.id(), entries, pause, MOST_ATTEMPTS);
    }
  }
}
