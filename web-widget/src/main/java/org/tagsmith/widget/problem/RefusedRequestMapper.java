package org.tagsmith.widget.problem;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers the refusals that our own resources and filters throw. */
public final class RefusedRequestMapper implements ExceptionMapper<RefusedRequest> {
  @Context private UriInfo uri;

  @Override
  public Response toResponse(RefusedRequest refused) {
    return Problems.answer(refused.problem(Problems.instance(uri)));
  }
}
