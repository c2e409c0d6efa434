package org.tagsmith.sandbox.zendesk.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.JsonText;
import org.tagsmith.sandbox.http.Refusal;
import org.tagsmith.sandbox.http.Request;
import org.tagsmith.sandbox.http.Router;

/**
 * The lists of triggers, automations, views and macros of the sandbox's bank, which can only be
 * read. Shapes of triggers and macros as recorded, paging by cursor as documented. Source:
 * https://developer.zendesk.com/api-reference/ticketing/business-rules/triggers/
 */
final class RuleEndpoints {
  private static final String FILE = "/org/tagsmith/sandbox/zendesk/rules.json";
  private static final long FIRST = 360_056_295_700L;
  private static final long MADE = 1_700_000_000L;
  private static final int LARGEST_PAGE = 100;

  private final String subdomain;
  private final Map<String, List<ObjectNode>> lists = new LinkedHashMap<>();

  RuleEndpoints(String subdomain) {
    this.subdomain = subdomain;
    try (InputStream in = RuleEndpoints.class.getResourceAsStream(FILE)) {
      JsonNode all = new ObjectMapper().readTree(in);
      long id = FIRST;
      for (Map.Entry<String, JsonNode> list : all.properties()) {
        List<ObjectNode> rules = new ArrayList<>();
        for (JsonNode rule : list.getValue()) {
          rules.add(whole(list.getKey(), (ObjectNode) rule, id++, rules.size()));
        }
        lists.put(list.getKey(), rules);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private ObjectNode whole(String list, ObjectNode rule, long id, int position) {
    rule.put("id", id);
    rule.put("url", "https://" + subdomain + ".zendesk.com/api/v2/" + list + "/" + id + ".json");
    rule.put("raw_title", rule.path("title").asText());
    rule.putNull("description");
    rule.put("position", position);
    rule.put("created_at", JsonText.time(MADE));
    rule.put("updated_at", JsonText.time(MADE + id - FIRST));
    return rule;
  }

  void addTo(Router router) {
    lists
        .keySet()
        .forEach(
            list ->
                router.on(
                    "GET", "/api/v2/" + list + ".json", (request, id) -> page(list, request)));
  }

  private Answer page(String list, Request request) {
    List<ObjectNode> rules =
        lists.get(list).stream()
            .filter(
                rule ->
                    request
                        .param("active")
                        .filter(wanted -> !wanted.equals(rule.path("active").asText()))
                        .isEmpty())
            .toList();
    int size = (int) request.number("page[size]", LARGEST_PAGE);
    if (size < 1 || size > LARGEST_PAGE) {
      throw new Refusal(
          Answer.error(400, "InvalidPaginationParameter", "page[size] is 1 to " + LARGEST_PAGE));
    }
    int from = Math.min(rules.size(), request.param("page[after]").map(this::place).orElse(0));
    int until = Math.min(rules.size(), from + size);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(list, rules.subList(from, until));
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("has_more", until < rules.size());
    meta.put("after_cursor", until == 0 ? null : cursor(until));
    meta.put("before_cursor", from == 0 ? null : cursor(from));
    body.put("meta", meta);
    return Answer.json(200, body);
  }

  private static String cursor(int place) {
    return Base64.getUrlEncoder()
        .encodeToString(("at=" + place).getBytes(StandardCharsets.US_ASCII));
  }

  private int place(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      return Integer.parseInt(text.substring("at=".length()));
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException foreign) {
      throw new Refusal(
          Answer.error(400, "InvalidPaginationParameter", "page[after] is no cursor of ours"));
    }
  }
}
