package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.governance.usecase.PreviewChanges;
import org.tagsmith.domain.governance.usecase.PublishChanges;
import org.tagsmith.domain.governance.usecase.VocabularyVersions;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.Caller;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.view.ChangePreviewView;
import org.tagsmith.widget.view.DifferenceView;
import org.tagsmith.widget.view.VersionView;

/** The history of the vocabulary: who changed what, when and why, and how it is taken back. */
@ApplicationScoped
@Path("vocabulary/versions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class VersionsResource {
  private static final int PAGE = 50;
  private static final String NUMBER = ": [0-9]{1,9}}";

  private final VocabularyVersions versions;
  private final PreviewChanges previewChanges;
  private final PublishChanges publishChanges;

  protected VersionsResource() {
    this(null, null, null);
  }

  @Inject
  public VersionsResource(
      VocabularyVersions versions, PreviewChanges previewChanges, PublishChanges publishChanges) {
    this.versions = versions;
    this.previewChanges = previewChanges;
    this.publishChanges = publishChanges;
  }

  @GET
  @OpenTo(Audience.LEAD)
  @Operation(
      summary = "Versions, the newest first.",
      description = "50 at a time; 'before' is the last version of the former page.")
  public List<VersionView> lines(@QueryParam("before") String before) {
    return versions.lines(lessThan(before), PAGE).stream().map(VersionView::of).toList();
  }

  @GET
  @Path("differences")
  @OpenTo(Audience.LEAD)
  @Operation(
      summary = "What each version changed, the newest first.",
      description = "The same 50 versions as in the list with the same 'before'.")
  public List<DifferenceView.OfVersion> changes(@QueryParam("before") String before) {
    return versions.changes(lessThan(before), PAGE).stream()
        .map(DifferenceView.OfVersion::of)
        .toList();
  }

  private static int lessThan(String before) {
    Long from = AccountNumber.before(before);
    return from == null ? Integer.MAX_VALUE : (int) Math.min(Integer.MAX_VALUE, from);
  }

  @GET
  @Path("{former" + NUMBER + "/differences/{later" + NUMBER)
  @OpenTo(Audience.LEAD)
  @Operation(summary = "What the later version holds differently; version 0 is the empty one.")
  @APIResponse(responseCode = "404", description = "No such version (unknown-version).")
  public List<DifferenceView> differences(
      @PathParam("former") int former, @PathParam("later") int later) {
    return versions.between(former, later).stream().map(DifferenceView::of).toList();
  }

  @POST
  @Path("{version" + NUMBER + "/undo/preview")
  @OpenTo(Audience.LEAD)
  @Operation(summary = "What taking this version back would do; nothing is changed.")
  @APIResponse(
      responseCode = "409",
      description = "Somebody changed the same thing since (changed-since, needed-since).")
  public ChangePreviewView previewUndo(@PathParam("version") int version) {
    return ChangePreviewView.of(previewChanges.undo(version));
  }

  @POST
  @Path("{version" + NUMBER + "/undo")
  @OpenTo(Audience.LEAD)
  @Operation(
      summary = "Takes this version's changes back, as a new version.",
      description = "What others changed since stays.")
  @APIResponse(
      responseCode = "409",
      description = "Somebody changed the same thing since (changed-since, needed-since).")
  public VersionView undo(
      @PathParam("version") int version, VersionView.Note note, @Context SecurityContext security) {
    return VersionView.of(
        publishChanges.undo(
            version, Caller.staff(security).name(), ChangesResource.note(note.note())));
  }
}
