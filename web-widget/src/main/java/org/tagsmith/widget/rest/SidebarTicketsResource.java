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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.access.SidebarSession;
import org.tagsmith.domain.disposition.DispositionCommand;
import org.tagsmith.domain.disposition.Through;
import org.tagsmith.domain.disposition.usecase.ReadDispositions;
import org.tagsmith.domain.disposition.usecase.RecordDisposition;
import org.tagsmith.domain.sync.usecase.ReadUnwrittenLabels;
import org.tagsmith.domain.ticket.TicketId;
import org.tagsmith.domain.ticket.usecase.ReadTicketContext;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.Caller;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.problem.RefusedRequest;
import org.tagsmith.widget.schedule.SyncSchedule;
import org.tagsmith.widget.view.DispositionRequest;
import org.tagsmith.widget.view.DispositionView;
import org.tagsmith.widget.view.LabelViews;
import org.tagsmith.widget.view.SidebarTicketView;
import org.tagsmith.widget.view.UnwrittenLabelsView;

/** The ticket beside which a sidebar stands. Its account is the session's, never the caller's. */
@ApplicationScoped
@Path("sidebar/tickets/{ticketId: [0-9]{1,18}}")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class SidebarTicketsResource {
  private static final int EARLIER_CONTACTS = 5;

  private final ReadTicketContext tickets;
  private final ReadDispositions dispositions;
  private final RecordDisposition recordDisposition;
  private final ShownVocabulary vocabulary;
  private final CodesToOffer codes;
  private final ReadUnwrittenLabels unwritten;
  private final SyncSchedule schedule;

  protected SidebarTicketsResource() {
    this(null, null, null, null, null, null, null);
  }

  @Inject
  public SidebarTicketsResource(
      ReadTicketContext tickets,
      ReadDispositions dispositions,
      RecordDisposition recordDisposition,
      ShownVocabulary vocabulary,
      CodesToOffer codes,
      ReadUnwrittenLabels unwritten,
      SyncSchedule schedule) {
    this.tickets = tickets;
    this.dispositions = dispositions;
    this.recordDisposition = recordDisposition;
    this.vocabulary = vocabulary;
    this.codes = codes;
    this.unwritten = unwritten;
    this.schedule = schedule;
  }

  @GET
  @OpenTo(Audience.SIDEBAR)
  @Operation(
      summary = "The ticket's labels with their meaning, its contact, and codes to offer.",
      description = "A ticket that was not read from the helpdesk yet is answered as not known.")
  public SidebarTicketView read(
      @PathParam("ticketId") long ticketId, @Context SecurityContext security) {
    SidebarSession agent = Caller.sidebar(security);
    TicketId ticket = ticket(agent, ticketId);
    LabelViews labels = vocabulary.labels();
    return tickets
        .read(ticket, EARLIER_CONTACTS)
        .map(
            context ->
                SidebarTicketView.of(
                    context,
                    dispositions.of(ticket),
                    codes.to(agent, context.group(), labels.reader()),
                    labels))
        .orElseGet(
            () ->
                SidebarTicketView.unknown(
                    ticketId,
                    codes.to(agent, null, labels.reader()),
                    labels.reader().vocabulary().version()));
  }

  @GET
  @Path("unwritten-labels")
  @OpenTo(Audience.SIDEBAR)
  @Operation(
      summary = "The ticket's labels that the helpdesk does not hold as decided.",
      description = "On their way, or refused. Only what was recorded with 'helpdesk' can be here.")
  public UnwrittenLabelsView unwritten(
      @PathParam("ticketId") long ticketId, @Context SecurityContext security) {
    return UnwrittenLabelsView.of(unwritten.of(ticket(Caller.sidebar(security), ticketId)));
  }

  @POST
  @Path("dispositions")
  @Consumes(MediaType.APPLICATION_JSON)
  @OpenTo(Audience.SIDEBAR)
  @Operation(
      summary = "Records that the agent gave or took a label.",
      description = "To undo, record the opposite.")
  @APIResponse(
      responseCode = "201",
      description = "Recorded.",
      content = @Content(schema = @Schema(implementation = DispositionView.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "The vocabulary does not allow it (unknown-tag, retired-tag, unknown-code, retired-code,"
              + " code-of-another-tag, unknown-ticket); successorId names the tag to use instead.")
  public Response record(
      @PathParam("ticketId") long ticketId,
      DispositionRequest request,
      @Context SecurityContext security) {
    SidebarSession agent = Caller.sidebar(security);
    DispositionCommand command = request.command(ticket(agent, ticketId), agent.agent());
    DispositionView recorded = DispositionView.of(recordDisposition.record(command));
    codes.forget(agent);
    if (command.through() == Through.HELPDESK) {
      schedule.writeSoon(agent.account());
    }
    return Response.status(Response.Status.CREATED).entity(recorded).build();
  }

  private static TicketId ticket(SidebarSession agent, long ticketId) {
    if (ticketId == 0) {
      throw RefusedRequest.notFound(
          "unknown-ticket", "No ticket has the number 0. Take the number from the helpdesk.");
    }
    return new TicketId(agent.account(), ticketId);
  }
}
