package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.usecase.ReviewDrift;
import org.tagsmith.domain.sync.usecase.TicketPages;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.Caller;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.problem.RefusedRequest;
import org.tagsmith.widget.schedule.SyncSchedule;
import org.tagsmith.widget.view.ReconcileView;

/** Admins compare what we hold with the helpdesk, and have what drifted read again. */
@ApplicationScoped
@Path("accounts/" + AccountNumber.PATTERN + "/reconcile")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class ReconcileResource {
  private static final String JOB = "{job: [0-9]{1,18}}";
  private static final int USUAL_SAMPLE = 200;
  private static final int LARGEST_SAMPLE = 5000;

  private final ReviewDrift review;
  private final TicketPages pages;
  private final SyncSchedule schedule;

  protected ReconcileResource() {
    this(null, null, null);
  }

  @Inject
  public ReconcileResource(ReviewDrift review, TicketPages pages, SyncSchedule schedule) {
    this.review = review;
    this.pages = pages;
    this.schedule = schedule;
  }

  @GET
  @OpenTo(Audience.ADMIN)
  @Operation(
      summary = "The newest comparison with the helpdesk and what drifted.",
      description = "50 tickets at a time; 'after' is the last ticket of the former page.")
  public ReconcileView latest(@PathParam("id") int number, @QueryParam("after") String after) {
    HelpdeskAccountId id = AccountNumber.of(number);
    Long from = AccountNumber.after(after);
    return review
        .latest(id)
        .map(
            job ->
                ReconcileView.of(
                    job,
                    review.drift(job, from == null ? 0 : from),
                    ReviewDrift.PAGE,
                    pages.of(id)))
        .orElse(ReconcileView.NONE);
  }

  @POST
  @OpenTo(Audience.ADMIN)
  @Operation(
      summary = "Compares what we hold with the helpdesk.",
      description = "A sample of our tickets at random and the newest of theirs, or all.")
  @APIResponse(responseCode = "202", description = "It begins at the account's next turn.")
  @APIResponse(responseCode = "409", description = "One is under way (reconcile-under-way).")
  public Response ask(
      @PathParam("id") int number,
      ReconcileView.Request request,
      @Context SecurityContext security) {
    HelpdeskAccountId id = AccountNumber.of(number);
    if (!review.ask(id, sample(request), Caller.staff(security).name())) {
      throw underWay();
    }
    schedule.compareSoon(id);
    return Response.accepted().build();
  }

  @POST
  @Path(JOB + "/resume")
  @OpenTo(Audience.ADMIN)
  @Operation(summary = "Lets a comparison that failed or was interrupted go on where it was.")
  @APIResponse(responseCode = "202", description = "It goes on at the account's next turn.")
  @APIResponse(
      responseCode = "409",
      description = "It did not fail, or another is under way (reconcile-under-way).")
  public Response resume(@PathParam("id") int number, @PathParam("job") long job) {
    HelpdeskAccountId id = AccountNumber.of(number);
    if (!review.resume(id, job)) {
      throw underWay();
    }
    schedule.compareSoon(id);
    return Response.accepted().build();
  }

  @POST
  @Path(JOB + "/read-again")
  @OpenTo(Audience.ADMIN)
  @Operation(summary = "Reads all tickets that drifted again.")
  public ReconcileView.ReadAgain readAgain(
      @PathParam("id") int number, @PathParam("job") long job, @Context SecurityContext security) {
    HelpdeskAccountId id = AccountNumber.of(number);
    int tickets = review.readAgain(id, job, Caller.staff(security).name());
    schedule.lookSoon(id);
    return new ReconcileView.ReadAgain(tickets);
  }

  private static OptionalInt sample(ReconcileView.Request request) {
    if (Boolean.TRUE.equals(request.all())) {
      return OptionalInt.empty();
    }
    int sample = request.sample() == null ? USUAL_SAMPLE : request.sample();
    if (sample < 1 || sample > LARGEST_SAMPLE) {
      throw RefusedRequest.badInput(
          "bad-sample", "The field 'sample' is a number from 1 to " + LARGEST_SAMPLE + ".");
    }
    return OptionalInt.of(sample);
  }

  private static RefusedRequest underWay() {
    return RefusedRequest.conflict(
        "reconcile-under-way",
        "A comparison of this account is under way, or this one needs no new start.",
        Map.of());
  }
}
