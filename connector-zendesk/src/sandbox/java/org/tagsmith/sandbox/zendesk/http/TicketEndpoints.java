package org.tagsmith.sandbox.zendesk.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.JsonText;
import org.tagsmith.sandbox.http.Refusal;
import org.tagsmith.sandbox.http.Request;
import org.tagsmith.sandbox.http.Router;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket.Comment;
import org.tagsmith.sandbox.zendesk.desk.Staff;
import org.tagsmith.sandbox.zendesk.desk.TagText;
import org.tagsmith.sandbox.zendesk.desk.TicketDesk;

/**
 * {@code /api/v2/tickets}. Source:
 * https://developer.zendesk.com/documentation/ticketing/managing-tickets/creating-and-updating-tickets
 */
final class TicketEndpoints {
  private static final Set<String> PERMITTED =
      Set.of(
          "subject",
          "comment",
          "description",
          "tags",
          "additional_tags",
          "remove_tags",
          "status",
          "priority",
          "type",
          "requester_id",
          "assignee_id",
          "group_id",
          "organization_id",
          "custom_fields",
          "external_id",
          "safe_update",
          "updated_stamp",
          "via");

  private final TicketDesk desk;
  private final TicketJson json;

  TicketEndpoints(TicketDesk desk, TicketJson json) {
    this.desk = desk;
    this.json = json;
  }

  void addTo(Router router) {
    router
        .on("GET", "/api/v2/tickets.json", this::list)
        .on("POST", "/api/v2/tickets.json", this::create)
        .on("GET", "/api/v2/tickets/show_many.json", new ShowManyEndpoint(desk, json))
        .on("GET", "/api/v2/tickets/{id}.json", this::show)
        .on("PUT", "/api/v2/tickets/{id}.json", this::update)
        .on("GET", "/api/v2/tickets/{id}/comments.json", this::comments);
  }

  static SandboxTicket existing(TicketDesk desk, long id) {
    return desk.find(id)
        .filter(ticket -> !ticket.deleted())
        .orElseThrow(() -> new Refusal(notFound()));
  }

  /** What Zendesk says when there is no such thing; recorded. */
  static Answer notFound() {
    return Answer.error(404, "RecordNotFound", "Not found");
  }

  static Answer closed() {
    return Answer.json(
        422,
        Map.of(
            "error", "RecordInvalid",
            "description", "Record validation errors",
            "details",
                Map.of(
                    "status",
                    List.of(Map.of("description", "Status: closed prevents ticket update")))));
  }

  /** Refuses if the caller asked for a safe update and the ticket has changed since. */
  static void checkStamp(JsonNode body, SandboxTicket ticket) {
    if (body.path("safe_update").asBoolean(false)
        && !JsonText.time(ticket.updatedAt()).equals(body.path("updated_stamp").asText())) {
      throw new Refusal(
          Answer.error(
              409,
              "UpdateConflict",
              "Safe Update prevented the update due to outdated ticket data. Please fetch the latest"
                  + " ticket data and try again."));
    }
  }

  /** The tags in an array or a text as they will be stored on a ticket that has those. */
  static Set<String> tags(JsonNode written, Collection<String> present) {
    List<String> texts = new ArrayList<>();
    if (written.isTextual()) {
      texts.add(written.asText());
    }
    written.forEach(text -> texts.add(text.asText()));
    return TagText.stored(texts, present);
  }

  private Answer list(Request request, long id) {
    int size = (int) Math.max(1, Math.min(100, request.number("page[size]", 100)));
    long below = request.number("page[after]", Long.MAX_VALUE);
    List<SandboxTicket> newest = desk.newestBelow(below, size + 1);
    boolean more = newest.size() > size;
    List<SandboxTicket> shown = more ? newest.subList(0, size) : newest;
    return Answer.json(
        200,
        json.ticketList(
            "tickets",
            shown,
            out -> {
              out.writeObjectFieldStart("meta");
              out.writeBooleanField("has_more", more);
              out.writeStringField(
                  "after_cursor", more ? Long.toString(shown.get(size - 1).id()) : null);
              out.writeNullField("before_cursor");
              out.writeEndObject();
            }),
        0);
  }

  private Answer show(Request request, long id) {
    SandboxTicket ticket = existing(desk, id);
    return one(200, ticket, ticket.generatedAt());
  }

  private Answer one(int status, SandboxTicket ticket, long generatedAt) {
    return Answer.json(
        status,
        JsonText.bytes(
            4000,
            out -> {
              out.writeStartObject();
              out.writeFieldName("ticket");
              json.ticket(out, ticket, generatedAt);
              out.writeEndObject();
            }),
        0);
  }

  private Answer create(Request request, long id) {
    JsonNode wanted = request.json().path("ticket");
    String text = wanted.path("comment").path("body").asText(wanted.path("description").asText(""));
    if (text.isEmpty()) {
      throw new Refusal(
          Answer.json(
              422,
              Map.of(
                  "error", "RecordInvalid",
                  "description", "Record validation errors",
                  "details",
                      Map.of(
                          "description",
                          List.of(Map.of("description", "Description: cannot be blank"))))));
    }
    long requester = wanted.path("requester_id").asLong(Staff.ADMIN.id());
    long organization =
        desk.person(requester).orElseThrow(() -> new Refusal(notFound())).organizationId();
    SandboxTicket draft =
        new SandboxTicket(
            0,
            wanted.path("status").asText("new"),
            wanted.path("priority").textValue(),
            wanted.path("via").path("channel").asText("api"),
            wanted.path("subject").asText(text),
            requester,
            organization,
            wanted.path("assignee_id").asLong(),
            wanted.path("group_id").asLong(),
            0,
            0,
            0,
            List.copyOf(tags(wanted.path("tags"), List.of())),
            Map.of(),
            List.of(new Comment(requester, text, true, desk.now())));
    SandboxTicket created = desk.create(draft, "api");
    return warned(one(201, created, 0), wanted);
  }

  private Answer update(Request request, long id) {
    JsonNode wanted = request.json().path("ticket");
    long stale = existing(desk, id).generatedAt();
    SandboxTicket after =
        desk.change(
            id,
            request.header("X-CSRF-Token").isPresent() ? "agent" : "api",
            ticket -> {
              existing(desk, id);
              if (ticket.closed()) {
                throw new Refusal(closed());
              }
              checkStamp(wanted, ticket);
              return TicketEdit.apply(ticket, wanted, desk.now());
            });
    return warned(one(200, after, stale), wanted);
  }

  private static Answer warned(Answer answer, JsonNode wanted) {
    Set<String> dropped = new HashSet<>();
    wanted.fieldNames().forEachRemaining(dropped::add);
    dropped.removeAll(PERMITTED);
    if (dropped.isEmpty()) {
      return answer;
    }
    String names =
        String.join(", ", dropped.stream().sorted().map(n -> "\"ticket." + n + "\"").toList());
    return answer.with("X-Zendesk-API-Warn", "Removed restricted keys [" + names + "]");
  }

  private Answer comments(Request request, long id) {
    List<Map<String, Object>> comments = new ArrayList<>();
    SandboxTicket ticket = existing(desk, id);
    for (Comment comment : ticket.comments()) {
      comments.add(
          Map.of(
              "id", id * 100 + comments.size(),
              "type", "Comment",
              "author_id", comment.authorId(),
              "body", comment.body(),
              "plain_body", comment.body(),
              "public", comment.open(),
              "attachments", List.of(),
              "created_at", JsonText.time(comment.createdAt())));
    }
    return Answer.json(200, Map.of("comments", comments, "meta", Map.of("has_more", false)));
  }
}
