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
import org.tagsmith.domain.governance.usecase.VocabularyFiles;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.view.FindingView;

/** What could be better about the vocabulary in force. */
@ApplicationScoped
@Path("vocabulary/lint")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class LintResource {
  private final VocabularyFiles files;

  protected LintResource() {
    this(null);
  }

  @Inject
  public LintResource(VocabularyFiles files) {
    this.files = files;
  }

  @GET
  @OpenTo(Audience.LEAD)
  @Operation(summary = "What could be better about the newest version, the worst first.")
  public FindingView.Report findings() {
    return FindingView.Report.of(files.lint());
  }
}
