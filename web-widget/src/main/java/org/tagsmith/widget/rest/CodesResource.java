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
import org.tagsmith.domain.disposition.usecase.CountRecordedCodes;
import org.tagsmith.domain.report.usecase.ReadTagContacts;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.usecase.CurrentVocabulary;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.view.CodeUseView;

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
  private final CurrentVocabulary current;
  private final ReadTagContacts contacts;
  private final CountRecordedCodes recorded;

  protected CodesResource() {
    this(null, null, null);
  }

  @Inject
  public CodesResource(
      CurrentVocabulary current, ReadTagContacts contacts, CountRecordedCodes recorded) {
    this.current = current;
    this.contacts = contacts;
    this.recorded = recorded;
  }

  @GET
  @Path("use")
  @OpenTo(Audience.LEAD)
  @Operation(
      summary = "Contacts of each code's house tag, and tickets on which an agent gave the code.",
      description = "By number, retired codes too.")
  public List<CodeUseView> use() {
    Vocabulary vocabulary = current.read().vocabulary();
    return CodeUseView.of(vocabulary, contacts.read(vocabulary.version()), recorded.count());
  }
}
