package org.tagsmith.sandbox.freshdesk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.tagsmith.sandbox.freshdesk.desk.Contact;
import org.tagsmith.sandbox.freshdesk.desk.Place;
import org.tagsmith.sandbox.freshdesk.desk.SandboxTicket;
import org.tagsmith.sandbox.freshdesk.desk.SandboxTicket.Message;
import org.tagsmith.sandbox.freshdesk.desk.Staff;
import org.tagsmith.sandbox.freshdesk.desk.TicketFields;
import org.tagsmith.sandbox.freshdesk.desk.TicketOrigin;
import org.tagsmith.sandbox.freshdesk.desk.Times;
import org.tagsmith.sandbox.http.JsonText;

/**
 * Writes tickets in Freshdesk's shapes, straight into bytes. The keys are those of the
 * documentation and, beyond it, of recorded answers of 2026.
 */
final class TicketJson {
  private static final int CONVERSATIONS_EMBEDDED = 10;

  private final TicketOrigin directory;
  private final String home;

  /**
   * Writes for one account.
   *
   * @param domain the account's name at Freshdesk
   */
  TicketJson(TicketOrigin directory, String domain) {
    this.directory = directory;
    home = "https://" + domain + ".freshdesk.com";
  }

  /** Where the account says it is, without a slash at the end. */
  String home() {
    return home;
  }

  /** The keys of a ticket in a list; the object is opened and closed by others. */
  void listed(JsonGenerator out, SandboxTicket ticket, Set<String> include) throws IOException {
    common(out, ticket);
    out.writeNullField("structured_description");
    if (include.contains("description")) {
      description(out, ticket);
    }
    included(out, ticket, include);
  }

  /** A ticket as its own page shows it. */
  byte[] viewed(SandboxTicket ticket, Set<String> include) {
    return JsonText.bytes(
        4000,
        out -> {
          out.writeStartObject();
          common(out, ticket);
          description(out, ticket);
          out.writeArrayFieldStart("attachments");
          out.writeEndArray();
          if (ticket.place() == Place.ARCHIVED) {
            out.writeBooleanField("archived", true);
          }
          included(out, ticket, include);
          if (include.contains("conversations")) {
            out.writeArrayFieldStart("conversations");
            conversations(out, ticket, 0, CONVERSATIONS_EMBEDDED);
            out.writeEndArray();
          }
          out.writeEndObject();
        });
  }

  private static void common(JsonGenerator out, SandboxTicket ticket) throws IOException {
    Times times = ticket.times();
    if (ticket.id() % 7 == 0) {
      // recorded: null instead of an empty array
      out.writeNullField("cc_emails");
    } else {
      emptyArrays(out, "cc_emails");
    }
    emptyArrays(out, "fwd_emails", "reply_cc_emails", "ticket_cc_emails", "ticket_bcc_emails");
    out.writeBooleanField("fr_escalated", false);
    out.writeBooleanField("spam", ticket.spam());
    if (ticket.deleted()) {
      out.writeBooleanField("deleted", true);
    }
    out.writeNullField("email_config_id");
    number(out, "group_id", ticket.groupId());
    out.writeNumberField("priority", ticket.priority());
    out.writeNumberField("requester_id", ticket.requesterId());
    number(out, "responder_id", ticket.responderId());
    out.writeNumberField("source", ticket.source());
    number(out, "company_id", ticket.companyId());
    out.writeNumberField("status", ticket.status());
    out.writeStringField("subject", ticket.subject());
    out.writeNullField("association_type");
    out.writeNullField("support_email");
    out.writeNullField("to_emails");
    out.writeNumberField("product_id", Staff.productOf(ticket));
    out.writeNumberField("id", ticket.id());
    out.writeStringField("type", ticket.type());
    time(out, "due_by", times.dueBy());
    time(out, "fr_due_by", times.firstResponseDueBy());
    out.writeBooleanField("is_escalated", false);
    fields(out, ticket);
    time(out, "created_at", times.createdAt());
    time(out, "updated_at", times.updatedAt());
    out.writeNullField("associated_tickets_count");
    out.writeArrayFieldStart("tags");
    for (String tag : ticket.tags()) {
      out.writeString(tag);
    }
    out.writeEndArray();
    out.writeNullField("nr_due_by");
    out.writeBooleanField("nr_escalated", false);
    out.writeNullField("source_info");
    out.writeNullField("sentiment_score");
    out.writeNullField("initial_sentiment_score");
    out.writeNullField("form_id");
  }

