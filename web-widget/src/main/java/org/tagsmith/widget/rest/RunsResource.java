package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.sync.usecase.ReadRuns;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.view.RunsView;

/** How an account's reading went lately. */
@ApplicationScoped
@Path("accounts/" + AccountNumber.PATTERN + "/runs")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class RunsResource {
  private final ReadRuns runs;

  protected RunsResource() {
    this(null);
  }

  @Inject
  public RunsResource(ReadRuns runs) {
    this.runs = runs;
  }

  @GET
  @OpenTo(Audience.ADMIN)
  @Operation(
      summary = "The runs that read something or failed.",
      description = "The newest first, 20 at a time; 'before' is the last id of the former page.")
  public RunsView list(@PathParam("id") int number, @QueryParam("before") String before) {
    return RunsView.of(
        runs.list(AccountNumber.of(number), AccountNumber.before(before)), ReadRuns.PAGE);
  }
}
