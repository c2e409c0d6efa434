package org.tagsmith.widget.problem;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import org.tagsmith.domain.sync.plan.PlanRefused;

/** Tells a lead why a plan cannot be made or steered like that. */
public final class PlanRefusedMapper implements ExceptionMapper<PlanRefused> {
  @Context private UriInfo uri;

  @Override
  public Response toResponse(PlanRefused refused) {
    int status = refused.reason().startsWith("unknown-") ? 404 : 409;
    return Problems.answer(
        Problems.of(
            status, refused.reason(), refused.getMessage(), Problems.instance(uri), Map.of()));
  }
}
