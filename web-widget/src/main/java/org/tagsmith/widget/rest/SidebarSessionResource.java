package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.access.usecase.Sessions;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.Caller;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.host.SidebarLifetime;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.view.RenewedSessionView;

/** Keeps the session of a sidebar that stays open. */
@ApplicationScoped
@Path("sidebar/session")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class SidebarSessionResource {
  private final Sessions sessions;

  protected SidebarSessionResource() {
    this(null);
  }

  @Inject
  public SidebarSessionResource(Sessions sessions) {
    this.sessions = sessions;
  }

  @POST
  @OpenTo(Audience.SIDEBAR)
  @Operation(summary = "Exchanges a token that is still good for a fresh one.")
  public RenewedSessionView renew(@Context SecurityContext security) {
    return new RenewedSessionView(
        sessions.openSidebar(Caller.sidebar(security), SidebarLifetime.OF_A_TOKEN),
        SidebarLifetime.OF_A_TOKEN.toSeconds());
  }
}
