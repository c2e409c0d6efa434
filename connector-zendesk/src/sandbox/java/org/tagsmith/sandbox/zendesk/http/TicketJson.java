package org.tagsmith.sandbox.zendesk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tagsmith.sandbox.desk.Organization;
import org.tagsmith.sandbox.desk.Person;
import org.tagsmith.sandbox.http.JsonText;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;
import org.tagsmith.sandbox.zendesk.desk.Staff;
import org.tagsmith.sandbox.zendesk.desk.Story;
import org.tagsmith.sandbox.zendesk.desk.TicketFields;

/**
 * Writes tickets, people and organizations in Zendesk's shapes, straight into bytes. The keys are
 * those of recorded answers of 2026.
 */
final class TicketJson {
  private static final long FIRST_RATING = 360_700_000_000L;
  private static final long FIRST_METRIC_SET = 360_800_000_000L;

  private final String home;

  /**
   * Writes for one account.
   *
   * @param subdomain as it appears in the URLs of the answers
   */
  TicketJson(String subdomain) {
    home = "https://" + subdomain + ".zendesk.com/api/v2/";
  }

  /**
   * Writes a ticket.
   *
   * @param generatedAt the export's stamp as this answer tells it, which in answers to writes is
   *     not the true one
   */
  void ticket(JsonGenerator out, SandboxTicket ticket, long generatedAt) throws IOException {
    ticket(out, ticket, generatedAt, false);
  }

