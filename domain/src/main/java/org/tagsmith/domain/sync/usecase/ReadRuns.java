package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.SyncRunRepository;
import org.tagsmith.domain.sync.SyncRunRepository.KeptRun;

/** Tells how an account's reading went lately. Thread-safe; asks no helpdesk. */
@ApplicationScoped
public class ReadRuns {
  /** So many are listed at once. */
  public static final int PAGE = 20;

  private final FindAccount accounts;
  private final SyncRunRepository runs;

  @Inject
  ReadRuns(FindAccount accounts, SyncRunRepository runs) {
    this.accounts = accounts;
    this.runs = runs;
  }

  /** For the container's proxy. */
  protected ReadRuns() {
    this.accounts = null;
    this.runs = null;
  }

  /**
   * The runs that read something or failed, the newest first, at most {@link #PAGE}.
   *
   * @param before only older ones than this; null for the newest
   * @throws org.tagsmith.domain.sync.SettingsRefused if there is no such account
   */
  @Transactional
  public List<KeptRun> list(HelpdeskAccountId account, Long before) {
    accounts.connected(account);
    return runs.list(account, before == null ? SyncRunRepository.NEWEST : before, PAGE);
  }
}
