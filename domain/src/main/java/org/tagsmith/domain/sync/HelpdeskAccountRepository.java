package org.tagsmith.domain.sync;

import java.util.List;
import java.util.Optional;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/** Keeps the connected accounts. An account's id, connector and subdomain never change. */
public interface HelpdeskAccountRepository {
  /** All that are not disconnected, in the order in which they were connected. */
  List<HelpdeskAccount> list();

  /** One account, disconnected or not. */
  Optional<HelpdeskAccount> find(HelpdeskAccountId id);

  /** The account with this subdomain, if it is connected. */
  Optional<HelpdeskAccount> find(ConnectorId connector, String subdomain);

  /**
   * The account with this subdomain, connected now if it was not; one that was disconnected is read
   * on from where it was. Also allows an account that had stopped to be read at once. Safe when
   * several servers start together.
   */
  HelpdeskAccount connect(ConnectorId connector, String subdomain);
}
