package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.usecase.TicketPages;
import org.tagsmith.domain.sync.usecase.TryWriting;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.problem.RefusedRequest;
import org.tagsmith.widget.view.DryRunView;

/** Admins see what writing labels would do before it is done. */
@ApplicationScoped
@Path("accounts/" + AccountNumber.PATTERN + "/dry-run")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class DryRunResource {
  private final TryWriting tryWriting;
  private final TicketPages pages;

  protected DryRunResource() {
    this(null, null);
  }

  @Inject
  public DryRunResource(TryWriting tryWriting, TicketPages pages) {
    this.tryWriting = tryWriting;
    this.pages = pages;
  }

  @POST
  @OpenTo(Audience.ADMIN)
  @Operation(
      summary = "Reads the tickets whose changes wait, and tells what writing would do.",
      description = "Writes nothing. Reads 200 tickets at most and may take a minute or two.")
  @APIResponse(
      responseCode = "409",
      description = "One of this account is under way (dry-run-under-way).")
  public DryRunView run(@PathParam("id") int number) {
    HelpdeskAccountId id = AccountNumber.of(number);
    return tryWriting
        .of(id)
        .map(run -> DryRunView.of(run, TryWriting.MOST_TICKETS, pages.of(id)))
        .orElseThrow(
            () ->
                RefusedRequest.conflict(
                    "dry-run-under-way",
                    "A dry run of this account is under way. Wait for its end.",
                    Map.of()));
  }
}
