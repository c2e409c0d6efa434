package org.tagsmith.sandbox.freshdesk.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tagsmith.sandbox.freshdesk.desk.Contact;
import org.tagsmith.sandbox.freshdesk.desk.Place;
import org.tagsmith.sandbox.freshdesk.desk.SandboxTicket;
import org.tagsmith.sandbox.freshdesk.desk.SandboxTicket.Message;
import org.tagsmith.sandbox.freshdesk.desk.Staff;
import org.tagsmith.sandbox.freshdesk.desk.Statuses;
import org.tagsmith.sandbox.freshdesk.desk.TagText;
import org.tagsmith.sandbox.freshdesk.desk.TicketFields;
import org.tagsmith.sandbox.freshdesk.desk.TicketOrigin;
import org.tagsmith.sandbox.freshdesk.desk.Times;
import org.tagsmith.sandbox.http.Refusal;

/**
 * What the body of a create or an update asks for, checked as a whole: any unexpected or wrong key
 * refuses all of it. {@code tags} replaces all tags; there is no way to add or remove one. Source:
 * https://developers.freshdesk.com/api/#update_ticket
 */
final class TicketEdit {
  private static final int OUTBOUND = 10;
  private static final Set<String> PERMITTED =
      Set.of(
          "name",
          "requester_id",
          "email",
          "phone",
          "unique_external_id",
          "subject",
          "type",
          "status",
          "priority",
          "description",
          "responder_id",
          "custom_fields",
          "due_by",
          "email_config_id",
          "fr_due_by",
          "group_id",
          "parent_id",
          "product_id",
          "source",
          "tags",
          "company_id",
          "internal_agent_id",
          "internal_group_id",
          "cc_emails",
          "related_ticket_ids");

  private final JsonNode body;

  private TicketEdit(JsonNode body) {
    this.body = body;
  }

