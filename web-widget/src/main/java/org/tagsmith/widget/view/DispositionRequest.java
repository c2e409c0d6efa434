package org.tagsmith.widget.view;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.disposition.Action;
import org.tagsmith.domain.disposition.DispositionCommand;
import org.tagsmith.domain.disposition.Through;
import org.tagsmith.domain.ticket.TicketId;
import org.tagsmith.widget.problem.RefusedRequest;

/** What an agent decided about one label of a ticket. */
@Schema(
    name = "DispositionRequest",
    requiredProperties = {"action", "through"},
    properties = {
      @SchemaProperty(
          name = "action",
          enumeration = {"add", "remove"}),
      @SchemaProperty(name = "houseTagId", nullable = true),
      @SchemaProperty(
          name = "reasonCode",
          nullable = true,
          description = "Instead of the house tag."),
      @SchemaProperty(
          name = "label",
          nullable = true,
          description = "To remove a label exactly as found."),
      @SchemaProperty(
          name = "through",
          enumeration = {"form", "helpdesk"},
          description =
              "form: the agent's open ticket form sets the label; helpdesk: Tagsmith writes it.")
    })
public record DispositionRequest(
    String action, Integer houseTagId, Integer reasonCode, String label, String through) {

  /**
   * The command that this request stands for.
   *
   * @throws RefusedRequest if it stands for none
   */
  public DispositionCommand command(TicketId ticket, String agent) {
    Action asked = word("action", action, Action.values());
    Through way = word("through", through, Through.values());
    try {
      return new DispositionCommand(ticket, asked, houseTagId, reasonCode, label, agent, way);
    } catch (IllegalArgumentException incomplete) {
      throw RefusedRequest.badInput("bad-disposition", incomplete.getMessage() + ".");
    }
  }

  private static <E extends Enum<E>> E word(String field, String word, E[] known) {
    for (E each : known) {
      if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
        return each;
      }
    }
    throw RefusedRequest.badInput(
        "bad-" + field,
        "The field '"
            + field
            + "' is "
            + (word == null ? "missing" : "none of the words it can be")
            + ". Send '"
            + known[0].name().toLowerCase(Locale.ROOT)
            + "' or '"
            + known[1].name().toLowerCase(Locale.ROOT)
            + "'.");
  }
}
