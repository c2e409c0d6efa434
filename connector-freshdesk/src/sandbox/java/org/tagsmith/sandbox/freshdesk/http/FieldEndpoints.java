package org.tagsmith.sandbox.freshdesk.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tagsmith.sandbox.desk.Organization;
import org.tagsmith.sandbox.desk.Person;
import org.tagsmith.sandbox.freshdesk.desk.Staff;
import org.tagsmith.sandbox.freshdesk.desk.Statuses;
import org.tagsmith.sandbox.freshdesk.desk.TicketFields;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.Request;
import org.tagsmith.sandbox.http.Router;

/**
 * {@code GET /api/v2/ticket_fields}, whose choices come in three shapes: a list of texts, numbers
 * by name, and for the status pairs of names by number. Source:
 * https://developers.freshdesk.com/api/#list_all_ticket_fields
 */
final class FieldEndpoints {
  private static final long FIRST = 43_000_003_100L;

  void addTo(Router router) {
    router.on("GET", "/api/v2/ticket_fields", (request, id) -> fields(request));
  }

  private static Answer fields(Request request) {
    Paging.of(request, Set.of("type"));
    List<Map<String, Object>> fields = new ArrayList<>();
    fields.add(field(1, "default_requester", "requester", "Search a requester", null));
    fields.add(field(2, "default_subject", "subject", "Subject", null));
    fields.add(field(3, "default_ticket_type", "ticket_type", "Type", TicketFields.types()));
    fields.add(field(4, "default_source", "source", "Source", Statuses.sources()));
    fields.add(field(5, "default_status", "status", "Status", Statuses.choices()));
    fields.add(
        field(
            6,
            "default_priority",
            "priority",
            "Priority",
            Map.of("Low", 1, "Medium", 2, "High", 3, "Urgent", 4)));
    Map<String, Long> groups = new LinkedHashMap<>();
    for (Organization group : Staff.groups()) {
      groups.put(group.name(), group.id());
    }
    fields.add(field(7, "default_group", "group", "Group", groups));
    Map<String, Long> agents = new LinkedHashMap<>();
    for (Person agent : Staff.agents()) {
      agents.put(agent.name(), agent.id());
    }
    fields.add(field(8, "default_agent", "agent", "Agent", agents));
    fields.add(field(9, "default_description", "description", "Description", null));
    for (TicketFields.Field own : TicketFields.all()) {
      Map<String, Object> field =
          field(
              fields.size() + 1,
              own.type(),
              own.name(),
              own.label(),
              own.choices().isEmpty() ? null : own.choices());
      field.put("id", own.id());
      field.put("default", false);
      fields.add(field);
    }
    return Answer.json(
        200,
        request
            .param("type")
            .map(type -> fields.stream().filter(f -> type.equals(f.get("type"))).toList())
            .orElse(fields));
  }

  private static Map<String, Object> field(
      int position, String type, String name, String label, Object choices) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("id", FIRST + position);
    field.put("name", name);
    field.put("label", label);
    field.put("description", "");
    field.put("position", position);
    field.put("required_for_closure", false);
    field.put("required_for_agents", false);
    field.put("type", type);
    field.put("default", true);
    field.put("customers_can_edit", false);
    field.put("label_for_customers", label);
    field.put("required_for_customers", false);
    field.put("displayed_to_customers", true);
    field.put("created_at", "2023-01-09T08:00:00Z");
    field.put("updated_at", "2023-01-09T08:00:00Z");
    if (choices != null) {
      field.put("choices", choices);
    }
    return field;
  }
}
