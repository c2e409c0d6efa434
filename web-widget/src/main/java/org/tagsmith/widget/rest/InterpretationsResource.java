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
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.view.InterpretationsRequest;
import org.tagsmith.widget.view.InterpretationsView;

/** Reads labels that stand on no ticket yet. */
@ApplicationScoped
@Path("interpretations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class InterpretationsResource {
  private final ShownVocabulary vocabulary;

  protected InterpretationsResource() {
    this(null);
  }

  @Inject
  public InterpretationsResource(ShownVocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @POST
  @OpenTo({Audience.SIDEBAR, Audience.AGENT})
  @Operation(
      summary = "What labels mean under the newest vocabulary version.",
      description = "Changes nothing. Order and repetition of the labels make no difference.")
  public InterpretationsView interpret(InterpretationsRequest request) {
    return vocabulary.labels().interpretations(request.checked());
  }
}
