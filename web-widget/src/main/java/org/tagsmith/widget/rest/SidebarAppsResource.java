package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.sync.SidebarAppPackage;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.problem.RefusedRequest;

/** The apps that admins install in helpdesks. */
@ApplicationScoped
@Path("sidebar/apps/{connector: [a-z0-9]{1,32}}")
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class SidebarAppsResource {
  private static final String ZIP = "application/zip";
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?(/[A-Za-z0-9._~-]{1,100}){0,5}/");

  private final Instance<SidebarAppPackage> packages;

  protected SidebarAppsResource() {
    this(null);
  }

  @Inject
  public SidebarAppsResource(@Any Instance<SidebarAppPackage> packages) {
    this.packages = packages;
  }

  @GET
  @Produces({ZIP, Problem.MEDIA_TYPE})
  @OpenTo(Audience.ADMIN)
  @Operation(summary = "A helpdesk's app for this Tagsmith, as a zip.")
  @APIResponse(responseCode = "200", content = @Content(mediaType = ZIP))
  @APIResponse(responseCode = "400", description = "No such address (bad-address).")
  @APIResponse(responseCode = "404", description = "No such helpdesk (unknown-helpdesk).")
  public Response zip(
      @PathParam("connector") String connector,
      @Parameter(description = "Where agents' browsers reach Tagsmith, with a slash at the end.")
          @QueryParam("address")
          String address) {
    if (address == null || !ADDRESS.matcher(address).matches()) {
      throw RefusedRequest.badInput(
          "bad-address",
          "The parameter 'address' is no address of a Tagsmith, such as"
              + " https://tagsmith.bank.example/ with the slash at the end.");
    }
    SidebarAppPackage found =
        packages.stream()
            .filter(each -> each.connector().value().equals(connector))
            .findAny()
            .orElseThrow(
                () ->
                    RefusedRequest.notFound(
                        "unknown-helpdesk", "There is no app for a helpdesk of this name."));
    return Response.ok(found.zip(URI.create(address)), ZIP)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"tagsmith-" + connector + ".zip\"")
        .build();
  }
}
