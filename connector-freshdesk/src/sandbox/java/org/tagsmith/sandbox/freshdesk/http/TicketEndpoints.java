package org.tagsmith.sandbox.freshdesk.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.tagsmith.sandbox.freshdesk.desk.Place;
import org.tagsmith.sandbox.freshdesk.desk.SandboxTicket;
import org.tagsmith.sandbox.freshdesk.desk.TicketDesk;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.JsonText;
import org.tagsmith.sandbox.http.Refusal;
import org.tagsmith.sandbox.http.Request;
import org.tagsmith.sandbox.http.Router;

/**
 * One ticket. Tickets in the trash and in the spam can be read and not updated; archived ones are
 * under another path only. Source: https://developers.freshdesk.com/api/#tickets
 */
final class TicketEndpoints {
  private static final String ONE = "/api/v2/tickets/{id}";
  private static final String ARCHIVED = "/api/v2/tickets/archived/{id}";

  private final TicketDesk desk;
  private final TicketJson json;

  TicketEndpoints(TicketDesk desk, TicketJson json) {
    this.desk = desk;
    this.json = json;
  }

  void addTo(Router router) {
    router
        .on("POST", ListEndpoint.PATH, (request, id) -> create(request))
        .on("GET", ONE, this::view)
        .on("PUT", ONE, this::update)
        .on("DELETE", ONE, this::delete)
        .on("PUT", ONE + "/restore", this::restore)
        .on("GET", ONE + "/conversations", (request, id) -> conversations(request, current(id)))
        .on("POST", ONE + "/reply", (request, id) -> write(request, id, false))
        .on("POST", ONE + "/notes", (request, id) -> write(request, id, true))
        .on("GET", ARCHIVED, (request, id) -> one(200, archived(id), Set.of()))
        .on("DELETE", ARCHIVED, this::deleteArchived)
        .on(
            "GET",
            ARCHIVED + "/conversations",
            (request, id) -> conversations(request, archived(id)));
  }

  private SandboxTicket current(long id) {
    return desk.find(id)
        .filter(ticket -> ticket.place() != Place.ARCHIVED)
        .orElseThrow(() -> new Refusal(Errors.notFound()));
  }

  private SandboxTicket archived(long id) {
    return desk.find(id)
        .filter(ticket -> ticket.place() == Place.ARCHIVED)
        .orElseThrow(() -> new Refusal(Errors.notFound()));
  }

  private static SandboxTicket updatable(SandboxTicket ticket, Request request) {
    if (ticket.place() == Place.ARCHIVED) {
      throw new Refusal(Errors.notFound());
    }
    if (ticket.place() != Place.LISTED) {
      throw new Refusal(Errors.methodNotAllowed(request.method(), List.of("GET")));
    }
    return ticket;
  }

  private static String author(Request request) {
    return request.header("X-CSRF-Token").isPresent() ? "agent" : "api";
  }

  private Answer one(int status, SandboxTicket ticket, Set<String> include) {
    return Answer.json(status, json.viewed(ticket, include), 0);
  }

  private Answer view(Request request, long id) {
    Paging.of(request, Set.of("include"));
    Set<String> include = Inclusion.of(request, Inclusion.OF_VIEW);
    return one(200, current(id), include);
  }

  private Answer create(Request request) {
    TicketEdit edit = TicketEdit.read(request.json(), true);
    SandboxTicket created =
        desk.create(edit.drafted(desk.directory(), desk.now()), author(request));
    return one(201, created, Set.of())
        .with("Location", json.home() + ListEndpoint.PATH + "/" + created.id());
  }

  private Answer update(Request request, long id) {
    updatable(current(id), request);
    TicketEdit edit = TicketEdit.read(request.json(), false);
    SandboxTicket after =
        desk.change(
            id,
            author(request),
            ticket -> edit.applied(updatable(ticket, request), desk.directory(), desk.now()));
    return one(200, after, Set.of());
  }

  private Answer delete(Request request, long id) {
    updatable(current(id), request);
    desk.delete(id, author(request));
    return nothing();
  }

  private Answer restore(Request request, long id) {
    if (!current(id).deleted()) {
      throw new Refusal(Errors.notFound());
    }
    desk.restore(id, author(request));
    return nothing();
  }

  private Answer deleteArchived(Request request, long id) {
    desk.purge(archived(id).id());
    return nothing();
  }

  private static Answer nothing() {
    return Answer.of(204, Answer.JSON, new byte[0]);
  }

  private Answer conversations(Request request, SandboxTicket ticket) {
    Paging paging = Paging.of(request, Set.of());
    int total = Math.max(0, ticket.messages().size() - 1);
    byte[] body =
        JsonText.bytes(
            2000,
            out -> {
              out.writeStartArray();
              json.conversations(out, ticket, paging.from(), paging.until());
              out.writeEndArray();
            });
    return paging.linked(Answer.json(200, body, 0), request, json.home(), total);
  }

  private Answer write(Request request, long id, boolean note) {
    JsonNode body = request.json();
    String text = body.path("body").asText("");
    if (text.isEmpty()) {
      throw Errors.refused(Errors.error("body", "It should be a/an String", "missing_field"));
    }
    boolean hidden = note && body.path("private").asBoolean(true);
    SandboxTicket after =
        desk.change(
            id,
            author(request),
            ticket -> TicketEdit.answered(updatable(ticket, request), text, hidden, desk.now()));
    int last = after.messages().size() - 2;
    byte[] written = JsonText.bytes(600, out -> json.conversations(out, after, last, last + 1));
    return Answer.json(201, written, 0);
  }
}
