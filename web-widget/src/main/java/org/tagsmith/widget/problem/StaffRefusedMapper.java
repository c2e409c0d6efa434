package org.tagsmith.widget.problem;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import org.tagsmith.domain.access.StaffRefused;

/** Tells an admin why a change of people is not made. */
public final class StaffRefusedMapper implements ExceptionMapper<StaffRefused> {
  private static final Map<String, Integer> STATUS =
      Map.of("unknown-person", 404, "name-taken", 409, "last-admin", 409);

  @Context private UriInfo uri;

  @Override
  public Response toResponse(StaffRefused refused) {
    return Problems.answer(
        Problems.of(
            STATUS.getOrDefault(refused.reason(), 400),
            refused.reason(),
            refused.getMessage(),
            Problems.instance(uri),
            Map.of()));
  }
}
