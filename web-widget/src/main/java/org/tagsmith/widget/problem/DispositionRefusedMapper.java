package org.tagsmith.widget.problem;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import org.tagsmith.domain.disposition.DispositionRefused;

/** Tells an agent why a tag cannot be given, and which one to give instead. */
public final class DispositionRefusedMapper implements ExceptionMapper<DispositionRefused> {
  @Context private UriInfo uri;

  @Override
  public Response toResponse(DispositionRefused refused) {
    Map<String, Object> more =
        refused
            .successorId()
            .<Map<String, Object>>map(id -> Map.of("successorId", id))
            .orElse(Map.of());
    return Problems.answer(
        Problems.of(409, refused.reason(), refused.getMessage(), Problems.instance(uri), more));
  }
}
