package org.tagsmith.domain.sync;

/**
 * One secret that a helpdesk and Tagsmith share for each account, beside the account's key. The
 * operator's configuration may hold it for the account that it connects, and wins; else an admin
 * gives it on a page. Thread-safe.
 */
public interface SharedSecret {
  /** Whose secret it is. */
  ConnectorId connector();

  /** The setting that may hold it; a stable word for messages and pages. */
  String secretSetting();

  /** Whether the operator's configuration holds this account's secret. */
  boolean isConfigured(HelpdeskAccount account);

  /**
   * Whether Tagsmith makes the secret, and an admin enters it in the helpdesk. Otherwise the
   * helpdesk shows it, and an admin enters it here.
   */
  boolean isMadeHere();

  /**
   * Reads a secret as an admin entered it.
   *
   * @return the same in the form in which it is kept
   * @throws SettingsRefused with the field {@code secret} if it cannot be right
   */
  String checkedSecret(String typed);
}
