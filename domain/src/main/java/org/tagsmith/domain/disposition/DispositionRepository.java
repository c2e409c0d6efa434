package org.tagsmith.domain.disposition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.ticket.TicketId;

/** Keeps dispositions; they are appended, never changed. Called inside a transaction. */
public interface DispositionRepository {
  /**
   * Lets one transaction at a time decide about this ticket, until the transaction ends.
   *
   * @return false if the ticket's account is not connected here
   */
  boolean lock(TicketId ticket);

  /** Appends a decision and returns it with its id. */
  Disposition append(Disposition disposition);

  /** The newest decision about this label of this ticket. */
  Optional<Disposition> latest(TicketId ticket, String label);

  /** The newest decision about each label of this ticket, newest first, at most 200. */
  List<Disposition> latestPerLabel(TicketId ticket);

  /**
   * Reason codes that this agent gave lately, most used first; then those of the whole account.
   * Looks at the last few hundred decisions only, so it takes the same time in any year.
   */
  List<Integer> mostUsedCodes(HelpdeskAccountId account, String agent);

  /** On how many tickets each reason code was recorded, by its number. Reads all decisions. */
  Map<Integer, Long> recordedCodes();
}
