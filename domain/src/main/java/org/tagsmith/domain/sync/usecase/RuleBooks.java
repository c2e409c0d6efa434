package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskRule;
import org.tagsmith.domain.sync.HelpdeskRules;
import org.tagsmith.domain.sync.RuleBook;
import org.tagsmith.domain.sync.RuleBook.Unread;

/**
 * The accounts' rule books, read when asked for and kept in memory for some minutes. One read of an
 * account at a time on each server, by a thread of its own; none while most of the account's calls
 * are used. Thread-safe.
 */
@ApplicationScoped
class RuleBooks {
  /** Rules change rarely, and a lead looks at several previews in a row. */
  static final Duration FRESH_FOR = Duration.ofMinutes(5);

  /** What could not be read, be it for a right that is given now, is soon tried again. */
  static final Duration FAILED_FOR = Duration.ofSeconds(30);

  /** A read that takes longer is given up on; it cannot be stopped, and its answer is dropped. */
  static final Duration LONGEST = Duration.ofMinutes(3);

  /** Per cent of the account's calls that may be used, by whomever, when a read begins. */
  static final int SHARE = 80;

  private final Iterable<HelpdeskRules> all;
  private final Connectors connectors;
  private final ReadingThreads threads;
  private final Clock clock;
  private final Map<HelpdeskAccountId, Reading> readings = new ConcurrentHashMap<>();

  /**
   * A read, under way or over.
   *
   * @param book becomes a {@link ConnectorFailure} where the helpdesk could not be read
   */
  record Reading(CompletableFuture<RuleBook> book, Instant begunAt) {}

  @Inject
  RuleBooks(
      @Any Instance<HelpdeskRules> all,
      Connectors connectors,
      ReadingThreads threads,
      Clock clock) {
    this((Iterable<HelpdeskRules>) all, connectors, threads, clock);
  }

  /** For tests that have no container. */
  RuleBooks(
      Iterable<HelpdeskRules> all, Connectors connectors, ReadingThreads threads, Clock clock) {
    this.all = all;
    this.connectors = connectors;
    this.threads = threads;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected RuleBooks() {
    this((Iterable<HelpdeskRules>) null, null, null, null);
  }

  /** The newest read of each account; begins one where there is none or an old one. */
  List<Reading> of(List<HelpdeskAccount> accounts) {
    Set<HelpdeskAccountId> connected =
        accounts.stream().map(HelpdeskAccount::id).collect(Collectors.toSet());
    readings.keySet().retainAll(connected);
    return accounts.stream()
        .map(
            account ->
                readings.compute(
                    account.id(), (id, known) -> isGood(known) ? known : begin(account)))
        .toList();
  }

  private boolean isGood(Reading reading) {
    if (reading == null) {
      return false;
    }
    CompletableFuture<RuleBook> book = reading.book();
    Duration good = LONGEST;
    if (book.isDone()) {
      boolean whole = !book.isCompletedExceptionally() && !isShortOfRights(book.join());
      good = whole ? FRESH_FOR : FAILED_FOR;
    }
    return clock.instant().isBefore(reading.begunAt().plus(good));
  }

  private static boolean isShortOfRights(RuleBook book) {
    return book.unread().containsValue(Unread.NOT_PERMITTED);
  }

  private Reading begin(HelpdeskAccount account) {
    ExecutorService reader = threads.newReader();
    CompletableFuture<RuleBook> book = CompletableFuture.supplyAsync(() -> read(account), reader);
    reader.shutdown(); // after what it was just given
    return new Reading(book, clock.instant());
  }

  private RuleBook read(HelpdeskAccount account) {
    Duration wait = connectors.of(account.connector()).untilFree(account, SHARE);
    if (!wait.isZero()) {
      throw new ConnectorFailure.Throttled("Most calls of the account's limit are used", wait);
    }
    HelpdeskRules rules = rulesOf(account.connector());
    return rules == null ? nothingOffered() : rules.read(account);
  }

  private HelpdeskRules rulesOf(ConnectorId connector) {
    for (HelpdeskRules rules : all) {
      if (rules.connector().equals(connector)) {
        return rules;
      }
    }
    return null;
  }

  private static RuleBook nothingOffered() {
    Map<HelpdeskRule.Kind, Unread> none = new EnumMap<>(HelpdeskRule.Kind.class);
    for (HelpdeskRule.Kind kind : HelpdeskRule.Kind.values()) {
      none.put(kind, Unread.NOT_OFFERED);
    }
    return new RuleBook(List.of(), none);
  }
}
