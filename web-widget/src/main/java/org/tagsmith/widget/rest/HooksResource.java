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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.Delivery;
import org.tagsmith.domain.sync.DeliveryRefusal;
import org.tagsmith.domain.sync.usecase.ReadDeliveries;
import org.tagsmith.domain.sync.usecase.ReceiveDelivery;
import org.tagsmith.domain.sync.usecase.ReceiveDelivery.Received;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.problem.RefusedRequest;
import org.tagsmith.widget.schedule.SyncSchedule;
import org.tagsmith.widget.view.HooksView;

/** Where helpdesks say that a ticket changed, and whether they do. */
@ApplicationScoped
@Path("hooks")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class HooksResource {
  /** Ours hold one number; an event of Zendesk's own holds a few kilobytes. */
  static final int MOST_BYTES = 64 * 1024;

  private final ReceiveDelivery receive;
  private final ReadDeliveries deliveries;
  private final SyncSchedule schedule;

  protected HooksResource() {
    this(null, null, null);
  }

  @Inject
  public HooksResource(ReceiveDelivery receive, ReadDeliveries deliveries, SyncSchedule schedule) {
    this.receive = receive;
    this.deliveries = deliveries;
    this.schedule = schedule;
  }

  @GET
  @OpenTo(Audience.ADMIN)
  @Operation(
      summary = "What to enter in each helpdesk so that it tells of changes, and whether it does.")
  public HooksView list() {
    return HooksView.of(deliveries.read());
  }

  @POST
  @Path("{connector: [a-z]{2,32}}/{subdomain: [A-Za-z0-9.:-]{1,253}}")
  @Consumes(MediaType.WILDCARD)
  @OpenTo(Audience.EVERYONE)
  @Operation(
      summary = "A helpdesk says that a ticket changed.",
      description =
          "Proved by the helpdesk's signature or secret, not by a session. It only means that the"
              + " ticket is read soon; a copy changes nothing.")
  @APIResponse(responseCode = "204", description = "Taken.")
  @APIResponse(responseCode = "400", description = "It names no ticket (no-ticket).")
  @APIResponse(responseCode = "401", description = "It is not the helpdesk's (not-the-helpdesk).")
  @APIResponse(responseCode = "404", description = "No such account (unknown-account).")
  @APIResponse(responseCode = "413", description = "Longer than 64 KiB (body-too-large).")
  public Response deliver(
      @PathParam("connector") String connector,
      @PathParam("subdomain") String subdomain,
      @Context HttpHeaders headers,
      InputStream body)
      throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw RefusedRequest.tooLarge(
          "body-too-large",
          "The body is longer than " + MOST_BYTES + " bytes. Name the ticket's number only.");
    }
    Received received =
        receive
            .receive(
                new ConnectorId(connector),
                subdomain,
                new Delivery(headers::getHeaderString, bytes))
            .orElseThrow(
                () ->
                    RefusedRequest.notFound(
                        "unknown-account",
                        "No account of this name is connected. The console shows each address."));
    schedule.lookSoon(received.account());
    if (received.refusal() != null) {
      throw refused(received.refusal());
    }
    return Response.noContent().build();
  }

  /** A stranger learns nothing from it; the console tells the admin the reason. */
  private static RefusedRequest refused(DeliveryRefusal reason) {
    return reason == DeliveryRefusal.UNREADABLE
        ? RefusedRequest.badInput(
            "no-ticket", "The body names no ticket. The console shows the body to send.")
        : RefusedRequest.notSignedIn(
            "not-the-helpdesk",
            "This is not proved to come from the helpdesk. The console shows the reason.");
  }
}
