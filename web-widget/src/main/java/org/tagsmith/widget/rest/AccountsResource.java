package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.access.Role;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.AccountConnection;
import org.tagsmith.domain.sync.usecase.ConnectHelpdesk;
import org.tagsmith.domain.sync.usecase.ReadConnections;
import org.tagsmith.domain.sync.usecase.ReadSyncProgress;
import org.tagsmith.domain.sync.usecase.ResumeSync;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.Caller;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.problem.RefusedRequest;
import org.tagsmith.widget.schedule.SyncSchedule;
import org.tagsmith.widget.view.AccountView;
import org.tagsmith.widget.view.ConnectionView;

/** The connected helpdesk accounts and how far their reading is. */
@ApplicationScoped
@Path("accounts")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class AccountsResource {
  private final ReadSyncProgress progress;
  private final ReadConnections connections;
  private final ConnectHelpdesk connect;
  private final ResumeSync resume;
  private final SyncSchedule schedule;

  protected AccountsResource() {
    this(null, null, null, null, null);
  }

  @Inject
  public AccountsResource(
      ReadSyncProgress progress,
      ReadConnections connections,
      ConnectHelpdesk connect,
      ResumeSync resume,
      SyncSchedule schedule) {
    this.progress = progress;
    this.connections = connections;
    this.connect = connect;
    this.resume = resume;
    this.schedule = schedule;
  }

  @GET
  @OpenTo(Audience.AGENT)
  @Operation(summary = "Every account with its sync progress.")
  public AccountView.Accounts list(@Context SecurityContext security) {
    boolean admin = Caller.staff(security).role().mayActAs(Role.ADMIN);
    Map<HelpdeskAccountId, ConnectionView> connected =
        connections.read().stream()
            .collect(Collectors.toMap(each -> each.account().id(), each -> shown(each, admin)));
    return new AccountView.Accounts(
        progress.read().stream()
            .map(each -> AccountView.of(each, connected.get(each.account().id())))
            .toList(),
        connect.canKeepKeys());
  }

  private static ConnectionView shown(AccountConnection connection, boolean admin) {
    ConnectionView view = ConnectionView.of(connection);
    return admin ? view : view.withoutUser();
  }

  @POST
  @Path("{id: [0-9]{1,9}}/sync")
  @OpenTo(Audience.ADMIN)
  @Operation(
      summary = "Reads an account now instead of at its next turn.",
      description = "A pause that the helpdesk itself asked for is kept.")
  @APIResponse(responseCode = "202", description = "It is read as soon as it may be.")
  @APIResponse(responseCode = "404", description = "No such account (unknown-account).")
  public Response sync(@PathParam("id") int id) {
    HelpdeskAccountId account =
        progress.read().stream()
            .map(each -> each.account().id())
            .filter(each -> each.value() == id)
            .findFirst()
            .orElseThrow(
                () ->
                    RefusedRequest.notFound(
                        "unknown-account",
                        "No helpdesk account "
                            + id
                            + " is connected. GET /api/accounts lists all."));
    if (resume.resume(account)) {
      schedule.soon(account);
    }
    return Response.accepted().build();
  }
}
