package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.plan.PlanOrigin;
import org.tagsmith.domain.sync.usecase.MakePlan;
import org.tagsmith.domain.sync.usecase.ReadPlans;
import org.tagsmith.domain.sync.usecase.SteerPlans;
import org.tagsmith.domain.sync.usecase.TicketPages;
import org.tagsmith.domain.sync.usecase.TryPlan;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.Caller;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.problem.RefusedRequest;
import org.tagsmith.widget.schedule.SyncSchedule;
import org.tagsmith.widget.view.DryRunView;
import org.tagsmith.widget.view.PlanRequest;
import org.tagsmith.widget.view.PlanView;

/** Leads write the labels of house tags onto a helpdesk's tickets, and take that back. */
@ApplicationScoped
@Path("plans")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class PlansResource {
  private static final String PLAN = "{plan: [0-9]{1,18}}";

  private final MakePlan makePlan;
  private final ReadPlans readPlans;
  private final SteerPlans steer;
  private final TryPlan tryPlan;
  private final TicketPages pages;
  private final SyncSchedule schedule;

  protected PlansResource() {
    this(null, null, null, null, null, null);
  }

  @Inject
  public PlansResource(
      MakePlan makePlan,
      ReadPlans readPlans,
      SteerPlans steer,
      TryPlan tryPlan,
      TicketPages pages,
      SyncSchedule schedule) {
    this.makePlan = makePlan;
    this.readPlans = readPlans;
    this.steer = steer;
    this.tryPlan = tryPlan;
    this.pages = pages;
    this.schedule = schedule;
  }

  @GET
  @OpenTo(Audience.LEAD)
  @Operation(summary = "The newest 50 plans with their progress, those that run first.")
  public PlanView.Plans list() {
    return new PlanView.Plans(readPlans.newest().stream().map(PlanView::of).toList());
  }

  @POST
  @OpenTo(Audience.LEAD)
  @Operation(
      summary = "Makes a plan: what would be replaced, and on how many tickets.",
      description = "Give 'version' or 'tag'. Nothing is written by that.")
  @APIResponse(
      responseCode = "404",
      description = "No such account, version or tag (unknown-account, -version, -tag).")
  @APIResponse(
      responseCode = "409",
      description =
          "No ticket would change, or the tag is retired (nothing-to-write, tag-is-retired).")
  public PlanView make(PlanRequest request, @Context SecurityContext security) {
    if (request.account() == null) {
      throw RefusedRequest.badInput("missing-field", "The field 'account' is missing.");
    }
    if ((request.version() == null) == (request.tag() == null)) {
      throw RefusedRequest.badInput(
          "missing-field", "Send either 'version' or 'tag'; a plan comes from one of them.");
    }
    HelpdeskAccountId account = AccountNumber.of(request.account());
    long id =
        makePlan.make(
            account,
            new PlanOrigin(request.version(), request.tag()),
            Boolean.TRUE.equals(request.closed()),
            Caller.staff(security).name());
    return PlanView.of(readPlans.one(id));
  }

  @GET
  @Path(PLAN)
  @OpenTo(Audience.LEAD)
  @Operation(summary = "A plan and its progress.")
  @APIResponse(responseCode = "404", description = "No such plan (unknown-plan).")
  public PlanView one(@PathParam("plan") long id) {
    return PlanView.of(readPlans.one(id));
  }

  @GET
  @Path(PLAN + "/problems")
  @OpenTo(Audience.LEAD)
  @Operation(summary = "Tickets that a plan, or its undo, left as they were: the first 200.")
  @APIResponse(responseCode = "404", description = "No such plan (unknown-plan).")
  public PlanView.Problems problems(@PathParam("plan") long id) {
    TicketPages.Finder finder = pages.of(readPlans.one(id).plan().account());
    return new PlanView.Problems(
        ReadPlans.MOST_PROBLEMS,
        readPlans.problems(id).stream().map(each -> PlanView.Problem.of(each, finder)).toList());
  }

  @POST
  @Path(PLAN + "/dry-run")
  @OpenTo(Audience.LEAD)
  @Operation(
      summary = "Reads the 20 newest tickets of a plan, and tells what it would do to each.",
      description = "Writes nothing. May take a minute.")
  @APIResponse(
      responseCode = "409",
      description = "A dry run of the account is under way (dry-run-under-way).")
  public DryRunView dryRun(@PathParam("plan") long id) {
    TicketPages.Finder finder = pages.of(readPlans.one(id).plan().account());
    return tryPlan
        .of(id)
        .map(run -> DryRunView.of(run, TryPlan.MOST_TICKETS, finder))
        .orElseThrow(
            () ->
                RefusedRequest.conflict(
                    "dry-run-under-way",
                    "A dry run of this account is under way. Wait for its end.",
                    Map.of()));
  }

  @POST
  @Path(PLAN + "/start")
  @OpenTo(Audience.LEAD)
  @Operation(summary = "Starts a plan that was made.")
  @APIResponse(
      responseCode = "409",
      description =
          "Write-back is off, another plan of the account runs, this one was started, or some of"
              + " its labels mean something else by now (meaning-changed).")
  public PlanView start(@PathParam("plan") long id, @Context SecurityContext security) {
    return goesOn(id, steer.start(id, Caller.staff(security).name()));
  }

  @POST
  @Path(PLAN + "/pause")
  @OpenTo(Audience.LEAD)
  @Operation(summary = "Pauses a plan, or its undo, after the few tickets at hand.")
  @APIResponse(responseCode = "409", description = "It does not run (wrong-state).")
  public PlanView pause(@PathParam("plan") long id) {
    steer.pause(id);
    return one(id);
  }

  @POST
  @Path(PLAN + "/resume")
  @OpenTo(Audience.LEAD)
  @Operation(summary = "Lets a paused plan, or its undo, go on where it was.")
  @APIResponse(
      responseCode = "409",
      description =
          "Write-back is off, another plan of the account runs, it is not paused, or some of its"
              + " labels mean something else by now (meaning-changed).")
  public PlanView resume(@PathParam("plan") long id) {
    return goesOn(id, steer.resume(id));
  }

  @POST
  @Path(PLAN + "/stop")
  @OpenTo(Audience.LEAD)
  @Operation(summary = "Ends a plan, or its undo, for good; what was written stays.")
  @APIResponse(responseCode = "409", description = "It ended already (wrong-state).")
  public PlanView stop(@PathParam("plan") long id) {
    steer.stop(id);
    return one(id);
  }

  @POST
  @Path(PLAN + "/undo")
  @OpenTo(Audience.LEAD)
  @Operation(
      summary = "Writes back the labels that a plan replaced.",
      description = "On those of its tickets whose labels nobody changed since.")
  @APIResponse(
      responseCode = "409",
      description = "Nothing is left to undo, write-back is off, or another plan runs.")
  public PlanView undo(@PathParam("plan") long id, @Context SecurityContext security) {
    return goesOn(id, steer.undo(id, Caller.staff(security).name()));
  }

  private PlanView goesOn(long id, HelpdeskAccountId account) {
    schedule.writeSoon(account);
    return one(id);
  }
}
