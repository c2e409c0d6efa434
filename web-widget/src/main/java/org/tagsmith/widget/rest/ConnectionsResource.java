package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.SettingsRefused;
import org.tagsmith.domain.sync.WriteBackMode;
import org.tagsmith.domain.sync.usecase.ConnectHelpdesk;
import org.tagsmith.domain.sync.usecase.ReviewChanges;
import org.tagsmith.domain.sync.usecase.SteerAccount;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.Caller;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.problem.RefusedRequest;
import org.tagsmith.widget.schedule.SyncSchedule;
import org.tagsmith.widget.view.ConnectionReportView;
import org.tagsmith.widget.view.ConnectionRequest;
import org.tagsmith.widget.view.ConnectionView;
import org.tagsmith.widget.view.HeldChangesView;

/** Admins connect helpdesk accounts, steer them, and look at labels before they go out. */
@ApplicationScoped
@Path("accounts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused; 'field' names what to correct.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class ConnectionsResource {
  private static final String ONE = AccountNumber.PATTERN;
  private static final String TICKET = ONE + "/changes/{ticket: [0-9]{1,18}}";

  private final ConnectHelpdesk connect;
  private final SteerAccount steer;
  private final ReviewChanges review;
  private final SyncSchedule schedule;

  protected ConnectionsResource() {
    this(null, null, null, null);
  }

  @Inject
  public ConnectionsResource(
      ConnectHelpdesk connect, SteerAccount steer, ReviewChanges review, SyncSchedule schedule) {
    this.connect = connect;
    this.steer = steer;
    this.review = review;
    this.schedule = schedule;
  }

  @POST
  @OpenTo(Audience.ADMIN)
  @Operation(
      summary = "Connects an account.",
      description = "Its settings are tested first; what does not work is not kept.")
  @APIResponse(
      responseCode = "201",
      description = "Connected; reading begins.",
      content = @Content(schema = @Schema(implementation = ConnectionView.Connected.class)))
  @APIResponse(
      responseCode = "409",
      description = "It is connected already, or this server has no tagsmith.secrets.key.")
  public Response connect(ConnectionRequest request, @Context SecurityContext security) {
    HelpdeskAccount account =
        connect.connect(
            request.connector(),
            request.settings(),
            request.from(),
            request.writeBack() == null ? WriteBackMode.AUTOMATIC : mode(request.writeBack()),
            Caller.staff(security).name());
    schedule.soon(account.id());
    return Response.status(Response.Status.CREATED)
        .entity(new ConnectionView.Connected(account.id().value(), account.subdomain()))
        .build();
  }

  @POST
  @Path("probe")
  @OpenTo(Audience.ADMIN)
  @Operation(
      summary = "Tests an account's settings and keeps nothing.",
      description = "Only reads at the helpdesk. May take a minute.")
  public ConnectionReportView probe(ConnectionRequest request) {
    return ConnectionReportView.of(connect.probe(request.connector(), request.settings()));
  }

  @PATCH
  @Path(ONE)
  @OpenTo(Audience.ADMIN)
  @Operation(
      summary = "Changes an account's key, pauses or resumes reading, sets the write-back.",
      description = "A new key is tested first.")
  @APIResponse(responseCode = "204", description = "Changed.")
  @APIResponse(
      responseCode = "409",
      description = "The operator's configuration holds the key (set-by-operator).")
  public void change(
      @PathParam("id") int number, ConnectionRequest request, @Context SecurityContext security) {
    HelpdeskAccountId id = AccountNumber.of(number);
    if (request.connector() != null || request.subdomain() != null || request.from() != null) {
      throw RefusedRequest.badInput(
          "account-is-fixed",
          "An account's helpdesk, subdomain and start never change. Connect another one.");
    }
    boolean key = request.user() != null || request.key() != null;
    WriteBackMode writeBack = request.writeBack() == null ? null : mode(request.writeBack());
    if (!key && request.paused() == null && writeBack == null) {
      throw RefusedRequest.badInput(
          "missing-field", "Nothing shall change. Send 'user', 'key', 'paused' or 'writeBack'.");
    }
    if (key) {
      connect.change(id, request.user(), request.key(), Caller.staff(security).name());
    }
    steer.steer(id, request.paused(), writeBack);
    schedule.soon(id);
  }

  @DELETE
  @Path(ONE)
  @OpenTo(Audience.ADMIN)
  @Operation(
      summary = "Disconnects an account and forgets its key.",
      description =
          "Tickets stay, unless data=delete; then 'confirm' must be the account's subdomain.")
  @APIResponse(responseCode = "204", description = "Disconnected.")
  public void disconnect(
      @PathParam("id") int number,
      @QueryParam("data") String data,
      @QueryParam("confirm") String confirm) {
    HelpdeskAccountId id = AccountNumber.of(number);
    if (data == null || data.equals("keep")) {
      steer.disconnect(id);
    } else if (data.equals("delete")) {
      steer.disconnectAndDelete(id, confirm);
    } else {
      throw RefusedRequest.badInput("bad-data", "The parameter 'data' is neither keep nor delete.");
    }
  }

  @GET
  @Path(ONE + "/changes")
  @OpenTo(Audience.ADMIN)
  @Operation(summary = "The changes of labels that wait for a release.")
  public HeldChangesView.All changes(@PathParam("id") int number) {
    return new HeldChangesView.All(
        review.list(AccountNumber.of(number)).stream().map(HeldChangesView::of).toList());
  }

  @POST
  @Path(TICKET + "/release")
  @OpenTo(Audience.ADMIN)
  @Operation(summary = "Lets a ticket's changes go to the helpdesk.")
  public HeldChangesView.Done release(
      @PathParam("id") int number, @PathParam("ticket") long ticket, HeldChangesView.Seen seen) {
    HelpdeskAccountId id = AccountNumber.of(number);
    int released = review.release(id, ticket, upTo(seen));
    schedule.soon(id);
    return new HeldChangesView.Done(released);
  }

  @POST
  @Path(TICKET + "/drop")
  @OpenTo(Audience.ADMIN)
  @Operation(summary = "Drops a ticket's changes; they never go to the helpdesk.")
  public HeldChangesView.Done drop(
      @PathParam("id") int number, @PathParam("ticket") long ticket, HeldChangesView.Seen seen) {
    return new HeldChangesView.Done(review.drop(AccountNumber.of(number), ticket, upTo(seen)));
  }

  private static long upTo(HeldChangesView.Seen seen) {
    if (seen.upTo() == null) {
      throw RefusedRequest.badInput(
          "missing-field", "The field 'upTo' is missing. GET the changes and send theirs.");
    }
    return seen.upTo();
  }

  private static WriteBackMode mode(String word) {
    try {
      return WriteBackMode.ofWord(word);
    } catch (IllegalArgumentException unknown) {
      throw new SettingsRefused(
          "bad-write-back", "writeBack", "The field 'writeBack' is not off, review or automatic.");
    }
  }
}
