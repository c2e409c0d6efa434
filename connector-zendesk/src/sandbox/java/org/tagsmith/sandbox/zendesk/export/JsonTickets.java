package org.tagsmith.sandbox.zendesk.export;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.tagsmith.sandbox.desk.Organization;
import org.tagsmith.sandbox.desk.Person;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket.Comment;

/**
 * Reads tickets from Zendesk's JSON: an array of tickets, {@code {"tickets": [...]}} with or
 * without users and organizations, or one object after the other as in NDJSON.
 */
final class JsonTickets {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Directory directory;
  private final List<Draft> drafts = new ArrayList<>();

  private JsonTickets(Path file, Directory directory) {
    this.file = file;
    this.directory = directory;
  }

  static List<Draft> read(Path file, Reader in, Directory directory) throws IOException {
    JsonTickets reading = new JsonTickets(file, directory);
    JsonParser parser = JSON.createParser(in);
    try {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_ARRAY) {
          reading.tickets(parser);
        } else if (token == JsonToken.START_OBJECT) {
          reading.object(parser);
        } else {
          throw reading.noTickets(parser);
        }
      }
    } catch (JsonEOFException cut) {
      throw new ExportUnreadable(
          file, line(cut), "the file ends in the middle, so it was cut off", "Export it again");
    } catch (JsonProcessingException broken) {
      throw new ExportUnreadable(
          file,
          line(broken),
          "this is not JSON",
          "Give a Zendesk export as JSON, one ticket per line, or a CSV file whose name ends in .csv");
    }
    return reading.drafts;
  }

  private static long line(JsonProcessingException broken) {
    return broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
  }

  private static long line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  private ExportUnreadable noTickets(JsonParser parser) {
    return new ExportUnreadable(
        file,
        line(parser),
        "there is JSON, but no ticket",
        "Expected is an array of tickets, {\"tickets\": [...]} or one ticket per line");
  }

  private void tickets(JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw noTickets(parser);
      }
      long line = line(parser);
      ticket(JSON.readTree(parser), line);
    }
  }

  private void object(JsonParser parser) throws IOException {
    long line = line(parser);
    ObjectNode rest = JSON.createObjectNode();
    boolean envelope = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      boolean array = parser.nextToken() == JsonToken.START_ARRAY;
      if (array && name.equals("tickets")) {
        envelope = true;
        tickets(parser);
      } else {
        rest.set(name, JSON.readTree(parser));
      }
    }
    rest.path("users").forEach(this::person);
    rest.path("organizations").forEach(this::organization);
    if (rest.path("ticket").isObject()) {
      ticket(rest.get("ticket"), line);
    } else if (!envelope) {
      ticket(rest, line);
    }
  }

  private long person(JsonNode person) {
    long id = person.path("id").asLong();
    if (id > 0) {
      directory.add(
          new Person(
              id,
              person.path("name").asText("Customer " + id),
              person.path("email").textValue(),
              person.path("phone").textValue(),
              person.path("locale").asText("en-US"),
              person.path("organization_id").asLong(),
              "end-user"));
    }
    return id;
  }

  private long organization(JsonNode organization) {
    long id = organization.path("id").asLong();
    if (id > 0) {
      directory.add(new Organization(id, organization.path("name").asText("Organization " + id)));
    }
    return id;
  }

  private void ticket(JsonNode ticket, long line) throws ExportUnreadable {
    Draft draft = new Draft();
    draft.id = ticket.path("id").asLong();
    if (draft.id <= 0) {
      throw new ExportUnreadable(
          file,
          line,
          "an object has no ticket number (a whole number above 0 under \"id\")",
          "Expected is an array of tickets, {\"tickets\": [...]} or one ticket per line");
    }
    draft.subject = ticket.path("subject").asText("");
    draft.text = ticket.path("description").asText(draft.subject);
    draft.status = ticket.path("status").asText("open");
    draft.priority = ticket.path("priority").textValue();
    draft.channel = ticket.path("via").path("channel").asText("web");
    draft.requesterId = party(ticket, "requester_id", "requester", line);
    draft.assigneeId = ticket.path("assignee_id").asLong();
    draft.groupId = ticket.path("group_id").asLong();
    draft.organizationId = ticket.path("organization_id").asLong();
    if (ticket.path("organization").isObject()) {
      draft.organizationId = organization(ticket.get("organization"));
    }
    draft.createdAt = time(ticket, "created_at", line);
    draft.updatedAt = time(ticket, "updated_at", line);
    draft.generatedAt = ticket.path("generated_timestamp").asLong();
    tags(draft, ticket.path("tags"));
    for (JsonNode field : ticket.path("custom_fields")) {
      if (field.hasNonNull("value") && field.get("value").isValueNode()) {
        draft.fields.put(field.path("id").asLong(), field.get("value").asText());
      }
    }
    comments(draft, ticket.path("comments"), line);
    drafts.add(draft);
  }

  private long party(JsonNode ticket, String idName, String name, long line)
      throws ExportUnreadable {
    JsonNode party = ticket.path(name);
    if (!party.isObject()) {
      return ticket.path(idName).asLong();
    }
    long id = person(party);
    if (id > 0) {
      return id;
    }
    if (!party.path("email").isTextual() && !party.path("name").isTextual()) {
      throw new ExportUnreadable(
          file, line, "a " + name + " has neither number, e-mail nor name", "Export it again");
    }
    return directory.personNumber(party.path("email").asText(""), party.path("name").asText(""), 0);
  }

  private static void tags(Draft draft, JsonNode tags) {
    // exports of the older kind give one text with spaces between
    for (String tag : tags.isTextual() ? tags.asText().strip().split("\\s+") : new String[0]) {
      if (!tag.isEmpty()) {
        draft.tags.add(tag);
      }
    }
    tags.forEach(tag -> draft.tags.add(tag.asText()));
  }

  private void comments(Draft draft, JsonNode comments, long line) throws ExportUnreadable {
    for (JsonNode comment : comments) {
      String body = comment.path("plain_body").asText(comment.path("body").asText(""));
      draft.comments.add(
          new Comment(
              comment.path("author_id").asLong(draft.requesterId),
              body,
              comment.path("public").asBoolean(true),
              time(comment, "created_at", line)));
    }
  }

  private long time(JsonNode from, String name, long line) throws ExportUnreadable {
    if (!from.hasNonNull(name)) {
      return 0;
    }
    OptionalLong second = Times.read(from.get(name).asText());
    if (second.isEmpty()) {
      throw new ExportUnreadable(
          file, line, name + " is not an ISO time", "Write times as 2026-03-31T14:05:00Z");
    }
    return second.getAsLong();
  }
}