  private static void fields(JsonGenerator out, SandboxTicket ticket) throws IOException {
    out.writeObjectFieldStart("custom_fields");
    for (TicketFields.Field field : TicketFields.all()) {
      String value = ticket.fields().get(field.name());
      if (field.type().equals("custom_checkbox")) {
        out.writeBooleanField(field.name(), "true".equals(value));
      } else {
        out.writeStringField(field.name(), value);
      }
    }
    out.writeEndObject();
  }

  private static void description(JsonGenerator out, SandboxTicket ticket) throws IOException {
    out.writeStringField("description", html(ticket.description()));
    out.writeStringField("description_text", ticket.description());
  }

  private static String html(String text) {
    return "<div>"
        + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        + "</div>";
  }

  private void included(JsonGenerator out, SandboxTicket ticket, Set<String> include)
      throws IOException {
    if (include.contains("requester")) {
      out.writeFieldName("requester");
      requester(out, directory.contact(ticket.requesterId()).orElse(null));
    }
    if (include.contains("company")) {
      out.writeFieldName("company");
      var company = directory.company(ticket.companyId());
      if (company.isEmpty()) {
        out.writeNull();
      } else {
        out.writeStartObject();
        out.writeNumberField("id", company.get().id());
        out.writeStringField("name", company.get().name());
        out.writeEndObject();
      }
    }
    if (include.contains("stats")) {
      stats(out, ticket);
    }
  }

  private static void requester(JsonGenerator out, Contact contact) throws IOException {
    if (contact == null) {
      out.writeNull();
      return;
    }
    out.writeStartObject();
    out.writeNumberField("id", contact.id());
    out.writeStringField("name", contact.name());
    out.writeStringField("email", contact.email());
    out.writeStringField("mobile", contact.mobile());
    out.writeStringField("phone", contact.phone());
    out.writeEndObject();
  }

  private static void stats(JsonGenerator out, SandboxTicket ticket) throws IOException {
    Times times = ticket.times();
    out.writeObjectFieldStart("stats");
    time(out, "agent_responded_at", last(ticket, false));
    time(out, "requester_responded_at", last(ticket, true));
    time(out, "first_responded_at", times.firstRespondedAt());
    time(out, "status_updated_at", times.statusUpdatedAt());
    time(out, "reopened_at", times.reopenedAt());
    time(out, "resolved_at", times.resolvedAt());
    time(out, "closed_at", times.closedAt());
    time(out, "pending_since", times.pendingSince());
    out.writeEndObject();
  }

  private static long last(SandboxTicket ticket, boolean incoming) {
    return ticket.messages().stream()
        .skip(1)
        .filter(m -> m.incoming() == incoming && !m.hidden())
        .mapToLong(Message::createdAt)
        .max()
        .orElse(0);
  }

  /** The answers to a ticket, oldest first, without the description. */
  void conversations(JsonGenerator out, SandboxTicket ticket, int from, int until)
      throws IOException {
    List<Message> messages = ticket.messages();
    for (int i = 1 + from; i < Math.min(messages.size(), 1 + until); i++) {
      Message message = messages.get(i);
      out.writeStartObject();
      out.writeStringField("body_text", message.body());
      out.writeStringField("body", html(message.body()));
      out.writeNumberField("id", ticket.id() * 1000 + i);
      out.writeBooleanField("incoming", message.incoming());
      out.writeBooleanField("private", message.hidden());
      out.writeNumberField("user_id", message.authorId());
      out.writeNullField("support_email");
      out.writeNumberField("source", message.hidden() ? 2 : 0);
      out.writeNumberField("ticket_id", ticket.id());
      emptyArrays(out, "to_emails", "cc_emails", "bcc_emails", "attachments");
      out.writeNullField("from_email");
      time(out, "created_at", message.createdAt());
      time(out, "updated_at", message.createdAt());
      out.writeEndObject();
    }
  }

  static void number(JsonGenerator out, String name, long value) throws IOException {
    if (value == 0) {
      out.writeNullField(name);
    } else {
      out.writeNumberField(name, value);
    }
  }

  static void time(JsonGenerator out, String name, long second) throws IOException {
    out.writeStringField(name, second == 0 ? null : JsonText.time(second));
  }

  static void emptyArrays(JsonGenerator out, String... names) throws IOException {
    for (String name : names) {
      out.writeArrayFieldStart(name);
      out.writeEndArray();
    }
  }
}
