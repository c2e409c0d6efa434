package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.LookRepository;
import org.tagsmith.domain.sync.Reconcile;
import org.tagsmith.domain.sync.ReconcileRepository;
import org.tagsmith.domain.sync.ReconcileRepository.KeptDrift;
import org.tagsmith.domain.sync.SyncStateRepository;

/** An admin compares an account with its helpdesk, and has what drifted read again. */
@ApplicationScoped
public class ReviewDrift {
  /** So many tickets are listed at once. */
  public static final int PAGE = 50;

  private final FindAccount accounts;
  private final ReconcileRepository reconciles;
  private final SyncStateRepository states;
  private final LookRepository looks;

  @Inject
  ReviewDrift(
      FindAccount accounts,
      ReconcileRepository reconciles,
      SyncStateRepository states,
      LookRepository looks) {
    this.accounts = accounts;
    this.reconciles = reconciles;
    this.states = states;
    this.looks = looks;
  }

  /** For the container's proxy. */
  protected ReviewDrift() {
    this.accounts = null;
    this.reconciles = null;
    this.states = null;
    this.looks = null;
  }

  /**
   * Asks for a comparison.
   *
   * @param sample how many of our tickets; empty for all
   * @param by who asks; kept
   * @return false if one is under way
   * @throws org.tagsmith.domain.sync.SettingsRefused if there is no such account
   */
  @Transactional
  public boolean ask(HelpdeskAccountId account, OptionalInt sample, String by) {
    accounts.connected(account);
    return reconciles.ask(account, sample, by);
  }

  /**
   * Lets a comparison that failed or was interrupted go on where it was.
   *
   * @return false if there is none such, or another is under way
   * @throws org.tagsmith.domain.sync.SettingsRefused if there is no such account
   */
  @Transactional
  public boolean resume(HelpdeskAccountId account, long reconcile) {
    accounts.connected(account);
    return reconciles.resume(account, reconcile);
  }

  /**
   * The newest comparison, empty if there was none.
   *
   * @throws org.tagsmith.domain.sync.SettingsRefused if there is no such account
   */
  @Transactional
  public Optional<Reconcile> latest(HelpdeskAccountId account) {
    accounts.connected(account);
    return reconciles.latest(account);
  }

  /**
   * What drifted in it, by ticket, at most {@link #PAGE}.
   *
   * @param after only higher tickets than this; 0 for the first page
   */
  @Transactional
  public List<KeptDrift> drift(Reconcile reconcile, long after) {
    return reconciles.drift(reconcile.id(), after, PAGE);
  }

  /**
   * Has all that drifted read again, at once.
   *
   * @param by who asks; kept
   * @return how many tickets
   * @throws org.tagsmith.domain.sync.SettingsRefused if there is no such account
   */
  @Transactional
  public int readAgain(HelpdeskAccountId account, long reconcile, String by) {
    accounts.connected(account);
    // in the order in which reading does it
    states.hold(account);
    List<Long> tickets = reconciles.readAgain(account, reconcile, by);
    tickets.forEach(ticket -> looks.request(account, ticket, null));
    return tickets.size();
  }
}
