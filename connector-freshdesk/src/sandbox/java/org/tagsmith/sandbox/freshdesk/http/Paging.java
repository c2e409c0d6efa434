package org.tagsmith.sandbox.freshdesk.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.Mishap;
import org.tagsmith.sandbox.http.Refusal;
import org.tagsmith.sandbox.http.Request;

/**
 * Which page of a list is wanted. Source: https://developers.freshdesk.com/api/#pagination
 *
 * <p>The {@code Link} names the account's own host, whichever was called: a client must not follow
 * it with its credentials unchecked.
 *
 * @param page from 1
 */
record Paging(int page, int size, boolean again, boolean stuck) {
  static final int LAST_PAGE = 300;
  private static final int USUAL_SIZE = 30;
  private static final int LARGEST_SIZE = 100;
  private static final String OURS = "sandbox_";

  /**
   * Reads a call.
   *
   * @param known all parameters that this list takes beside those of paging; any other refuses the
   *     call, as any unexpected field does
   */
  static Paging of(Request request, Set<String> known) {
    for (String name : request.query().keySet()) {
      if (!known.contains(name)
          && !name.equals("page")
          && !name.equals("per_page")
          && !name.startsWith(OURS)) {
        throw Errors.refused(Errors.invalidField(name));
      }
    }
    long size = request.number("per_page", USUAL_SIZE);
    long page = request.number("page", 1);
    if (size < 1 || size > LARGEST_SIZE) {
      throw Errors.refused(
          Errors.error(
              "per_page",
              "It should be a Positive Integer less than or equal to " + LARGEST_SIZE,
              "invalid_value"));
    }
    if (page < 1 || page > Integer.MAX_VALUE / LARGEST_SIZE) {
      throw Errors.refused(
          Errors.error("page", "It should be a/an Positive Integer", "invalid_value"));
    }
    return new Paging(
        (int) page,
        (int) size,
        request.param(Mishap.AGAIN).isPresent(),
        request.param(Fault.STUCK).isPresent());
  }

  /** Refuses pages beyond the wall, which the list of tickets has. */
  void stopAtTheWall() {
    if (page > LAST_PAGE) {
      throw new Refusal(
          Errors.invalid(
              List.of(
                  Errors.error(
                      "page",
                      "You cannot access tickets beyond the 300th page. Please provide a smaller"
                          + " page number.",
                      "invalid_value"))));
    }
  }

  int from() {
    int from = (page - 1) * size;
    return again ? Math.max(0, from - size / 2) : from;
  }

  int until() {
    return from() + size;
  }

  <T> List<T> of(List<T> all) {
    return all.subList(Math.min(from(), all.size()), Math.min(until(), all.size()));
  }

  /** The answer with a link to the next page, if there is one. */
  Answer linked(Answer answer, Request request, String home, int total) {
    if (!stuck && page * size >= total) {
      return answer;
    }
    StringBuilder url = new StringBuilder(home).append(request.path()).append('?');
    request
        .query()
        .forEach(
            (name, value) -> {
              if (!name.equals("page") && !name.startsWith(OURS)) {
                url.append(name).append('=').append(encoded(value)).append('&');
              }
            });
    url.append("page=").append(stuck ? page : page + 1);
    return answer.with("Link", "<" + url + ">; rel=\"next\"");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
