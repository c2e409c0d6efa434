package org.tagsmith.widget.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.tagsmith.widget.view.Json;

/** Builds problems and puts them into answers, inside JAX-RS and in front of it. */
public final class Problems {
  private Problems() {}

  static Problem of(
      int status, String code, String detail, String instance, Map<String, Object> more) {
    Response.Status known = Response.Status.fromStatusCode(status);
    String title = known == null ? "Refused" : known.getReasonPhrase();
    return new Problem(title, status, detail, instance, code, more);
  }

  static Response answer(Problem problem) {
    Response.ResponseBuilder answer =
        Response.status(problem.status()).type(Problem.MEDIA).entity(problem);
    Object retryAfter = problem.more().get("retryAfter");
    if (retryAfter != null) {
      answer.header(HttpHeaders.RETRY_AFTER, retryAfter);
    }
    return answer.build();
  }

  static String instance(UriInfo uri) {
    return uri == null ? null : uri.getRequestUri().getRawPath();
  }

  /**
   * Answers a refusal from a servlet filter, before JAX-RS has seen the request. The connection is
   * closed after it, so that nobody reads on what was refused.
   */
  public static void answer(
      HttpServletRequest request, HttpServletResponse response, RefusedRequest refused)
      throws IOException {
    Problem problem = refused.problem(request.getRequestURI());
    byte[] body = Json.MAPPER.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
    response.setStatus(problem.status());
    response.setHeader("Connection", "close");
    response.setContentType(Problem.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }
}
