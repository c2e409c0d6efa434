package org.tagsmith.sandbox.freshdesk.http;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.tagsmith.sandbox.http.Request;

/**
 * What shall be embedded in tickets, and what it costs. Source:
 * https://developers.freshdesk.com/api/#embedding
 */
final class Inclusion {
  /** What a list can embed, at two credits each. */
  static final Set<String> OF_LIST = Set.of("stats", "requester", "description");

  /** What a single ticket can embed, at one credit each and two for the conversation. */
  static final Set<String> OF_VIEW = Set.of("stats", "requester", "company", "conversations");

  private Inclusion() {}

  /** What the call asks for; refuses what is not to be had. */
  static Set<String> of(Request request, Set<String> possible) {
    Set<String> wanted = wanted(request);
    if (!possible.containsAll(wanted)) {
      throw Errors.refused(Errors.notOneOf("include", possible.stream().sorted().toList()));
    }
    return wanted;
  }

  /** How many calls of the limit one call consumes. */
  static int credits(Request request) {
    Set<String> wanted = wanted(request);
    if (!request.method().equals("GET") || wanted.isEmpty()) {
      return 1;
    }
    if (request.path().equals(ListEndpoint.PATH)) {
      return 1 + 2 * wanted.size();
    }
    return 1 + wanted.size() + (wanted.contains("conversations") ? 1 : 0);
  }

  private static Set<String> wanted(Request request) {
    Set<String> wanted = new LinkedHashSet<>();
    request
        .param("include")
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> wanted.addAll(Arrays.asList(text.split(","))));
    return wanted;
  }
}
