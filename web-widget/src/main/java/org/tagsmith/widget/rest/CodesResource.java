package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.governance.CodeUse;
import org.tagsmith.domain.governance.usecase.ReadCodeUse;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;

/** How much reason codes are used. */
@ApplicationScoped
@Path("vocabulary/codes")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class CodesResource {
  private final ReadCodeUse readCodeUse;

  protected CodesResource() {
    this(null);
  }

  @Inject
  public CodesResource(ReadCodeUse readCodeUse) {
    this.readCodeUse = readCodeUse;
  }

  @GET
  @Path("use")
  @OpenTo(Audience.LEAD)
  @Operation(
      summary = "Contacts of each code's house tag, and tickets on which an agent gave the code.",
      description = "By number, retired codes too.")
  public List<CodeUse> use() {
    return readCodeUse.read();
  }
}
