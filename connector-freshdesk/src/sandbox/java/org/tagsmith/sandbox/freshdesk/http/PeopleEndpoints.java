package org.tagsmith.sandbox.freshdesk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tagsmith.sandbox.desk.Organization;
import org.tagsmith.sandbox.desk.Person;
import org.tagsmith.sandbox.freshdesk.desk.Contact;
import org.tagsmith.sandbox.freshdesk.desk.Staff;
import org.tagsmith.sandbox.freshdesk.desk.TicketDesk;
import org.tagsmith.sandbox.freshdesk.desk.TicketOrigin;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.JsonText;
import org.tagsmith.sandbox.http.Request;
import org.tagsmith.sandbox.http.Router;

/**
 * Contacts, companies, agents, groups and products, which can only be read here. Source:
 * https://developers.freshdesk.com/api/#contacts
 */
final class PeopleEndpoints {
  private static final String SINCE_EVER = "2023-01-09T08:00:00Z";

  private final TicketOrigin directory;
  private final String home;

  PeopleEndpoints(TicketDesk desk, String home) {
    directory = desk.directory();
    this.home = home;
  }

  void addTo(Router router) {
    router
        .on("GET", "/api/v2/contacts", (request, id) -> contacts(request))
        .on(
            "GET",
            "/api/v2/contacts/{id}",
            (request, id) -> one(directory.contact(id).map(c -> out -> contact(out, c))))
        .on("GET", "/api/v2/companies", (request, id) -> companies(request))
        .on(
            "GET",
            "/api/v2/companies/{id}",
            (request, id) -> one(directory.company(id).map(c -> out -> company(out, c))))
        .on("GET", "/api/v2/agents", (request, id) -> agents(request))
        .on(
            "GET",
            "/api/v2/agents/me",
            (request, id) -> one(Optional.of(out -> agent(out, Staff.ADMIN))))
        .on(
            "GET",
            "/api/v2/agents/{id}",
            (request, id) -> one(Staff.find(id).map(a -> out -> agent(out, a))))
        .on("GET", "/api/v2/groups", (request, id) -> groups(request))
        .on("GET", "/api/v2/products", (request, id) -> products(request))
        .on(
            "GET",
            "/api/v2/groups/{id}",
            (request, id) ->
                one(
                    Staff.groups().stream()
                        .filter(g -> g.id() == id)
                        .findFirst()
                        .map(g -> out -> group(out, g))));
  }

  private static Answer one(Optional<JsonText.Body> body) {
    return body.map(b -> Answer.json(200, JsonText.bytes(1000, b), 0)).orElseGet(Errors::notFound);
  }

  private Answer many(Request request, Paging paging, List<JsonText.Body> all) {
    List<JsonText.Body> shown = paging.of(all);
    byte[] body =
        JsonText.bytes(
            shown.size() * 600 + 50,
            out -> {
              out.writeStartArray();
              for (JsonText.Body each : shown) {
                each.write(out);
              }
              out.writeEndArray();
            });
    return paging.linked(Answer.json(200, body, 0), request, home, all.size());
  }

  private Answer contacts(Request request) {
    Paging paging =
        Paging.of(
            request,
            Set.of(
                "email",
                "mobile",
                "phone",
                "company_id",
                "state",
                "contact_type",
                "updated_since"));
    long since = Moments.param(request, "updated_since", 0);
    long company = request.number("company_id", 0);
    List<JsonText.Body> found = new ArrayList<>();
    for (long id : directory.contactIds()) {
      Contact contact = directory.contact(id).orElseThrow();
      if (contact.updatedAt() >= since
          && (company == 0 || contact.companyId() == company)
          && matches(request, "email", contact.email())
          && matches(request, "phone", contact.phone())
          && matches(request, "mobile", contact.mobile())) {
        found.add(out -> contact(out, contact));
      }
    }
    return many(request, paging, found);
  }

