package org.tagsmith.domain.report;

import java.time.LocalDate;
import java.util.List;

/**
 * Where and when contacts carry one label, whatever it means.
 *
 * @param label exactly as found
 * @param accounts those that have some, in the order of their numbers
 * @param weeks contacts of each of the last weeks, the newest last; a week ends on the newest day
 *     on which any contact began
 */
public record LabelContacts(String label, List<AccountContacts> accounts, List<Long> weeks) {
  public LabelContacts {
    accounts = List.copyOf(accounts);
    weeks = List.copyOf(weeks);
  }

  /**
   * Contacts of one account.
   *
   * @param firstSeenOn the oldest day (UTC) on which such a contact began
   * @param lastSeenOn the newest one
   */
  public record AccountContacts(
      int accountId, long contacts, LocalDate firstSeenOn, LocalDate lastSeenOn) {}
}
