package org.tagsmith.domain.disposition;

import java.util.Objects;
import org.tagsmith.domain.ticket.TicketId;

/**
 * What an agent wants done to one ticket.
 *
 * @param ticket which ticket; it need not have been synced yet
 * @param action add or remove
 * @param houseTagId the house tag meant; null when the reason code says it, or when a label without
 *     a meaning is removed
 * @param reasonCode the number the agent typed, null if none
 * @param label the label to remove exactly as found; null for an addition
 * @param agent the agent's number or name in the helpdesk, never blank, at most 128 characters
 * @param through how the helpdesk learns of it
 */
public record DispositionCommand(
    TicketId ticket,
    Action action,
    Integer houseTagId,
    Integer reasonCode,
    String label,
    String agent,
    Through through) {
  private static final int LONGEST_AGENT = 128;
  private static final int LONGEST_LABEL = 65_535;

  public DispositionCommand {
    Objects.requireNonNull(ticket, "ticket");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(through, "through");
    if (agent == null || isNoText(agent, LONGEST_AGENT)) {
      throw new IllegalArgumentException(
          "The agent is 1 to " + LONGEST_AGENT + " characters, as the helpdesk names them");
    }
    if (houseTagId == null && reasonCode == null && label == null) {
      throw new IllegalArgumentException(
          "Neither houseTagId nor reasonCode nor label is given: say what to " + action.word());
    }
    if (action == Action.ADD && houseTagId == null && reasonCode == null) {
      throw new IllegalArgumentException(
          "To add, give houseTagId or reasonCode; a label alone can only be removed");
    }
    if (label != null && isNoText(label, LONGEST_LABEL)) {
      throw new IllegalArgumentException(
          "The label is 1 to " + LONGEST_LABEL + " characters, exactly as the ticket carries it");
    }
  }

  /** Also one with a zero or half a character, which no database and no ticket keeps. */
  private static boolean isNoText(String text, int longest) {
    return text.isBlank()
        || text.length() > longest
        || text.codePoints()
            .anyMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
  }
}
