package org.tagsmith.sandbox.zendesk.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.Refusal;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket.Comment;
import org.tagsmith.sandbox.zendesk.desk.Staff;
import org.tagsmith.sandbox.zendesk.desk.TicketDesk;

/** What the keys of a ticket update do to a ticket. */
final class TicketEdit {
  private static final Set<String> STATUSES =
      Set.of("new", "open", "pending", "hold", "solved", "closed");

  private TicketEdit() {}

  static SandboxTicket apply(SandboxTicket ticket, JsonNode wanted, long now) {
    SandboxTicket edited = TicketDesk.retagged(ticket, tags -> tagsAfter(tags, wanted));
    if (wanted.hasNonNull("status")) {
      edited = edited.withStatus(status(wanted.get("status").asText()));
    }
    if (wanted.hasNonNull("subject")) {
      edited = edited.withSubject(wanted.get("subject").asText());
    }
    if (wanted.has("priority")) {
      edited = edited.withPriority(wanted.get("priority").textValue());
    }
    JsonNode comment = wanted.path("comment");
    if (!comment.path("body").asText("").isEmpty()) {
      edited =
          edited.withComment(
              new Comment(
                  comment.path("author_id").asLong(Staff.ADMIN.id()),
                  comment.get("body").asText(),
                  comment.path("public").asBoolean(true),
                  now));
    }
    return edited;
  }

  /** The tags after an update: {@code tags} replaces all, the other two keys change some. */
  static Set<String> tagsAfter(Set<String> tags, JsonNode wanted) {
    Set<String> after =
        wanted.has("tags") ? TicketEndpoints.tags(wanted.get("tags"), tags) : new HashSet<>(tags);
    after.addAll(TicketEndpoints.tags(wanted.path("additional_tags"), tags));
    after.removeAll(TicketEndpoints.tags(wanted.path("remove_tags"), tags));
    return after;
  }

  private static String status(String wanted) {
    if (!STATUSES.contains(wanted)) {
      throw new Refusal(
          Answer.json(
              422, Map.of("error", "RecordInvalid", "description", "Record validation errors")));
    }
    return wanted;
  }
}
