package org.tagsmith.widget.view;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.governance.request.RequestAnswer;
import org.tagsmith.domain.governance.request.RequestKind;
import org.tagsmith.domain.governance.request.Wanted;
import org.tagsmith.widget.problem.RefusedRequest;

/** What people send about requests for tags and codes. */
public final class RequestForms {
  private RequestForms() {}

  /** What an agent misses. */
  @Schema(
      name = "TagRequestForm",
      requiredProperties = {"kind", "name", "purpose", "tickets"},
      properties = {
        @SchemaProperty(
            name = "kind",
            enumeration = {"tag", "code"}),
        @SchemaProperty(name = "words", nullable = true, description = "What customers say."),
        @SchemaProperty(
            name = "account",
            nullable = true,
            description = "The helpdesk of mere numbers."),
        @SchemaProperty(name = "tickets", description = "Numbers, or addresses of their pages.")
      })
  public record Ask(
      String kind,
      String name,
      String purpose,
      String words,
      Integer account,
      List<String> tickets) {

    /**
     * The wanted thing.
     *
     * @throws RefusedRequest if a field is missing
     */
    public Wanted wanted() {
      return Wanted.of(
          kindOf(required("kind", kind)),
          required("name", name),
          required("purpose", purpose),
          words == null ? "" : words);
    }
  }

  /** The name that somebody thinks of. */
  @Schema(name = "TagRequestName")
  public record Name(String name) {
    private static final int LONGEST = 200;

    /**
     * The name.
     *
     * @throws RefusedRequest if it is missing or too long
     */
    public String checked() {
      if (required("name", name).length() > LONGEST) {
        throw RefusedRequest.badInput(
            "name-too-long", "The field 'name' must be " + LONGEST + " characters or fewer.");
      }
      return name;
    }
  }

  /** More tickets that need it. */
  @Schema(name = "TagRequestTickets")
  public record Tickets(@Schema(nullable = true) Integer account, List<String> tickets) {}

  /** Who looks after it, and until when. */
  @Schema(
      name = "TagRequestCare",
      properties = {
        @SchemaProperty(name = "version", description = "The one that was looked at."),
        @SchemaProperty(name = "owner", nullable = true),
        @SchemaProperty(name = "dueOn", nullable = true)
      })
  public record Care(Integer version, String owner, LocalDate dueOn) {}

  /** A lead's answer. */
  @Schema(
      name = "TagRequestAnswer",
      requiredProperties = {"version", "answer"},
      properties = {
        @SchemaProperty(
            name = "answer",
            enumeration = {"accepted", "made", "existing", "declined", "open"},
            description = "'open' takes an answer back."),
        @SchemaProperty(
            name = "reason",
            nullable = true,
            description =
                "Why it is declined, or accepted although too few contacts need it; more about"
                    + " what exists."),
        @SchemaProperty(name = "tagId", nullable = true),
        @SchemaProperty(name = "code", nullable = true)
      })
  public record Answer(Integer version, String answer, String reason, Integer tagId, Integer code) {

    /**
     * The answer.
     *
     * @throws RefusedRequest if it is none
     */
    public RequestAnswer read() {
      String why = reason == null ? "" : reason.strip();
      return switch (required("answer", answer)) {
        case "open" -> new RequestAnswer.Open();
        case "accepted" -> new RequestAnswer.Accepted(why);
        case "made" -> new RequestAnswer.Made(target(), "");
        case "existing" -> new RequestAnswer.Existing(target(), why);
        case "declined" -> new RequestAnswer.Declined(why);
        default ->
            throw RefusedRequest.badInput(
                "bad-answer", "The field 'answer' is accepted, made, existing, declined or open.");
      };
    }

    private RequestAnswer.Target target() {
      if ((tagId == null) == (code == null)) {
        throw RefusedRequest.badInput(
            "missing-field", "Send the field 'tagId' or the field 'code', which will do.");
      }
      return new RequestAnswer.Target(tagId, code);
    }
  }

  /** How many contacts of 30 days it takes. */
  @Schema(name = "TagRequestThreshold")
  public record Threshold(Integer contacts) {}

  /**
   * The version that a lead looked at.
   *
   * @throws RefusedRequest if it is missing
   */
  public static int version(Integer version) {
    return required("version", version);
  }

  /**
   * A field that must be there.
   *
   * @throws RefusedRequest {@code missing-field}
   */
  public static <T> T required(String field, T value) {
    if (value == null) {
      throw RefusedRequest.badInput("missing-field", "The field '" + field + "' is missing.");
    }
    return value;
  }

  private static RequestKind kindOf(String word) {
    try {
      return RequestKind.ofWord(word);
    } catch (IllegalArgumentException unknown) {
      throw RefusedRequest.badInput("bad-kind", "The field 'kind' is tag or code.");
    }
  }
}
