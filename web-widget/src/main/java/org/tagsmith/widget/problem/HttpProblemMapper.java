package org.tagsmith.widget.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;

/** Answers what JAX-RS itself refuses: unknown paths, wrong methods, wrong media types. */
public final class HttpProblemMapper implements ExceptionMapper<WebApplicationException> {
  private static final Map<Integer, String[]> KNOWN =
      Map.of(
          400,
          words("bad-request", "The request cannot be read. Check it against /openapi."),
          404,
          words("unknown-path", "There is nothing at this address. /openapi lists what there is."),
          405,
          words(
              "wrong-method",
              "This address does not take this method. The Allow header lists those it takes."),
          406,
          words("wrong-accept", "This address cannot answer in a form that the request accepts."),
          415,
          words(
              "wrong-media-type",
              "This address does not read this media type. Send application/json."));

  @Context private UriInfo uri;

  @Override
  public Response toResponse(WebApplicationException refused) {
    Response original = refused.getResponse();
    if (original.getStatus() < 400) {
      return original;
    }
    if (original.getStatus() >= 500) {
      return UnexpectedProblemMapper.incident(refused, original.getStatus());
    }
    String[] words =
        KNOWN.getOrDefault(
            original.getStatus(),
            words("refused", "The request was refused. Check it against /openapi."));
    Problem problem =
        Problems.of(original.getStatus(), words[0], words[1], Problems.instance(uri), Map.of());
    Response.ResponseBuilder answer = Response.fromResponse(Problems.answer(problem));
    Object allow = original.getHeaders().getFirst(HttpHeaders.ALLOW);
    if (allow != null) {
      answer.header(HttpHeaders.ALLOW, String.join(", ", original.getAllowedMethods()));
    }
    return answer.build();
  }

  private static String[] words(String code, String detail) {
    return new String[] {code, detail};
  }
}
