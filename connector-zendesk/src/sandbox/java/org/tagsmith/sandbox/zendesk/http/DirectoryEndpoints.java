package org.tagsmith.sandbox.zendesk.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tagsmith.sandbox.desk.Organization;
import org.tagsmith.sandbox.desk.Person;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.JsonText;
import org.tagsmith.sandbox.http.Refusal;
import org.tagsmith.sandbox.http.Request;
import org.tagsmith.sandbox.http.Router;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;
import org.tagsmith.sandbox.zendesk.desk.Staff;
import org.tagsmith.sandbox.zendesk.desk.TicketDesk;
import org.tagsmith.sandbox.zendesk.desk.TicketFields;

/** Everything around tickets that can only be read: people, organizations, fields, counts, tags. */
final class DirectoryEndpoints {
  private static final int MOST_TAGS = 20_000;
  private static final int LARGEST_TAG_PAGE = 100;
  private static final long TAGS_OF_LAST_SECONDS = 60L * 86_400;

  private final TicketDesk desk;
  private final TicketJson json;

  DirectoryEndpoints(TicketDesk desk, TicketJson json) {
    this.desk = desk;
    this.json = json;
  }

  void addTo(Router router) {
    router
        .on("GET", "/api/v2/users/me.json", (request, id) -> person(Staff.ADMIN))
        .on("GET", "/api/v2/users/show_many.json", (request, id) -> people(request))
        .on(
            "GET",
            "/api/v2/users/{id}.json",
            (request, id) -> desk.person(id).map(this::person).orElseGet(TicketEndpoints::notFound))
        .on("GET", "/api/v2/organizations/show_many.json", (request, id) -> organizations(request))
        .on(
            "GET",
            "/api/v2/organizations/{id}.json",
            (request, id) ->
                desk.organization(id).map(this::organization).orElseGet(TicketEndpoints::notFound))
        .on("GET", "/api/v2/groups.json", (request, id) -> groups())
        .on("GET", "/api/v2/brands.json", (request, id) -> brands())
        .on("GET", "/api/v2/tickets/count.json", (request, id) -> count())
        .on("GET", "/api/v2/search/count.json", (request, id) -> searchCount(request))
        .on("GET", "/api/v2/ticket_fields.json", (request, id) -> fields())
        .on("GET", "/api/v2/tags.json", (request, id) -> tags(request));
  }

  private Answer person(Person person) {
    return one("user", out -> json.person(out, person));
  }

  private Answer organization(Organization organization) {
    return one("organization", out -> json.organization(out, organization));
  }

  private static Answer one(String name, JsonText.Body body) {
    return Answer.json(
        200,
        JsonText.bytes(
            1000,
            out -> {
              out.writeStartObject();
              out.writeFieldName(name);
              body.write(out);
              out.writeEndObject();
            }),
        0);
  }

  private Answer people(Request request) {
    List<Person> found = found(request, desk::person);
    return many("users", found.stream().<JsonText.Body>map(p -> out -> json.person(out, p)));
  }

  private Answer organizations(Request request) {
    List<Organization> found = found(request, desk::organization);
    return many(
        "organizations", found.stream().<JsonText.Body>map(o -> out -> json.organization(out, o)));
  }

  private Answer groups() {
    return many(
        "groups", Staff.groups().stream().<JsonText.Body>map(g -> out -> json.group(out, g)));
  }

  private Answer brands() {
    return many(
        "brands", Staff.brands().stream().<JsonText.Body>map(b -> out -> json.brand(out, b)));
  }

  private static <T> List<T> found(Request request, Function<Long, Optional<T>> find) {
    return Arrays.stream(request.param("ids").orElse("").split(","))
        .filter(text -> text.matches("\\d{1,18}"))
        .limit(100)
        .map(Long::valueOf)
        .map(find)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Answer many(String name, Stream<JsonText.Body> bodies) {
    List<JsonText.Body> all = bodies.toList();
    return Answer.json(
        200,
        JsonText.bytes(
            all.size() * 700 + 100,
            out -> {
              out.writeStartObject();
              out.writeArrayFieldStart(name);
              for (JsonText.Body body : all) {
                body.write(out);
              }
              out.writeEndArray();
              out.writeNumberField("count", all.size());
              out.writeNullField("next_page");
              out.writeNullField("previous_page");
              out.writeEndObject();
            }),
        0);
  }

  private Answer count() {
    return Answer.json(
        200,
        Map.of("count", Map.of("value", desk.count(), "refreshed_at", JsonText.time(desk.now()))));
  }

  private Answer searchCount(Request request) {
    String query = request.param("query").orElse("");
    if (!query.contains("type:ticket")) {
      throw new Refusal(
          Answer.error(422, "InvalidSearch", "The sandbox counts queries with type:ticket only"));
    }
    return Answer.json(200, Map.of("count", desk.count()));
  }

  private Answer fields() {
    List<Map<String, Object>> fields = new ArrayList<>();
    fields.add(field(360011737434L, "subject", "Subject", null));
    fields.add(field(360011737435L, "description", "Description", null));
    fields.add(field(360011737436L, "status", "Status", null));
    for (TicketFields.Field own : TicketFields.all()) {
      Map<String, Object> field = field(own.id(), own.type(), own.title(), own.tag());
      if (own.type().equals("tagger")) {
        field.put(
            "custom_field_options",
            own.options().stream()
                .map(
                    option ->
                        Map.of(
                            "id", option.id(),
                            "name", option.name(),
                            "raw_name", option.name(),
                            "value", option.value(),
                            "default", false))
                .toList());
      }
      fields.add(field);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("ticket_fields", fields);
    body.put("next_page", null);
    body.put("previous_page", null);
    body.put("count", fields.size());
    return Answer.json(200, body);
  }

  private static Map<String, Object> field(long id, String type, String title, String tag) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("id", id);
    field.put("type", type);
    field.put("title", title);
    field.put("raw_title", title);
    field.put("description", "");
    field.put("position", 0);
    field.put("active", true);
    field.put("required", false);
    field.put("tag", tag);
    field.put("removable", tag != null);
    return field;
  }

  private Answer tags(Request request) {
    long since = desk.now() - TAGS_OF_LAST_SECONDS;
    Map<String, Integer> counts = new HashMap<>();
    desk.all()
        .filter(ticket -> !ticket.deleted() && ticket.updatedAt() >= since)
        .map(SandboxTicket::tags)
        .forEach(tags -> tags.forEach(tag -> counts.merge(tag, 1, Integer::sum)));
    List<Map.Entry<String, Integer>> busiest =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_TAGS)
            .toList();
    int size = (int) Math.max(1, Math.min(LARGEST_TAG_PAGE, request.number("page[size]", 100)));
    int from = (int) Math.min(busiest.size(), Math.max(0, request.number("page[after]", 0)));
    int until = Math.min(busiest.size(), from + size);
    List<Map<String, Object>> shown =
        busiest.subList(from, until).stream()
            .map(e -> Map.<String, Object>of("name", e.getKey(), "count", e.getValue()))
            .toList();
    boolean more = until < busiest.size();
    return Answer.json(
        200,
        Map.of(
            "tags", shown,
            "count", busiest.size(),
            "meta", Map.of("has_more", more, "after_cursor", more ? Integer.toString(until) : "")));
  }
}
