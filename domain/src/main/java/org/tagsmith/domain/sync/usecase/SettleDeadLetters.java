package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.DeadLetter;
import org.tagsmith.domain.sync.DeadLetterRepository;

/**
 * An admin looks at what the helpdesk refused for good, tries it again or drops it. Thread-safe; of
 * two who settle the same, one does.
 */
@ApplicationScoped
public class SettleDeadLetters {
  /** So many are listed at once. */
  public static final int PAGE = 50;

  private final FindAccount accounts;
  private final DeadLetterRepository letters;

  @Inject
  SettleDeadLetters(FindAccount accounts, DeadLetterRepository letters) {
    this.accounts = accounts;
    this.letters = letters;
  }

  /** For the container's proxy. */
  protected SettleDeadLetters() {
    this.accounts = null;
    this.letters = null;
  }

  /**
   * The newest first, at most {@link #PAGE}.
   *
   * @param before only older ones than this; null for the newest
   * @throws org.tagsmith.domain.sync.SettingsRefused if there is no such account
   */
  @Transactional
  public List<DeadLetter> list(HelpdeskAccountId account, Long before) {
    accounts.connected(account);
    return letters.list(account, before == null ? DeadLetterRepository.NEWEST : before, PAGE);
  }

  /**
   * Tries some again, but for labels that were decided anew since. With write-back off they wait.
   *
   * @param by who wants it; kept
   * @return how many are on their way; fewer than asked for if somebody else was quicker, or
   *     nothing was left of them
   * @throws org.tagsmith.domain.sync.SettingsRefused if there is no such account
   */
  @Transactional
  public int retry(HelpdeskAccountId account, List<Long> entries, String by) {
    accounts.connected(account);
    return letters.retry(account, entries, by);
  }

  /**
   * Tries all again.
   *
   * @param upTo the newest that was seen; later ones stay
   * @param by who wants it; kept
   * @return how many are on their way
   * @throws org.tagsmith.domain.sync.SettingsRefused if there is no such account
   */
  @Transactional
  public int retryAll(HelpdeskAccountId account, long upTo, String by) {
    accounts.connected(account);
    return letters.retryAll(account, upTo, by);
  }

  /**
   * Drops some: they are listed no more and never sent. What was decided stays on record.
   *
   * @param by who wants it; kept
   * @return how many it were
   * @throws org.tagsmith.domain.sync.SettingsRefused if there is no such account
   */
  @Transactional
  public int drop(HelpdeskAccountId account, List<Long> entries, String by) {
    accounts.connected(account);
    return letters.drop(account, entries, by);
  }

  /**
   * Takes a drop back.
   *
   * @return how many are listed again
   * @throws org.tagsmith.domain.sync.SettingsRefused if there is no such account
   */
  @Transactional
  public int takeBack(HelpdeskAccountId account, List<Long> entries) {
    accounts.connected(account);
    return letters.takeBack(account, entries);
  }
}
