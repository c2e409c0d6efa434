package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.BackfillEstimate;
import org.tagsmith.domain.sync.usecase.SteerBackfill;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.problem.RefusedRequest;
import org.tagsmith.widget.schedule.SyncSchedule;
import org.tagsmith.widget.view.BackfillRequest;

/** Admins steer the reading of what was there before live reading began. */
@ApplicationScoped
@Path("accounts/{id: [0-9]{1,9}}/backfill")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused; 'field' names what to correct.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class BackfillResource {
  private final SteerBackfill steer;
  private final SyncSchedule schedule;

  protected BackfillResource() {
    this(null, null);
  }

  @Inject
  public BackfillResource(SteerBackfill steer, SyncSchedule schedule) {
    this.steer = steer;
    this.schedule = schedule;
  }

  @PUT
  @OpenTo(Audience.ADMIN)
  @Operation(
      summary = "Starts an account's backfill from its beginning.",
      description = "What is here stays and counts once. Live reading goes on.")
  @APIResponse(responseCode = "204", description = "It is read as soon as it may be.")
  public void start(@PathParam("id") int number, BackfillRequest.Start start) {
    HelpdeskAccountId id = account(number);
    steer.startAgain(id, start.from() == null ? BackfillEstimate.EVERYTHING : start.from());
    schedule.backfillSoon(id);
  }

  @PATCH
  @OpenTo(Audience.ADMIN)
  @Operation(
      summary = "Pauses or resumes a backfill, sets its share of the helpdesk's limit.",
      description = "Live reading goes on.")
  @APIResponse(responseCode = "204", description = "Changed.")
  @APIResponse(responseCode = "409", description = "There is no backfill (no-backfill).")
  public void change(@PathParam("id") int number, BackfillRequest request) {
    HelpdeskAccountId id = account(number);
    if (request.paused() == null && request.share() == null) {
      throw RefusedRequest.badInput(
          "missing-field", "Nothing shall change. Send 'paused' or 'share'.");
    }
    steer.steer(id, request.paused(), request.share());
    schedule.backfillSoon(id);
  }

  private static HelpdeskAccountId account(int number) {
    if (number < 1) {
      throw RefusedRequest.notFound(
          "unknown-account",
          "No helpdesk account " + number + " is connected. GET /api/accounts lists all.");
    }
    return new HelpdeskAccountId(number);
  }
}
