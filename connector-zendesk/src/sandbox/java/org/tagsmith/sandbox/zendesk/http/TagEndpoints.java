package org.tagsmith.sandbox.zendesk.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.Refusal;
import org.tagsmith.sandbox.http.Request;
import org.tagsmith.sandbox.http.Router;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;
import org.tagsmith.sandbox.zendesk.desk.TagText;
import org.tagsmith.sandbox.zendesk.desk.TicketDesk;

/**
 * {@code /api/v2/tickets/{id}/tags.json}: PUT adds, POST sets, DELETE removes; closed tickets are
 * refused. Source: https://developer.zendesk.com/api-reference/ticketing/ticket-management/tags/
 */
final class TagEndpoints {
  private static final String PATH = "/api/v2/tickets/{id}/tags.json";
  private static final int LONGEST_FIELD = 5096;

  private final TicketDesk desk;

  TagEndpoints(TicketDesk desk) {
    this.desk = desk;
  }

  void addTo(Router router) {
    router
        .on("GET", PATH, (request, id) -> answer(200, TicketEndpoints.existing(desk, id)))
        .on("PUT", PATH, (request, id) -> edit(request, id, 200, TagEndpoints::add))
        .on("POST", PATH, (request, id) -> edit(request, id, 201, (tags, given) -> given))
        .on("DELETE", PATH, (request, id) -> edit(request, id, 200, TagEndpoints::remove));
  }

  private static Set<String> add(Set<String> tags, Set<String> given) {
    tags.addAll(given);
    return tags;
  }

  private static Set<String> remove(Set<String> tags, Set<String> given) {
    tags.removeAll(given);
    return tags;
  }

  private Answer edit(Request request, long id, int status, BinaryOperator<Set<String>> edit) {
    TicketEndpoints.existing(desk, id);
    JsonNode body = request.json();
    SandboxTicket after =
        desk.change(
            id,
            "api",
            ticket -> {
              if (ticket.closed()) {
                throw new Refusal(TicketEndpoints.closed());
              }
              TicketEndpoints.checkStamp(body, ticket);
              Set<String> given = TicketEndpoints.tags(body.path("tags"), ticket.tags());
              SandboxTicket edited = TicketDesk.retagged(ticket, tags -> edit.apply(tags, given));
              checkLength(edited);
              return edited;
            });
    return answer(status, after);
  }

  private static void checkLength(SandboxTicket ticket) {
    if (String.join(" ", ticket.tags()).length() > LONGEST_FIELD) {
      throw new Refusal(
          Answer.error(422, "RecordInvalid", "Tags: is too long (maximum is 5096 characters)"));
    }
  }

  private static Answer answer(int status, SandboxTicket ticket) {
    return Answer.json(status, Map.of("tags", TagText.answered(ticket.tags())));
  }
}
