package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.report.usecase.ReadTagUsage;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.view.TagUsageView;

/** How much the house tags are used, for those who keep the vocabulary small. */
@ApplicationScoped
@Path("vocabulary/usage")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class UsageResource {
  private final ReadTagUsage usage;

  protected UsageResource() {
    this(null);
  }

  @Inject
  public UsageResource(ReadTagUsage usage) {
    this.usage = usage;
  }

  @GET
  @OpenTo(Audience.LEAD)
  @Operation(
      summary = "Contacts of each house tag in 90 days and in each of twelve weeks.",
      description =
          "The days end on the newest one with a contact. Tags without a contact are not listed.")
  public TagUsageView usage() {
    return TagUsageView.of(usage.read());
  }
}
