package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.audit.usecase.AuditPractice;
import org.tagsmith.domain.audit.usecase.CodeAgain;
import org.tagsmith.domain.ticket.TicketId;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.Caller;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.problem.RefusedRequest;
import org.tagsmith.widget.view.AgreementView;
import org.tagsmith.widget.view.AuditView;
import org.tagsmith.widget.view.RecodingView;

/** Leads look at how tags are given; second persons code a sample blind. */
@ApplicationScoped
@Path("audit")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class AuditResource {
  private static final int MOST_DAYS = 730;
  private static final int MOST_CONTACTS = 1_000_000;
  private static final int MOST_TAGS = 20;

  private final AuditPractice auditPractice;
  private final CodeAgain codeAgain;

  protected AuditResource() {
    this(null, null);
  }

  @Inject
  public AuditResource(AuditPractice auditPractice, CodeAgain codeAgain) {
    this.auditPractice = auditPractice;
    this.codeAgain = codeAgain;
  }

  @GET
  @OpenTo(Audience.LEAD)
  @Operation(summary = "How tags were given in the last days, today included.")
  public AuditView practice(
      @QueryParam("days") @DefaultValue("90") String days,
      @QueryParam("fewer") @DefaultValue("10") String fewer) {
    int last = number("days", days, MOST_DAYS);
    int than = number("fewer", fewer, MOST_CONTACTS);
    return AuditView.of(auditPractice.audit(last, than), auditPractice.teams());
  }

  @GET
  @Path("recoding")
  @OpenTo(Audience.AGENT)
  @Operation(
      summary = "This week's sample of contacts to be coded a second time.",
      description = "The same for everybody; what was given is not told.")
  public RecodingView sample(@Context SecurityContext security) {
    return RecodingView.of(codeAgain.week(), codeAgain.sample(Caller.staff(security).name()));
  }

  @PUT
  @Path("recoding/{account: [0-9]{1,9}}/{ticket: [0-9]{1,18}}")
  @OpenTo(Audience.AGENT)
  @Operation(summary = "Keeps what the caller would give, in place of what they gave before.")
  @APIResponse(responseCode = "204", description = "Kept.")
  @APIResponse(
      responseCode = "409",
      description = "The contact is not in that sample, or a tag is not live (not-in-sample).")
  public void decide(
      @PathParam("account") int account,
      @PathParam("ticket") long ticket,
      RecodingView.Decision decision,
      @Context SecurityContext security) {
    if (decision.week() == null
        || decision.tags() == null
        || decision.tags().size() > MOST_TAGS
        || decision.tags().contains(null)) {
      throw RefusedRequest.badInput(
          "missing-field",
          "The fields are 'week', the sample's Monday, and 'tags', a list of up to "
              + MOST_TAGS
              + " house tags.");
    }
    TicketId id = new TicketId(AccountNumber.of(account), ticket);
    String person = Caller.staff(security).name();
    if (!codeAgain.decide(decision.week(), id, person, Set.copyOf(decision.tags()))) {
      throw RefusedRequest.conflict(
          "not-in-sample",
          "The contact is not in that week's sample, or a tag is not a live one. Read the sample"
              + " again.",
          Map.of());
    }
  }

  @GET
  @Path("agreement")
  @OpenTo(Audience.LEAD)
  @Operation(summary = "How far second persons gave the same in the last eight weeks.")
  public AgreementView agreement() {
    return AgreementView.of(codeAgain.agreement());
  }

  private static int number(String name, String text, int most) {
    if (text.matches("[0-9]{1,7}")) {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    }
    throw RefusedRequest.badInput(
        "bad-number", "The parameter '" + name + "' is a number from 1 to " + most + ".");
  }
}
