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
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.usecase.SettleDeadLetters;
import org.tagsmith.domain.sync.usecase.TicketPages;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.Caller;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.problem.RefusedRequest;
import org.tagsmith.widget.schedule.SyncSchedule;
import org.tagsmith.widget.view.DeadLettersView;

/** Admins look at changes of labels that a helpdesk refused for good, and settle them. */
@ApplicationScoped
@Path("accounts/" + AccountNumber.PATTERN + "/dead-letters")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class DeadLettersResource {
  private static final int MOST_CHOSEN = 200;

  private final SettleDeadLetters letters;
  private final TicketPages pages;
  private final SyncSchedule schedule;

  protected DeadLettersResource() {
    this(null, null, null);
  }

  @Inject
  public DeadLettersResource(SettleDeadLetters letters, TicketPages pages, SyncSchedule schedule) {
    this.letters = letters;
    this.pages = pages;
    this.schedule = schedule;
  }

  @GET
  @OpenTo(Audience.ADMIN)
  @Operation(
      summary = "The changes of labels that the helpdesk refused for good.",
      description = "The newest first, 50 at a time; 'before' is the last id of the former page.")
  public DeadLettersView list(@PathParam("id") int number, @QueryParam("before") String before) {
    HelpdeskAccountId id = AccountNumber.of(number);
    return DeadLettersView.of(
        letters.list(id, AccountNumber.before(before)), SettleDeadLetters.PAGE, pages.of(id));
  }

  @POST
  @Path("retry")
  @OpenTo(Audience.ADMIN)
  @Operation(
      summary = "Tries refused changes again.",
      description =
          "'ids', or all with 'upTo', the newest that was seen. Labels that were decided anew since"
              + " are left out.")
  public DeadLettersView.Done retry(
      @PathParam("id") int number,
      DeadLettersView.Chosen chosen,
      @Context SecurityContext security) {
    HelpdeskAccountId id = AccountNumber.of(number);
    String by = Caller.staff(security).name();
    int retried =
        chosen.ids() == null && chosen.upTo() != null
            ? letters.retryAll(id, chosen.upTo(), by)
            : letters.retry(id, ids(chosen), by);
    schedule.writeSoon(id);
    return new DeadLettersView.Done(retried);
  }

  @POST
  @Path("drop")
  @OpenTo(Audience.ADMIN)
  @Operation(summary = "Drops refused changes: they are listed no more and never sent.")
  public DeadLettersView.Done drop(
      @PathParam("id") int number,
      DeadLettersView.Chosen chosen,
      @Context SecurityContext security) {
    return new DeadLettersView.Done(
        letters.drop(AccountNumber.of(number), ids(chosen), Caller.staff(security).name()));
  }

  @POST
  @Path("take-back")
  @OpenTo(Audience.ADMIN)
  @Operation(summary = "Takes a drop back.")
  public DeadLettersView.Done takeBack(@PathParam("id") int number, DeadLettersView.Chosen chosen) {
    return new DeadLettersView.Done(letters.takeBack(AccountNumber.of(number), ids(chosen)));
  }

  private static List<Long> ids(DeadLettersView.Chosen chosen) {
    List<Long> ids = chosen.ids();
    if (ids == null || ids.isEmpty() || ids.size() > MOST_CHOSEN || ids.contains(null)) {
      throw RefusedRequest.badInput(
          "missing-field",
          "The field 'ids' holds 1 to " + MOST_CHOSEN + " ids of the list of dead letters.");
    }
    return ids;
  }
}
