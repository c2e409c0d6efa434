package org.tagsmith.widget.problem;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tagsmith.domain.governance.ChangeRefused;

/** Tells a lead why a change cannot be, and which of several it was. */
public final class ChangeRefusedMapper implements ExceptionMapper<ChangeRefused> {
  private static final Set<String> NOT_FOUND = Set.of("unknown-version", "unknown-request");

  @Context private UriInfo uri;

  @Override
  public Response toResponse(ChangeRefused refused) {
    Map<String, Object> more = new HashMap<>(refused.fields());
    if (refused.position() >= 0) {
      more.put("position", refused.position());
    }
    int status = NOT_FOUND.contains(refused.reason()) ? 404 : 409;
    return Problems.answer(
        Problems.of(status, refused.reason(), refused.getMessage(), Problems.instance(uri), more));
  }
}
