package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.System.Logger.Level;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.sync.SidebarIdentityVerifier.SidebarTokenRejected;
import org.tagsmith.domain.sync.SidebarTokenIssuer;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.problem.RefusedRequest;
import org.tagsmith.widget.view.SidebarTokenRequest;
import org.tagsmith.widget.view.SidebarTokenView;

/**
 * Where the server of a helpdesk that signs nothing asks for a sidebar on behalf of our app. Open
 * to everybody, because the caller is no person: the app's secret is checked by the connector.
 */
@ApplicationScoped
@Path("sidebar/tokens/{connector: [a-z]{2,32}}")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class SidebarTokensResource {
  private static final System.Logger LOG = System.getLogger(SidebarTokensResource.class.getName());
  private static final String BEARER = "bearer ";

  private final Instance<SidebarTokenIssuer> issuers;

  protected SidebarTokensResource() {
    this(null);
  }

  @Inject
  public SidebarTokensResource(@Any Instance<SidebarTokenIssuer> issuers) {
    this.issuers = issuers;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @OpenTo(Audience.EVERYONE)
  @Operation(
      summary = "Gives our app inside a helpdesk the token that opens a sidebar.",
      description = "Called by the helpdesk's server with the app's secret, never by a browser.")
  @APIResponse(
      responseCode = "200",
      description = "Good for a few minutes.",
      content = @Content(schema = @Schema(implementation = SidebarTokenView.class)))
  @APIResponse(responseCode = "403", description = "Not the app's secret (app-refused).")
  @APIResponse(responseCode = "404", description = "No such helpdesk (unknown-helpdesk).")
  public SidebarTokenView issue(
      @PathParam("connector") String connector,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      SidebarTokenRequest request) {
    SidebarTokenIssuer issuer =
        issuers.stream()
            .filter(each -> each.connector().value().equals(connector))
            .findAny()
            .orElseThrow(
                () ->
                    RefusedRequest.notFound(
                        "unknown-helpdesk",
                        "No helpdesk of this name gets its sidebar's token here."));
    try {
      return new SidebarTokenView(issuer.issue(secret(authorization), request.agent()));
    } catch (SidebarTokenRejected rejected) {
      LOG.log(Level.INFO, "A sidebar was not opened: {0}", rejected.getMessage());
      throw RefusedRequest.notAllowed(
          "app-refused",
          "The app inside the helpdesk is not the one this Tagsmith knows. The server's log says"
              + " why.");
    }
  }

  private static String secret(String authorization) {
    return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
        ? authorization.substring(BEARER.length()).strip()
        : null;
  }
}
