package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.tagsmith.domain.shared.TraceWithoutWords;
import org.tagsmith.domain.sync.AccountMentions;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskAccountRepository;
import org.tagsmith.domain.sync.RuleBook;
import org.tagsmith.domain.vocabulary.VocabularyReader;
import org.tagsmith.domain.vocabulary.usecase.CurrentVocabulary;

/**
 * Finds which rules in the helpdesks speak of labels that a decision is about. Thread-safe. Waits a
 * few seconds for the helpdesks and no longer: what is not read by then is told as such, and read
 * on for the next who asks.
 */
@ApplicationScoped
public class FindMentions {
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final System.Logger LOG = System.getLogger(FindMentions.class.getName());

  private final HelpdeskAccountRepository accounts;
  private final RuleBooks books;
  private final Supplier<VocabularyReader> vocabulary;
  private final Duration patience;

  @Inject
  FindMentions(HelpdeskAccountRepository accounts, RuleBooks books, CurrentVocabulary vocabulary) {
    this(accounts, books, vocabulary::read, PATIENCE);
  }

  /** For tests that do not want to wait. */
  FindMentions(
      HelpdeskAccountRepository accounts,
      RuleBooks books,
      Supplier<VocabularyReader> vocabulary,
      Duration patience) {
    this.accounts = accounts;
    this.books = books;
    this.vocabulary = vocabulary;
    this.patience = patience;
  }

  /** For the container's proxy. */
  protected FindMentions() {
    this(null, null, null, null);
  }

  /**
   * Asks every connected account.
   *
   * @param tagIds house tags: rules with any name of theirs, or with a label that means one now
   * @param labels labels, in whatever case and with whatever separators
   * @return one for each account, in the order of the accounts
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public List<AccountMentions> of(Set<Integer> tagIds, Collection<String> labels) {
    Predicate<String> asked = new AskedLabels(vocabulary.get(), tagIds, labels);
    List<HelpdeskAccount> connected = accounts.list();
    List<RuleBooks.Reading> readings = books.of(connected);
    await(readings);
    List<AccountMentions> found = new ArrayList<>();
    for (int i = 0; i < connected.size(); i++) {
      found.add(told(connected.get(i), readings.get(i), asked));
    }
    return found;
  }

  private void await(List<RuleBooks.Reading> readings) {
    CompletableFuture<?>[] books =
        readings.stream().map(RuleBooks.Reading::book).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(books).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException notAll) {
      // each account tells below what became of it
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static AccountMentions told(
      HelpdeskAccount account, RuleBooks.Reading reading, Predicate<String> asked) {
    if (!reading.book().isDone()) {
      return new AccountMentions.BeingRead(account);
    }
    try {
      RuleBook book = reading.book().join();
      return new AccountMentions.Known(
          account, reading.begunAt(), book.speakingOf(asked), book.unread());
    } catch (CompletionException e) {
      return notRead(account, e.getCause());
    }
  }

  private static AccountMentions notRead(HelpdeskAccount account, Throwable cause) {
    RuntimeException failure =
        cause instanceof RuntimeException told ? told : new IllegalStateException(cause);
    FailureWords words = FailureWords.of(failure);
    if (words.isUnexpected()) {
      TraceWithoutWords.log(
          LOG,
          System.Logger.Level.ERROR,
          "Account " + account.id().value() + ": its rules could not be read",
          failure);
    }
    Optional<Duration> pause =
        failure instanceof ConnectorFailure.Throttled throttled
            ? Optional.of(throttled.retryAfter())
            : Optional.empty();
    return new AccountMentions.NotRead(account, words.kind(), pause);
  }
}