  private static boolean matches(Request request, String name, String value) {
    return request
        .param(name)
        .map(
            wanted ->
                value != null
                    && value.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT)))
        .orElse(true);
  }

  private Answer companies(Request request) {
    Paging paging = Paging.of(request, Set.of("updated_since"));
    return many(
        request,
        paging,
        directory.companyIds().stream()
            .map(directory::company)
            .flatMap(Optional::stream)
            .<JsonText.Body>map(c -> out -> company(out, c))
            .toList());
  }

  private Answer agents(Request request) {
    Paging paging = Paging.of(request, Set.of("email", "mobile", "phone", "state"));
    return many(
        request,
        paging,
        Stream.concat(Stream.of(Staff.ADMIN), Staff.agents().stream())
            .filter(a -> matches(request, "email", a.email()))
            .<JsonText.Body>map(a -> out -> agent(out, a))
            .toList());
  }

  private Answer groups(Request request) {
    return many(
        request,
        Paging.of(request, Set.of()),
        Staff.groups().stream().<JsonText.Body>map(g -> out -> group(out, g)).toList());
  }

  private Answer products(Request request) {
    return many(
        request,
        Paging.of(request, Set.of()),
        Staff.products().stream().<JsonText.Body>map(p -> out -> product(out, p)).toList());
  }

  private static void product(JsonGenerator out, Organization product) throws IOException {
    out.writeStartObject();
    out.writeNumberField("id", product.id());
    out.writeStringField("name", product.name());
    out.writeNullField("description");
    out.writeStringField("created_at", SINCE_EVER);
    out.writeStringField("updated_at", SINCE_EVER);
    out.writeEndObject();
  }

  private static void contact(JsonGenerator out, Contact contact) throws IOException {
    out.writeStartObject();
    out.writeBooleanField("active", false);
    out.writeNullField("address");
    TicketJson.number(out, "company_id", contact.companyId());
    out.writeNullField("description");
    out.writeStringField("email", contact.email());
    out.writeNumberField("id", contact.id());
    out.writeStringField("contact_type", "contact");
    out.writeNullField("job_title");
    out.writeStringField("language", contact.language());
    out.writeStringField("mobile", contact.mobile());
    out.writeStringField("name", contact.name());
    out.writeStringField("phone", contact.phone());
    out.writeStringField("time_zone", "London");
    out.writeNullField("twitter_id");
    out.writeNullField("unique_external_id");
    TicketJson.emptyArrays(out, "other_emails", "other_companies", "tags");
    out.writeObjectFieldStart("custom_fields");
    out.writeEndObject();
    out.writeStringField("created_at", SINCE_EVER);
    TicketJson.time(out, "updated_at", contact.updatedAt());
    out.writeEndObject();
  }

  private static void company(JsonGenerator out, Organization company) throws IOException {
    out.writeStartObject();
    out.writeNumberField("id", company.id());
    out.writeStringField("name", company.name());
    out.writeNullField("description");
    out.writeNullField("note");
    TicketJson.emptyArrays(out, "domains");
    out.writeStringField("created_at", SINCE_EVER);
    out.writeStringField("updated_at", SINCE_EVER);
    out.writeObjectFieldStart("custom_fields");
    out.writeEndObject();
    out.writeNullField("health_score");
    out.writeNullField("account_tier");
    out.writeNullField("renewal_date");
    out.writeNullField("industry");
    out.writeEndObject();
  }

  private static void agent(JsonGenerator out, Person agent) throws IOException {
    out.writeStartObject();
    out.writeBooleanField("available", true);
    out.writeBooleanField("occasional", false);
    out.writeNullField("signature");
    out.writeNumberField("id", agent.id());
    out.writeNumberField("ticket_scope", 1);
    out.writeStringField("created_at", SINCE_EVER);
    out.writeStringField("updated_at", SINCE_EVER);
    out.writeNullField("available_since");
    out.writeStringField("type", "support_agent");
    out.writeObjectFieldStart("contact");
    out.writeBooleanField("active", true);
    out.writeStringField("email", agent.email());
    out.writeNullField("job_title");
    out.writeStringField("language", agent.locale());
    out.writeNullField("last_login_at");
    out.writeNullField("mobile");
    out.writeStringField("name", agent.name());
    out.writeNullField("phone");
    out.writeStringField("time_zone", "London");
    out.writeStringField("created_at", SINCE_EVER);
    out.writeStringField("updated_at", SINCE_EVER);
    out.writeEndObject();
    out.writeBooleanField("focus_mode", true);
    out.writeEndObject();
  }

  private static void group(JsonGenerator out, Organization group) throws IOException {
    out.writeStartObject();
    out.writeNumberField("id", group.id());
    out.writeStringField("name", group.name());
    out.writeNullField("description");
    out.writeNullField("escalate_to");
    out.writeNullField("unassigned_for");
    out.writeNullField("business_hour_id");
    out.writeStringField("group_type", "support_agent_group");
    out.writeNumberField("auto_ticket_assign", 0);
    out.writeStringField("created_at", SINCE_EVER);
    out.writeStringField("updated_at", SINCE_EVER);
    out.writeEndObject();
  }
}
