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
import org.tagsmith.domain.report.usecase.ReadQuestionUse;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.view.QuestionUseView;

/** How the questions of the vocabulary go. The questions themselves are part of the vocabulary. */
@ApplicationScoped
@Path("vocabulary/questions")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class QuestionsResource {
  private final ReadQuestionUse use;

  protected QuestionsResource() {
    this(null);
  }

  @Inject
  public QuestionsResource(ReadQuestionUse use) {
    this.use = use;
  }

  @GET
  @Path("use")
  @OpenTo(Audience.LEAD)
  @Operation(
      summary = "Contacts of 90 days under each question: those that wait, those that are decided.",
      description = "The days end on the newest one with a contact.")
  public QuestionUseView use() {
    return QuestionUseView.of(use.read());
  }
}