  /**
   * Writes a ticket.
   *
   * @param measured with its metric set; deleted tickets have none
   */
  void ticket(JsonGenerator out, SandboxTicket ticket, long generatedAt, boolean measured)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("url", home + "tickets/" + ticket.id() + ".json");
    out.writeNumberField("id", ticket.id());
    out.writeNullField("external_id");
    out.writeObjectFieldStart("via");
    out.writeStringField("channel", ticket.channel());
    out.writeObjectFieldStart("source");
    out.writeObjectFieldStart("from");
    out.writeEndObject();
    out.writeObjectFieldStart("to");
    out.writeEndObject();
    out.writeNullField("rel");
    out.writeEndObject();
    out.writeEndObject();
    out.writeStringField("created_at", JsonText.time(ticket.createdAt()));
    out.writeStringField("updated_at", JsonText.time(ticket.updatedAt()));
    out.writeNumberField("generated_timestamp", generatedAt);
    out.writeNullField("type");
    out.writeStringField("subject", ticket.subject());
    out.writeStringField("raw_subject", ticket.subject());
    out.writeStringField("description", ticket.description());
    out.writeStringField("priority", ticket.priority());
    out.writeStringField("status", ticket.status());
    out.writeNullField("recipient");
    number(out, "requester_id", ticket.requesterId());
    number(out, "submitter_id", ticket.requesterId());
    number(out, "assignee_id", ticket.assigneeId());
    number(out, "organization_id", ticket.organizationId());
    number(out, "group_id", ticket.groupId());
    emptyArrays(out, "collaborator_ids", "follower_ids", "email_cc_ids");
    out.writeNullField("forum_topic_id");
    out.writeNullField("problem_id");
    out.writeBooleanField("has_incidents", false);
    out.writeBooleanField("is_public", true);
    out.writeNullField("due_at");
    tags(out, ticket.tags());
    fields(out, "custom_fields", ticket.fields());
    rating(out, ticket);
    emptyArrays(out, "sharing_agreement_ids");
    out.writeNullField("custom_status_id");
    out.writeNullField("encoded_id");
    fields(out, "fields", ticket.fields());
    emptyArrays(out, "followup_ids");
    out.writeNullField("ticket_form_id");
    out.writeNumberField("brand_id", Staff.brandOf(ticket));
    out.writeBooleanField("allow_channelback", false);
    out.writeBooleanField("allow_attachments", true);
    out.writeBooleanField("from_messaging_channel", false);
    out.writeStringField("support_type", "agent");
    if (measured && !ticket.deleted()) {
      out.writeFieldName("metric_set");
      metrics(out, ticket);
    }
    out.writeEndObject();
  }

  private static void rating(JsonGenerator out, SandboxTicket ticket) throws IOException {
    out.writeObjectFieldStart("satisfaction_rating");
    String score = ticket.story().score();
    out.writeStringField("score", score);
    if (score.equals("good") || score.equals("bad")) {
      out.writeNumberField("id", FIRST_RATING + ticket.id());
      out.writeStringField("comment", score.equals("bad") ? "I had to ask twice." : null);
      out.writeStringField("reason", "No reason provided");
      out.writeNumberField("reason_id", 0);
    }
    out.writeEndObject();
  }

  /**
   * The measures of a ticket. Source:
   * https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_metrics/
   */
  private void metrics(JsonGenerator out, SandboxTicket ticket) throws IOException {
    Story story = ticket.story();
    long number = FIRST_METRIC_SET + ticket.id();
    out.writeStartObject();
    out.writeStringField("url", home + "ticket_metrics/" + number + ".json");
    out.writeNumberField("id", number);
    out.writeNumberField("ticket_id", ticket.id());
    out.writeStringField("created_at", JsonText.time(ticket.createdAt()));
    out.writeStringField("updated_at", JsonText.time(ticket.updatedAt()));
    out.writeNumberField("group_stations", ticket.groupId() == 0 ? 0 : 1);
    out.writeNumberField("assignee_stations", ticket.assigneeId() == 0 ? 0 : 1);
    out.writeNumberField("reopens", story.reopens());
    out.writeNumberField("replies", Math.max(0, ticket.comments().size() - 1));
    out.writeStringField("status_updated_at", JsonText.time(story.statusUpdatedAt()));
    out.writeStringField(
        "solved_at", story.solvedAt() == 0 ? null : JsonText.time(story.solvedAt()));
    minutes(out, "reply_time_in_minutes", ticket.createdAt(), ticket.firstRepliedAt());
    minutes(out, "full_resolution_time_in_minutes", ticket.createdAt(), story.solvedAt());
    out.writeEndObject();
  }

  private static void minutes(JsonGenerator out, String name, long from, long to)
      throws IOException {
    out.writeObjectFieldStart(name);
    for (String kind : List.of("calendar", "business")) {
      if (to == 0) {
        out.writeNullField(kind);
      } else {
        out.writeNumberField(kind, Math.max(0, to - from) / 60);
      }
    }
    out.writeEndObject();
  }

  void brand(JsonGenerator out, Organization brand) throws IOException {
    out.writeStartObject();
    out.writeStringField("url", home + "brands/" + brand.id() + ".json");
    out.writeNumberField("id", brand.id());
    out.writeStringField("name", brand.name());
    out.writeBooleanField("active", true);
    out.writeBooleanField("default", brand.id() == Staff.brands().get(0).id());
    out.writeBooleanField("is_deleted", false);
    out.writeEndObject();
  }

  static void tags(JsonGenerator out, List<String> tags) throws IOException {
    out.writeArrayFieldStart("tags");
    for (String tag : tags) {
      out.writeString(tag);
    }
    out.writeEndArray();
  }

  private static void fields(JsonGenerator out, String name, Map<Long, String> values)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (TicketFields.Field field : TicketFields.all()) {
      String value = values.get(field.id());
      out.writeStartObject();
      out.writeNumberField("id", field.id());
      if (field.type().equals("checkbox")) {
        out.writeBooleanField("value", value != null);
      } else {
        out.writeStringField("value", value);
      }
      out.writeEndObject();
    }
    for (Map.Entry<Long, String> other : values.entrySet()) {
      if (TicketFields.all().stream().noneMatch(f -> f.id() == other.getKey())) {
        out.writeStartObject();
        out.writeNumberField("id", other.getKey());
        out.writeStringField("value", other.getValue());
        out.writeEndObject();
      }
    }
    out.writeEndArray();
  }

  void person(JsonGenerator out, Person person) throws IOException {
    out.writeStartObject();
    out.writeNumberField("id", person.id());
    out.writeStringField("url", home + "users/" + person.id() + ".json");
    out.writeStringField("name", person.name());
    out.writeStringField("email", person.email());
    out.writeStringField("created_at", "2023-01-09T08:00:00Z");
    out.writeStringField("updated_at", "2023-01-09T08:00:00Z");
    out.writeStringField("time_zone", "London");
    out.writeStringField("iana_time_zone", "Europe/London");
    out.writeStringField("phone", person.phone());
    out.writeNullField("shared_phone_number");
    out.writeNullField("photo");
    out.writeStringField("locale", person.locale());
    number(out, "organization_id", person.organizationId());
    out.writeStringField("role", person.role());
    out.writeBooleanField("verified", true);
    out.writeNullField("external_id");
    emptyArrays(out, "tags");
    out.writeBooleanField("active", true);
    out.writeBooleanField("suspended", false);
    out.writeEndObject();
  }

  void organization(JsonGenerator out, Organization organization) throws IOException {
    out.writeStartObject();
    out.writeStringField("url", home + "organizations/" + organization.id() + ".json");
    out.writeNumberField("id", organization.id());
    out.writeStringField("name", organization.name());
    out.writeBooleanField("shared_tickets", false);
    emptyArrays(out, "domain_names", "tags");
    out.writeNullField("external_id");
    out.writeNullField("group_id");
    out.writeStringField("created_at", "2023-01-09T08:00:00Z");
    out.writeStringField("updated_at", "2023-01-09T08:00:00Z");
    out.writeEndObject();
  }

  void group(JsonGenerator out, Organization group) throws IOException {
    out.writeStartObject();
    out.writeStringField("url", home + "groups/" + group.id() + ".json");
    out.writeNumberField("id", group.id());
    out.writeStringField("name", group.name());
    out.writeBooleanField("deleted", false);
    out.writeEndObject();
  }

  private static void number(JsonGenerator out, String name, long value) throws IOException {
    if (value == 0) {
      out.writeNullField(name);
    } else {
      out.writeNumberField(name, value);
    }
  }

  private static void emptyArrays(JsonGenerator out, String... names) throws IOException {
    for (String name : names) {
      out.writeArrayFieldStart(name);
      out.writeEndArray();
    }
  }

  /** A list of tickets as plain JSON values, for answers that are not in a hurry. */
  byte[] ticketList(String name, List<SandboxTicket> tickets, JsonText.Body rest) {
    List<SandboxTicket> given = new ArrayList<>(tickets);
    return JsonText.bytes(
        given.size() * 2000 + 200,
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart(name);
          for (SandboxTicket ticket : given) {
            ticket(out, ticket, ticket.generatedAt());
          }
          out.writeEndArray();
          rest.write(out);
          out.writeEndObject();
        });
  }
}
