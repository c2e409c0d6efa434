package org.tagsmith.widget.rest;

import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.tagsmith.widget.problem.Problem;

/**
 * Sorts what an operation answers. Every resource gives JSON and problems, so the server describes
 * each answer as both, and what a method returns as the answer to everything else.
 */
final class DescribedAnswers {
  private static final String PROBLEM = "#/components/schemas/Problem";

  private DescribedAnswers() {}

  /** Leaves problems as the only refusals, and what is asked for as the only success. */
  static void sort(Operation operation) {
    APIResponses answers = operation.getResponses();
    Optional<Content> returned =
        Optional.ofNullable(answers.getAPIResponse(APIResponses.DEFAULT))
            .map(DescribedAnswers::asked);
    answers.removeAPIResponse(APIResponses.DEFAULT);
    for (Map.Entry<String, APIResponse> answer : answers.getAPIResponses().entrySet()) {
      boolean refused = answer.getKey().startsWith("4");
      answer.getValue().setContent(refused ? problem() : asked(answer.getValue()));
    }
    if (answers.getAPIResponses().keySet().stream().noneMatch(each -> each.startsWith("2"))) {
      APIResponse success = OASFactory.createAPIResponse().description("What was asked for.");
      returned.ifPresent(success::setContent);
      answers.addAPIResponse("200", success);
    }
    answers.addAPIResponse(
        APIResponses.DEFAULT,
        OASFactory.createAPIResponse().description("Refused.").content(problem()));
  }

  private static Content asked(APIResponse answer) {
    Content content = answer.getContent();
    if (content == null) {
      return null;
    }
    content.removeMediaType(Problem.MEDIA_TYPE);
    return content.getMediaTypes().isEmpty() ? null : content;
  }

  private static Content problem() {
    return OASFactory.createContent()
        .addMediaType(
            Problem.MEDIA_TYPE,
            OASFactory.createMediaType().schema(OASFactory.createSchema().ref(PROBLEM)));
  }
}
