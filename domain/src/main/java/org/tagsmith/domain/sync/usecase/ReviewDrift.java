package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.LookRepository;
import org.tagsmith.domain.sync.Reconcile;
import org.tagsmith.domain.sync.ReconcileRepository;
import org.tagsmith.domain.sync.ReconcileRepository.KeptDrift;
import org.tagsmith.domain.sync.SyncStateRepository;
import org.tagsmith.domain.sync.TicketBatchStore;

/** An admin compares an account with its helpdesk, and has what drifted read again. */
@ApplicationScoped
public class ReviewDrift {
  /** So many tickets are listed at once. */
  public static final int PAGE = 50;

  private final FindAccount accounts;
  private final ReconcileRepository reconciles;
  private final SyncStateRepository states;
  private final LookRepository looks;
  private final TicketBatchStore tickets;

  @Inject
  ReviewDrift(
      FindAccount accounts,
      ReconcileRepository reconciles,
      SyncStateRepository states,
      LookRepository looks,
      TicketBatchStore tickets) {
    this.accounts = accounts;
    this.reconciles = reconciles;
    this.states = states;
    this.looks = looks;
    this.tickets = tickets;
  }

  /** For the container's proxy. */
  protected ReviewDrift() {
    this.accounts = null;
    this.reconciles = null;
    this.states = null;
    this.looks = null;
    this.tickets = null;
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
   * Has all that drifted read again, at once. What we hold of it is known to be wrong and must not
   * pass for newer than what is read.
   *
   * @param by who asks; kept
   * @return how many tickets
   * @throws org.tagsmith.domain.sync.SettingsRefused if there is no such account
   */
  @Transactional
  public int readAgain(HelpdeskAccountId account, long reconcile, String by) {
    HelpdeskAccount held = accounts.connected(account);
    // in the order in which reading does it
    states.hold(account);
    List<Long> drifted = reconciles.readAgain(account, reconcile, by);
    tickets.distrust(held, drifted);
    drifted.forEach(ticket -> looks.request(account, ticket, null));
    return drifted.size();
  }
}
