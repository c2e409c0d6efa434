package org.tagsmith.widget.problem;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import org.tagsmith.domain.report.ReportPeriodRefused;

/** Tells a lead what is wrong with the days of a report. */
public final class ReportPeriodRefusedMapper implements ExceptionMapper<ReportPeriodRefused> {
  @Context private UriInfo uri;

  @Override
  public Response toResponse(ReportPeriodRefused refused) {
    return Problems.answer(
        Problems.of(400, refused.reason(), refused.getMessage(), Problems.instance(uri), Map.of()));
  }
}
