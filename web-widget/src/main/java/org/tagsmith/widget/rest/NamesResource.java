package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.governance.NameFindings;
import org.tagsmith.domain.governance.usecase.CheckNames;
import org.tagsmith.domain.report.usecase.ReadTagContacts;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.view.NameCheckRequest;
import org.tagsmith.widget.view.NameCheckView;
import org.tagsmith.widget.view.RulesReviewRequest;
import org.tagsmith.widget.view.RulesReviewView;

/** Names of house tags against the house's rules. Changes nothing. */
@ApplicationScoped
@Path("vocabulary/names")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class NamesResource {
  private final CheckNames checkNames;
  private final ReadTagContacts contacts;

  protected NamesResource() {
    this(null, null);
  }

  @Inject
  public NamesResource(CheckNames checkNames, ReadTagContacts contacts) {
    this.checkNames = checkNames;
    this.contacts = contacts;
  }

  @POST
  @Path("check")
  @OpenTo(Audience.LEAD)
  @Operation(
      summary = "Which rules a name keeps, a form that keeps them all, and tags that are near.",
      description = "With 'rules', under those in place of the ones in force.")
  @APIResponse(
      responseCode = "409",
      description =
          "The rules to try cannot be (bad-rules, bad-pattern, matches-everything, refuses-all).")
  public NameCheckView check(NameCheckRequest request) {
    NameFindings findings =
        checkNames.check(request.checked(), request.family(), request.tagId(), request.rules());
    return NameCheckView.of(findings, contacts.read(findings.version()));
  }

  @POST
  @Path("review")
  @OpenTo(Audience.LEAD)
  @Operation(summary = "Which live names would break these rules; they would stay.")
  @APIResponse(
      responseCode = "409",
      description =
          "The rules cannot be (bad-rules, bad-pattern, matches-everything, refuses-all).")
  public RulesReviewView review(RulesReviewRequest request) {
    return RulesReviewView.of(checkNames.review(request.checked()));
  }
}
