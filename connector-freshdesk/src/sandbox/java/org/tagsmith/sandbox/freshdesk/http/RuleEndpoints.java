package org.tagsmith.sandbox.freshdesk.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.JsonText;
import org.tagsmith.sandbox.http.Request;
import org.tagsmith.sandbox.http.Router;

/**
 * The automation rules of the sandbox's bank, which can only be read: 1 when a ticket is opened, 3
 * each hour, 4 when it changes. The documents show the shape and name no parameter of this list but
 * the page. Source: https://developers.freshdesk.com/api/#automations
 */
final class RuleEndpoints {
  private static final String FILE = "/org/tagsmith/sandbox/freshdesk/automations.json";
  private static final long FIRST = 43_000_109_860L;
  private static final long MADE = 1_700_000_000L;

  private final String home;
  private final Map<String, List<ObjectNode>> rules = new LinkedHashMap<>();

  RuleEndpoints(String home) {
    this.home = home;
    try (InputStream in = RuleEndpoints.class.getResourceAsStream(FILE)) {
      JsonNode all = new ObjectMapper().readTree(in);
      long id = FIRST;
      for (Map.Entry<String, JsonNode> occasion : all.properties()) {
        List<ObjectNode> list = new ArrayList<>();
        for (JsonNode rule : occasion.getValue()) {
          list.add(whole(occasion.getKey(), (ObjectNode) rule, id++, list.size() + 1));
        }
        rules.put(occasion.getKey(), list);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static ObjectNode whole(String occasion, ObjectNode rule, long id, int position) {
    rule.put("id", id);
    rule.put("automation_type_id", Integer.parseInt(occasion));
    rule.put("position", position);
    rule.put("outdated", false);
    rule.put("created_at", JsonText.time(MADE));
    rule.put("updated_at", JsonText.time(MADE + id - FIRST));
    return rule;
  }

  void addTo(Router router) {
    rules.forEach(
        (occasion, list) ->
            router.on(
                "GET",
                "/api/v2/automations/" + occasion + "/rules",
                (request, id) -> page(list, request)));
  }

  private Answer page(List<ObjectNode> list, Request request) {
    Paging paging = Paging.of(request, Set.of());
    return paging.linked(Answer.json(200, paging.of(list)), request, home, list.size());
  }
}
