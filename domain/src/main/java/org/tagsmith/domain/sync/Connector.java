package org.tagsmith.domain.sync;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads and writes one helpdesk product. Implementations are thread-safe CDI beans; every method
 * may throw a {@link ConnectorFailure} and none is called inside a transaction.
 */
public interface Connector {
  /** Which helpdesk this is; the same for the life of the bean. */
  ConnectorId id();

  /** The subdomain the operator's configuration connects, if any. */
  Optional<String> configuredSubdomain();

  /**
   * Reads an account's settings as an admin typed them.
   *
   * @return the same in the form in which they are kept
   * @throws SettingsRefused if they cannot be right, or accounts of this helpdesk are connected by
   *     configuration only
   */
  default AccountSettings checked(AccountSettings typed) {
    throw new SettingsRefused(
        "not-connectable",
        "connector",
        "Accounts of this helpdesk are connected by the operator's configuration only.");
  }

  /**
   * Tries an account's settings, and changes nothing. Expected troubles are part of the report.
   *
   * @param settings as {@link #checked} gave them
   */
  default ConnectionReport probe(AccountSettings settings) {
    throw new UnsupportedOperationException("checked() lets no settings through");
  }

  /** The bookmark that starts reading at changes made at or after {@code from}. */
  SyncCursor startAt(Instant from);

  /**
   * The bookmark that starts reading at changes made at or after {@code from}, and whose stream
   * ends as soon as everything was read that is in the helpdesk and changed last at or before
   * {@code until}; it may tell what changed later. Without an end of its own it ends where all
   * streams do.
   *
   * @param until after {@code from}
   */
  default SyncCursor startAt(Instant from, Instant until) {
    return startAt(from);
  }

  /**
   * How long reading that can wait shall wait, so that with its next page not more than a share of
   * the helpdesk's limit of calls is used, by whomever. Asks nobody: known from the last answers.
   *
   * @param share per cent of the limit
   * @return zero if it need not wait
   */
  default Duration untilFree(HelpdeskAccount account, int share) {
    return Duration.ZERO;
  }

  /**
   * How many calls a minute the helpdesk allows the account, whoever makes them. Asks nobody: known
   * from the last answers.
   *
   * @return empty while no answer told it, or where the helpdesk tells none
   */
  default OptionalInt callsPerMinute(HelpdeskAccount account) {
    return OptionalInt.empty();
  }

  /**
   * Reads the page behind a bookmark. Reading the same bookmark again is allowed at any time and
   * gives at least the same changes.
   */
  TicketBatch read(HelpdeskAccount account, SyncCursor cursor);

  /**
   * Reads tickets by their numbers, as they are now. May take fewer than asked for, at least one:
   * those that the answer says nothing about are asked for again.
   *
   * @param ids at least one, at most 100
   */
  LookedAt readTickets(HelpdeskAccount account, Set<Long> ids);

  /** About how many tickets the account holds; empty if the helpdesk does not say. */
  OptionalLong countTickets(HelpdeskAccount account);

  /**
   * Where agents open a ticket in their browser; empty if there is no such place. Asks nobody.
   *
   * @param ticketId the helpdesk's number, of a ticket that may be gone
   */
  default Optional<URI> ticketPage(HelpdeskAccount account, long ticketId) {
    return Optional.empty();
  }

  /** How this helpdesk spells the label for a house tag, such as {@code upgrade_creditcard}. */
  String labelFor(String houseTagName);

  /**
   * Reads one ticket and says what {@link #write} would do with it now. Changes nothing at the
   * helpdesk.
   */
  PlannedWrite plan(HelpdeskAccount account, LabelChange change);

  /** Applies a change of labels to one ticket by the safest call the helpdesk has. */
  LabelWriteOutcome write(HelpdeskAccount account, LabelChange change);
}
