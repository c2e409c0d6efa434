package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.view.VocabularyView;

/** The vocabulary in force. */
@ApplicationScoped
@Path("vocabulary")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class VocabularyResource {
  private final ShownVocabulary vocabulary;

  protected VocabularyResource() {
    this(null);
  }

  @Inject
  public VocabularyResource(ShownVocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @GET
  @OpenTo({Audience.SIDEBAR, Audience.AGENT})
  @Operation(summary = "The newest vocabulary version, whole; its ETag is the version.")
  @APIResponse(
      responseCode = "200",
      description = "The vocabulary.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = VocabularyView.class)))
  @APIResponse(responseCode = "304", description = "The caller has it already.")
  public Response read(@Context Request request) {
    int version = vocabulary.version();
    EntityTag tag = new EntityTag("v" + version);
    Response.ResponseBuilder answer = unchanged(request, tag);
    if (answer == null) {
      answer = Response.ok(vocabulary.json(version), MediaType.APPLICATION_JSON_TYPE).tag(tag);
    }
    // Kept by the browser, and asked for again with its tag.
    return answer
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .header(HttpHeaders.VARY, "Authorization, Cookie")
        .build();
  }

  /** Null if the caller needs the body; so does one whose condition cannot be read. */
  private static Response.ResponseBuilder unchanged(Request request, EntityTag tag) {
    try {
      return request.evaluatePreconditions(tag);
    } catch (ProcessingException unreadable) {
      return null;
    }
  }
}
