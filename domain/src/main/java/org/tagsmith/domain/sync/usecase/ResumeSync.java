package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.OutboxRepository;
import org.tagsmith.domain.sync.SyncStateRepository;

/** An admin says: try again now. */
@ApplicationScoped
public class ResumeSync {
  private final SyncStateRepository states;
  private final OutboxRepository outbox;

  @Inject
  ResumeSync(SyncStateRepository states, OutboxRepository outbox) {
    this.states = states;
    this.outbox = outbox;
  }

  /** For the container's proxy. */
  protected ResumeSync() {
    this.states = null;
    this.outbox = null;
  }

  /**
   * Ends the pause of an account, for reading and for writing. A pause that the helpdesk asked for
   * is kept. Call {@link SyncTickets} next, or leave it to the timer.
   *
   * @return whether the account may be read now
   */
  @Transactional
  public boolean resume(HelpdeskAccountId account) {
    boolean mayRead = states.resume(account);
    if (mayRead) {
      outbox.resume(account);
    }
    return mayRead;
  }
}
