package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.sync.usecase.FindMentions;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.problem.RefusedRequest;
import org.tagsmith.widget.view.MentionsRequest;
import org.tagsmith.widget.view.MentionsView;

/** Which triggers, automations, views and macros in the helpdesks speak of a label. */
@ApplicationScoped
@Path("mentions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class MentionsResource {
  private static final int MOST = 5000;

  private final FindMentions mentions;

  protected MentionsResource() {
    this(null);
  }

  @Inject
  public MentionsResource(FindMentions mentions) {
    this.mentions = mentions;
  }

  @POST
  @OpenTo(Audience.LEAD)
  @Operation(
      summary = "Which rules in the helpdesks speak of these house tags and labels.",
      description =
          "Answers within some seconds, also where a helpdesk does not; ask again while an account"
              + " is 'reading'. Read rules are kept for five minutes.")
  public MentionsView find(MentionsRequest asked) {
    List<Integer> tagIds = given("tagIds", asked.tagIds());
    List<String> labels = given("labels", asked.labels());
    return MentionsView.of(mentions.of(Set.copyOf(tagIds), Set.copyOf(labels)));
  }

  private static <T> List<T> given(String field, List<T> values) {
    if (values == null) {
      return List.of();
    }
    if (values.stream().anyMatch(Objects::isNull)) {
      throw RefusedRequest.badInput("wrong-type", "The field '" + field + "' holds null.");
    }
    if (values.size() > MOST) {
      throw RefusedRequest.badInput(
          "too-many", "The field '" + field + "' holds more than " + MOST + " entries.");
    }
    return values;
  }
}
