package org.tagsmith.domain.disposition;

import org.tagsmith.domain.shared.HelpdeskAccountId;

/** How a helpdesk writes our house tags; the house name itself may hold what a label cannot. */
public interface HouseTagSpelling {
  /**
   * The label to set for a house tag. Calls nobody over the network.
   *
   * @param account a connected account
   * @param houseTagName such as {@code Upgrade_CreditCard}
   * @return such as {@code upgrade_creditcard}
   */
  String labelFor(HelpdeskAccountId account, String houseTagName);
}
