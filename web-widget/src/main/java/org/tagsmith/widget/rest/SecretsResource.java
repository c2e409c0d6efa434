package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.SecretPurpose;
import org.tagsmith.domain.sync.usecase.ShareSecret;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.Caller;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.problem.RefusedRequest;
import org.tagsmith.widget.view.SecretsView;

/**
 * Admins give what an account's webhooks and its sidebar are proved with. No secret is told twice.
 */
@ApplicationScoped
@Path("accounts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused; 'field' names what to correct.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class SecretsResource {
  private static final String ONE = "{id: [0-9]{1,9}}/secrets/{purpose: [a-z0-9]{1,16}}";

  private final ShareSecret share;

  protected SecretsResource() {
    this(null);
  }

  @Inject
  public SecretsResource(ShareSecret share) {
    this.share = share;
  }

  @GET
  @Path("secrets")
  @OpenTo(Audience.ADMIN)
  @Operation(summary = "Which secrets each account has, and who gave them.")
  public SecretsView list() {
    return SecretsView.of(share.read());
  }

  @PUT
  @Path(ONE)
  @OpenTo(Audience.ADMIN)
  @Operation(summary = "Gives a secret that the helpdesk showed, in place of a former one.")
  @APIResponse(responseCode = "204", description = "Kept, encrypted.")
  @APIResponse(
      responseCode = "409",
      description =
          "The operator's configuration holds it (set-by-operator), or this server has no"
              + " tagsmith.secrets.key.")
  public void give(
      @PathParam("id") int account,
      @PathParam("purpose") String purpose,
      SecretsView.Typed typed,
      @Context SecurityContext security) {
    if (typed.secret() == null || typed.secret().isBlank()) {
      throw RefusedRequest.badInput(
          "missing-field", "The field 'secret' is missing. Copy it from the helpdesk.");
    }
    share.give(id(account), purpose(purpose), typed.secret(), Caller.staff(security).name());
  }

  @POST
  @Path(ONE)
  @OpenTo(Audience.ADMIN)
  @Operation(
      summary = "Makes a secret in place of a former one, and tells it this once.",
      description = "Where the helpdesk sends a secret of ours; else it is refused.")
  public SecretsView.Made make(
      @PathParam("id") int account,
      @PathParam("purpose") String purpose,
      @Context SecurityContext security) {
    return new SecretsView.Made(
        share.make(id(account), purpose(purpose), Caller.staff(security).name()));
  }

  @DELETE
  @Path(ONE)
  @OpenTo(Audience.ADMIN)
  @Operation(summary = "Forgets a secret; what is proved with it is refused from then on.")
  @APIResponse(responseCode = "204", description = "Forgotten.")
  public void forget(@PathParam("id") int account, @PathParam("purpose") String purpose) {
    share.forget(id(account), purpose(purpose));
  }

  private static HelpdeskAccountId id(int number) {
    if (number < 1) {
      throw RefusedRequest.notFound(
          "unknown-account",
          "No helpdesk account " + number + " is connected. GET /api/accounts lists all.");
    }
    return new HelpdeskAccountId(number);
  }

  private static SecretPurpose purpose(String word) {
    return SecretPurpose.ofWord(word)
        .orElseThrow(
            () ->
                RefusedRequest.notFound(
                    "no-such-secret", "An account has a webhook and a sidebar secret, no other."));
  }
}
