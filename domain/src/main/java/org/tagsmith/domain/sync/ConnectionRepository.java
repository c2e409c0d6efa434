package org.tagsmith.domain.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/**
 * Keeps how admins connected accounts, and how an account's reading and writing are steered. Each
 * method is one step inside the caller's transaction.
 */
public interface ConnectionRepository {
  /** How an admin connected the account; empty if none did. */
  Optional<KeptConnection> find(HelpdeskAccountId account);

  /** Every connection of an admin. */
  List<KeptConnection> list();

  /**
   * Keeps a connection in place of a former one.
   *
   * @param by who gave it
   */
  void keep(KeptConnection connection, String by);

  /**
   * Puts the same secret, sealed anew, in place of the former; does nothing if it was replaced
   * meanwhile.
   */
  void reseal(HelpdeskAccountId account, SealedSecret former, SealedSecret next);

  /** How an account is steered; empty if there is no such account, or it is disconnected. */
  Optional<Steering> steering(HelpdeskAccountId account);

  /** Pauses reading, which ends a reading that is under way after the page at hand; or resumes. */
  void pause(HelpdeskAccountId account, boolean paused);

  /**
   * Sets what becomes of changes of labels. Those not yet written follow: with review they are
   * held, else they are no longer.
   */
  void writeBack(HelpdeskAccountId account, WriteBackMode mode);

  /** Forgets the key, ends reading and writing, pauses a plan; tickets stay. */
  void disconnect(HelpdeskAccountId account);

  /** Deletes what was read from a disconnected account, and what was decided about it. */
  void deleteData(HelpdeskAccountId account);

  /**
   * A connection as it is kept.
   *
   * @param user never null, may be empty
   * @param readFrom null for all tickets
   */
  record KeptConnection(
      HelpdeskAccountId account, String user, SealedSecret key, Instant readFrom) {}

  /**
   * How an account is steered.
   *
   * @param held changes of labels that wait for a release
   */
  record Steering(boolean paused, WriteBackMode writeBack, long held) {}
}
