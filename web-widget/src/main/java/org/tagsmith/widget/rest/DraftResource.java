package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.governance.usecase.KeepDraft;
import org.tagsmith.domain.governance.usecase.PublishDraft;
import org.tagsmith.domain.vocabulary.usecase.CurrentVocabulary;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.Caller;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.problem.RefusedRequest;
import org.tagsmith.widget.view.ChangesRequest;
import org.tagsmith.widget.view.DraftView;
import org.tagsmith.widget.view.VersionView;

/** A lead's decisions on their way to be published. Each lead has one draft. */
@ApplicationScoped
@Path("vocabulary/draft")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class DraftResource {
  private static final int MOST = 2000;
  private static final int MOST_HOURS = 24 * 90;

  private final KeepDraft draft;
  private final PublishDraft publishDraft;
  private final CurrentVocabulary vocabulary;

  protected DraftResource() {
    this(null, null, null);
  }

  @Inject
  public DraftResource(KeepDraft draft, PublishDraft publishDraft, CurrentVocabulary vocabulary) {
    this.draft = draft;
    this.publishDraft = publishDraft;
    this.vocabulary = vocabulary;
  }

  @GET
  @OpenTo(Audience.LEAD)
  @Operation(summary = "One's own decisions, and the labels that others decided or have open.")
  public DraftView read(@Context SecurityContext security) {
    String lead = lead(security);
    return new DraftView(
        version(),
        DraftView.DecisionView.of(draft.decisions(lead)),
        draft.heldByOthers(lead),
        draft.openElsewhere(lead),
        draft.forLater(lead));
  }

  @POST
  @OpenTo(Audience.LEAD)
  @Operation(
      summary = "Adds decisions, or none of them.",
      description = "One about a label that one decided before takes the former one's place.")
  @APIResponse(
      responseCode = "409",
      description = "Another lead's draft decides the label (label-decided).")
  public List<DraftView.DecisionView> add(
      ChangesRequest request, @Context SecurityContext security) {
    return DraftView.DecisionView.of(
        draft.add(
            lead(security),
            ChangesResource.base(request.base()),
            ChangesResource.changes(request)));
  }

  @POST
  @Path("take-back")
  @OpenTo(Audience.LEAD)
  @Operation(summary = "Takes decisions out of the draft.")
  public void takeBack(DraftView.Chosen chosen, @Context SecurityContext security) {
    draft.takeBack(lead(security), some("ids", chosen.ids()));
  }

  @PUT
  @Path("later")
  @OpenTo(Audience.LEAD)
  @Operation(summary = "Sets labels aside for some hours, for oneself; 0 hours bring them back.")
  public void later(DraftView.ForLater wanted, @Context SecurityContext security) {
    List<String> labels = some("labels", wanted.labels());
    Integer hours = wanted.hours();
    if (hours == null || hours < 0 || hours > MOST_HOURS) {
      throw RefusedRequest.badInput(
          "bad-hours", "The field 'hours' is a number from 0 to " + MOST_HOURS + ".");
    }
    if (hours == 0) {
      draft.bringBack(lead(security), labels);
    } else {
      draft.setAside(lead(security), labels, Duration.ofHours(hours));
    }
  }

  @PUT
  @Path("open")
  @OpenTo(Audience.LEAD)
  @Operation(
      summary = "Tells the others which label one has open; answers what they do.",
      description = "Counts for 30 seconds.")
  public DraftView open(DraftView.Open open, @Context SecurityContext security) {
    String lead = lead(security);
    draft.open(lead, open.label());
    return new DraftView(
        version(), null, draft.heldByOthers(lead), draft.openElsewhere(lead), null);
  }

  @POST
  @Path("preview")
  @OpenTo(Audience.LEAD)
  @Operation(summary = "What publishing one's draft would do; nothing is changed.")
  public DraftView.Preview preview(@Context SecurityContext security) {
    return DraftView.Preview.of(publishDraft.preview(lead(security)));
  }

  @POST
  @Path("publish")
  @OpenTo(Audience.LEAD)
  @Operation(summary = "Publishes decisions as one version and takes them out of the draft.")
  @APIResponse(
      responseCode = "409",
      description =
          "One of them cannot be, is not in the draft any more (draft-changed), or somebody was"
              + " first (changed-meanwhile).")
  public VersionView publish(DraftView.Publication wanted, @Context SecurityContext security) {
    return VersionView.of(
        publishDraft.publish(
            lead(security),
            ChangesResource.base(wanted.base()),
            some("ids", wanted.ids()),
            ChangesResource.note(wanted.note())));
  }

  private int version() {
    return vocabulary.read().vocabulary().version();
  }

  private static String lead(SecurityContext security) {
    return Caller.staff(security).name();
  }

  private static <T> List<T> some(String field, List<T> list) {
    if (list == null || list.isEmpty() || list.stream().anyMatch(Objects::isNull)) {
      throw RefusedRequest.badInput(
          "missing-field", "The field '" + field + "' is a list of one or more.");
    }
    if (list.size() > MOST) {
      throw RefusedRequest.badInput(
          "too-many", "The field '" + field + "' takes at most " + MOST + " at once.");
    }
    return list;
  }
}
