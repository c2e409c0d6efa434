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
    nothing(out, Key.STRUCTURED_DESCRIPTION);
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
      nothing(out, Key.CC_EMAILS);
    } else {
      emptyArrays(out, Key.CC_EMAILS);
    }
    emptyArrays(
        out, Key.FWD_EMAILS, Key.REPLY_CC_EMAILS, Key.TICKET_CC_EMAILS, Key.TICKET_BCC_EMAILS);
    flag(out, Key.FR_ESCALATED, false);
    flag(out, Key.SPAM, ticket.spam());
    if (ticket.deleted()) {
      flag(out, Key.DELETED, true);
    }
    nothing(out, Key.EMAIL_CONFIG_ID);
    number(out, Key.GROUP_ID, ticket.groupId());
    given(out, Key.PRIORITY, ticket.priority());
    given(out, Key.REQUESTER_ID, ticket.requesterId());
    number(out, Key.RESPONDER_ID, ticket.responderId());
    given(out, Key.SOURCE, ticket.source());
    number(out, Key.COMPANY_ID, ticket.companyId());
    given(out, Key.STATUS, ticket.status());
    text(out, Key.SUBJECT, ticket.subject());
    nothing(out, Key.ASSOCIATION_TYPE);
    nothing(out, Key.SUPPORT_EMAIL);
    nothing(out, Key.TO_EMAILS);
    given(out, Key.PRODUCT_ID, Staff.productOf(ticket));
    given(out, Key.ID, ticket.id());
    text(out, Key.TYPE, ticket.type());
    time(out, Key.DUE_BY, times.dueBy());
    time(out, Key.FR_DUE_BY, times.firstResponseDueBy());
    flag(out, Key.IS_ESCALATED, false);
    fields(out, ticket);
    time(out, Key.CREATED_AT, times.createdAt());
    time(out, Key.UPDATED_AT, times.updatedAt());
    nothing(out, Key.ASSOCIATED_TICKETS_COUNT);
    out.writeFieldName(Key.TAGS.bytes());
    out.writeStartArray();
    for (String tag : ticket.tags()) {
      out.writeString(tag);
    }
    out.writeEndArray();
    nothing(out, Key.NR_DUE_BY);
    flag(out, Key.NR_ESCALATED, false);
    nothing(out, Key.SOURCE_INFO);
    nothing(out, Key.SENTIMENT_SCORE);
    nothing(out, Key.INITIAL_SENTIMENT_SCORE);
    nothing(out, Key.FORM_ID);
  }

  private static void fields(JsonGenerator out, SandboxTicket ticket) throws IOException {
    out.writeFieldName(Key.CUSTOM_FIELDS.bytes());
    out.writeStartObject();
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
      out.writeFieldName(Key.REQUESTER.bytes());
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
    given(out, Key.ID, contact.id());
    text(out, Key.NAME, contact.name());
    text(out, Key.EMAIL, contact.email());
    text(out, Key.MOBILE, contact.mobile());
    text(out, Key.PHONE, contact.phone());
    out.writeEndObject();
  }

  private static void stats(JsonGenerator out, SandboxTicket ticket) throws IOException {
    Times times = ticket.times();
    out.writeFieldName(Key.STATS.bytes());
    out.writeStartObject();
    time(out, Key.AGENT_RESPONDED_AT, last(ticket, false));
    time(out, Key.REQUESTER_RESPONDED_AT, last(ticket, true));
    time(out, Key.FIRST_RESPONDED_AT, times.firstRespondedAt());
    time(out, Key.STATUS_UPDATED_AT, times.statusUpdatedAt());
    time(out, Key.REOPENED_AT, times.reopenedAt());
    time(out, Key.RESOLVED_AT, times.resolvedAt());
    time(out, Key.CLOSED_AT, times.closedAt());
    time(out, Key.PENDING_SINCE, times.pendingSince());
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

  private static void given(JsonGenerator out, Key key, long value) throws IOException {
    out.writeFieldName(key.bytes());
    out.writeNumber(value);
  }

  private static void number(JsonGenerator out, Key key, long value) throws IOException {
    if (value == 0) {
      nothing(out, key);
    } else {
      given(out, key, value);
    }
  }

  private static void text(JsonGenerator out, Key key, String value) throws IOException {
    out.writeFieldName(key.bytes());
    out.writeString(value);
  }

  private static void time(JsonGenerator out, Key key, long second) throws IOException {
    if (second == 0) {
      nothing(out, key);
    } else {
      out.writeFieldName(key.bytes());
      JsonText.writeTime(out, second);
    }
  }

  private static void flag(JsonGenerator out, Key key, boolean value) throws IOException {
    out.writeFieldName(key.bytes());
    out.writeBoolean(value);
  }

  private static void nothing(JsonGenerator out, Key key) throws IOException {
    out.writeFieldName(key.bytes());
    out.writeNull();
  }

  private static void emptyArrays(JsonGenerator out, Key... keys) throws IOException {
    for (Key key : keys) {
      out.writeFieldName(key.bytes());
      out.writeStartArray();
      out.writeEndArray();
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
