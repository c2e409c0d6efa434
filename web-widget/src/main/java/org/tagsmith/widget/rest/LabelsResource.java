package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.report.LabelContacts;
import org.tagsmith.domain.report.usecase.ReadUnmappedLabels;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.SettingsRefused;
import org.tagsmith.domain.sync.usecase.TicketPages;
import org.tagsmith.domain.ticket.LabelledTickets;
import org.tagsmith.domain.ticket.usecase.FindLabelledTickets;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.problem.RefusedRequest;
import org.tagsmith.widget.view.LabelContactsView;

/** What stands behind a label. */
@ApplicationScoped
@Path("labels")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class LabelsResource {
  private final ReadUnmappedLabels labels;
  private final FindLabelledTickets tickets;
  private final TicketPages pages;

  protected LabelsResource() {
    this(null, null, null);
  }

  @Inject
  public LabelsResource(ReadUnmappedLabels labels, FindLabelledTickets tickets, TicketPages pages) {
    this.labels = labels;
    this.tickets = tickets;
    this.pages = pages;
  }

  @GET
  @Path("contacts")
  @OpenTo(Audience.LEAD)
  @Operation(summary = "The contacts that carry a label: by helpdesk, by week, and some tickets.")
  public LabelContactsView contacts(
      @Parameter(description = "Exactly as found.") @QueryParam("label") String label,
      @Parameter(description = "'true' for a few of the newest tickets.")
          @QueryParam("tickets")
          @DefaultValue("false")
          String wanted) {
    if (label == null || label.isEmpty()) {
      throw RefusedRequest.badInput("missing-field", "The parameter 'label' is missing.");
    }
    LabelContacts found = labels.contactsOf(label);
    return new LabelContactsView(
        label, found.accounts(), found.weeks(), "true".equals(wanted) ? examples(label) : null);
  }

  private List<LabelContactsView.ExampleTicket> examples(String label) {
    return tickets.examples(label).stream()
        .map(
            line ->
                new LabelContactsView.ExampleTicket(
                    line.id().account().value(),
                    line.id().remoteId(),
                    line.subject(),
                    line.createdAt(),
                    page(line)))
        .toList();
  }

  private String page(LabelledTickets.Line line) {
    HelpdeskAccountId account = line.id().account();
    try {
      return pages.of(account).page(line.id().remoteId()).map(URI::toString).orElse(null);
    } catch (SettingsRefused disconnected) {
      // its tickets are still here; only nobody can open them
      return null;
    }
  }
}
