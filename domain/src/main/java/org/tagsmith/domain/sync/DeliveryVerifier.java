package org.tagsmith.domain.sync;

import java.time.Duration;

/**
 * Tells whether a delivery is really the helpdesk's, and which ticket it names. One per connector,
 * thread-safe; asks nobody and keeps nothing.
 */
public interface DeliveryVerifier extends SharedSecret {
  /** How far a delivery's own time may be from ours, where the helpdesk signs one. */
  Duration WINDOW = Duration.ofMinutes(5);

  /**
   * Judges a delivery. Secrets are compared in constant time, over the raw bytes.
   *
   * @param account to which it is addressed
   */
  DeliveryVerdict verify(HelpdeskAccount account, Delivery delivery);

  /** What an admin enters in the helpdesk so that it sends this account's deliveries. */
  DeliverySetup setup(HelpdeskAccount account);

  /**
   * What to enter in the helpdesk, apart from the address.
   *
   * @param ready whether the account has a secret that could be the right one
   * @param secretSetting the setting that may hold the secret
   * @param secretHeader the header in which the helpdesk shall send the secret itself; null if it
   *     signs with it instead
   * @param body the body to have it send, in the helpdesk's own placeholders
   */
  record DeliverySetup(boolean ready, String secretSetting, String secretHeader, String body) {}
}