  /** Checks a body; refuses it with everything that is wrong with it. */
  static TicketEdit read(JsonNode body, boolean creates) {
    List<Map<String, Object>> errors = new ArrayList<>();
    for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!PERMITTED.contains(name)) {
        errors.add(Errors.invalidField(name));
      }
    }
    tags(body, errors);
    choice(body, "status", Statuses.choices().keySet(), errors);
    choice(body, "priority", Set.of("1", "2", "3", "4"), errors);
    choice(
        body,
        "source",
        Statuses.sources().values().stream().map(String::valueOf).collect(Collectors.toSet()),
        errors);
    if (body.hasNonNull("type") && !TicketFields.types().contains(body.get("type").asText())) {
      errors.add(Errors.notOneOf("type", TicketFields.types()));
    }
    for (Iterator<String> names = body.path("custom_fields").fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (TicketFields.all().stream().noneMatch(field -> field.name().equals(name))) {
        errors.add(Errors.invalidField(name));
      }
    }
    if (creates && !body.hasNonNull("requester_id") && !body.hasNonNull("email")) {
      errors.add(
          Errors.error(
              "requester_id",
              "One of the following fields is mandatory: requester_id, phone, email, twitter_id,"
                  + " facebook_id, unique_external_id",
              "missing_field"));
    }
    if (!errors.isEmpty()) {
      throw new Refusal(Errors.invalid(errors));
    }
    return new TicketEdit(body);
  }

  private static void tags(JsonNode body, List<Map<String, Object>> errors) {
    JsonNode tags = body.path("tags");
    if (tags.isMissingNode()) {
      return;
    }
    if (!tags.isArray()) {
      errors.add(Errors.error("tags", "It should be a/an Array", "datatype_mismatch"));
      return;
    }
    boolean onlyTexts = true;
    boolean tooLong = false;
    boolean comma = false;
    for (JsonNode tag : tags) {
      onlyTexts &= tag.isTextual();
      tooLong |= tag.asText().codePointCount(0, tag.asText().length()) > TagText.LONGEST;
      comma |= tag.asText().contains(",");
    }
    if (!onlyTexts) {
      errors.add(
          Errors.error(
              "tags", "It should contain elements of type String only", "datatype_mismatch"));
    } else if (tooLong) {
      errors.add(
          Errors.error(
              "tags",
              "It should only contain elements that have maximum of 32 characters",
              "invalid_value"));
    } else if (comma) {
      // refused by Freshdesk, too; the wording was not recorded
      errors.add(Errors.error("tags", "It should not contain elements with ','", "invalid_value"));
    }
  }

  private static void choice(
      JsonNode body, String name, Set<String> choices, List<Map<String, Object>> errors) {
    if (body.hasNonNull(name) && !choices.contains(body.get(name).asText())) {
      errors.add(Errors.notOneOf(name, choices.stream().sorted().toList()));
    }
  }

  /** The ticket that the body opens. */
  SandboxTicket drafted(TicketOrigin directory, long now) {
    Contact contact =
        requester(directory)
            .orElseThrow(
                () ->
                    Errors.refused(
                        Errors.error(
                            "requester_id",
                            "There is no contact matching the given requester_id",
                            "invalid_value")));
    SandboxTicket bare =
        new SandboxTicket(
            1,
            Place.LISTED,
            Statuses.OPEN,
            1,
            2,
            null,
            null,
            contact.id(),
            contact.companyId(),
            0,
            0,
            Times.openedAt(now),
            List.of(),
            Map.of(),
            List.of(new Message(contact.id(), "", true, false, now)),
            null);
    return applied(bare, directory, now);
  }

  private Optional<Contact> requester(TicketOrigin directory) {
    if (body.hasNonNull("requester_id")) {
      return directory.contact(body.get("requester_id").asLong());
    }
    String email = body.path("email").asText().toLowerCase(Locale.ROOT);
    return directory.contactIds().stream()
        .map(directory::contact)
        .flatMap(Optional::stream)
        .filter(c -> c.email() != null && c.email().toLowerCase(Locale.ROOT).equals(email))
        .findFirst();
  }

  /** The ticket as the body leaves it. */
  SandboxTicket applied(SandboxTicket ticket, TicketOrigin directory, long now) {
    SandboxTicket.Changing edited = ticket.but();
    if (body.has("tags")) {
      List<String> written = new ArrayList<>();
      body.get("tags").forEach(tag -> written.add(tag.asText()));
      List<String> stored = TagText.stored(written);
      // the same tags in another order are no change
      if (!Set.copyOf(stored).equals(Set.copyOf(ticket.tags()))) {
        edited.tags(stored);
      }
    }
    if (body.has("subject") || body.has("description")) {
      if (ticket.source() == OUTBOUND) {
        throw Errors.refused(
            Errors.error(
                body.has("subject") ? "subject" : "description",
                "It cannot be updated for outbound tickets",
                "incompatible_field"));
      }
      if (body.has("subject")) {
        edited.subject(body.get("subject").textValue());
      }
      if (body.has("description")) {
        edited.description(body.get("description").asText());
      }
    }
    if (body.hasNonNull("status")) {
      edited.status(body.get("status").asInt(), now);
    }
    if (body.hasNonNull("priority")) {
      edited.priority(body.get("priority").asInt());
    }
    if (body.hasNonNull("source")) {
      edited.source(body.get("source").asInt());
    }
    if (body.has("type")) {
      edited.type(body.get("type").textValue());
    }
    if (body.has("responder_id")) {
      edited.responder(body.get("responder_id").asLong());
    }
    if (body.has("group_id")) {
      edited.group(body.get("group_id").asLong());
    }
    if (body.hasNonNull("requester_id")) {
      requester(directory).ifPresent(c -> edited.requester(c.id(), c.companyId()));
    }
    JsonNode fields = body.path("custom_fields");
    for (Iterator<String> names = fields.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      edited.field(name, fields.get(name).isNull() ? null : fields.get(name).asText());
    }
    return edited.done();
  }

  /** The ticket with an agent's reply or note. */
  static SandboxTicket answered(SandboxTicket ticket, String text, boolean hidden, long now) {
    return ticket.but().message(new Message(Staff.ADMIN.id(), text, false, hidden, now)).done();
  }
}
