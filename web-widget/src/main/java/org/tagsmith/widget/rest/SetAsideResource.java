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
import org.tagsmith.domain.governance.usecase.ReadSetAside;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.view.SetAsideView;

/** Labels of which the house decided that they carry no reason, for those who decide. */
@ApplicationScoped
@Path("vocabulary/set-aside")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class SetAsideResource {
  private final ReadSetAside setAside;

  protected SetAsideResource() {
    this(null);
  }

  @Inject
  public SetAsideResource(ReadSetAside setAside) {
    this.setAside = setAside;
  }

  @GET
  @OpenTo(Audience.LEAD)
  @Operation(
      summary = "Ignored labels and prefixes of machine labels, with their contacts.",
      description =
          "'forget-label' and 'forget-prefix' among the changes of the vocabulary take one back.")
  public SetAsideView all() {
    ReadSetAside.Listed listed = setAside.read();
    return SetAsideView.of(listed.version(), listed.all());
  }
}
