package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.governance.VocabularyChange;
import org.tagsmith.domain.governance.usecase.PreviewChanges;
import org.tagsmith.domain.governance.usecase.PublishChanges;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.Caller;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.problem.RefusedRequest;
import org.tagsmith.widget.view.ChangePreviewView;
import org.tagsmith.widget.view.ChangesRequest;
import org.tagsmith.widget.view.VersionView;

/** Leads change the vocabulary: they look first, then publish. */
@ApplicationScoped
@Path("vocabulary/changes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused; 'position' says which of the changes cannot be.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class ChangesResource {
  private static final int MOST_CHANGES = 2000;
  private static final int LONGEST_NOTE = 500;

  private final PreviewChanges previewChanges;
  private final PublishChanges publishChanges;

  protected ChangesResource() {
    this(null, null);
  }

  @Inject
  public ChangesResource(PreviewChanges previewChanges, PublishChanges publishChanges) {
    this.previewChanges = previewChanges;
    this.publishChanges = publishChanges;
  }

  @POST
  @Path("preview")
  @OpenTo(Audience.LEAD)
  @Operation(
      summary = "What publishing these changes would do; nothing is changed.",
      description =
          "With 'base', a change that somebody else made impossible since is refused as"
              + " changed-meanwhile, with who and what.")
  public ChangePreviewView preview(ChangesRequest request) {
    List<VocabularyChange> changes = changes(request);
    return ChangePreviewView.of(
        request.base() == null
            ? previewChanges.changes(changes)
            : previewChanges.changes(base(request.base()), changes));
  }

  @POST
  @OpenTo(Audience.LEAD)
  @Operation(
      summary = "Publishes the changes as one version, or none of them.",
      description = "On top of the newest version, unless somebody changed the same thing since.")
  @APIResponse(
      responseCode = "409",
      description =
          "One of them cannot be, or somebody was first (changed-meanwhile: 'differences' says"
              + " what is otherwise now, 'since' who published it).")
  public VersionView publish(ChangesRequest request, @Context SecurityContext security) {
    return VersionView.of(
        publishChanges.changes(
            base(request.base()),
            changes(request),
            Caller.staff(security).name(),
            note(request.note())));
  }

  static int base(Integer base) {
    if (base == null || base < 0) {
      throw RefusedRequest.badInput(
          "missing-field", "The field 'base' is the version that was looked at.");
    }
    return base;
  }

  static List<VocabularyChange> changes(ChangesRequest request) {
    List<VocabularyChange> changes = request.changes();
    if (changes == null || changes.isEmpty() || changes.stream().anyMatch(Objects::isNull)) {
      throw RefusedRequest.badInput(
          "missing-field", "The field 'changes' is a list of one change or more.");
    }
    if (changes.size() > MOST_CHANGES) {
      throw RefusedRequest.badInput(
          "too-many",
          "At most " + MOST_CHANGES + " changes are published at once. Send the rest afterwards.");
    }
    return changes;
  }

  static String note(String note) {
    String why = note == null ? "" : note.strip();
    if (why.codePointCount(0, why.length()) > LONGEST_NOTE) {
      throw RefusedRequest.badInput(
          "note-too-long", "The field 'note' must be " + LONGEST_NOTE + " characters or fewer.");
    }
    return why;
  }
}
