package org.tagsmith.widget.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/**
 * A problem as RFC 9457 describes it (https://www.rfc-editor.org/rfc/rfc9457).
 *
 * @param title the same for every problem of this status
 * @param status the HTTP status
 * @param detail names the thing, the reason and the remedy, in English
 * @param instance the address that was asked, or the incident when nobody expected the problem; may
 *     be null
 * @param code a stable word that pages translate by
 * @param more further members, such as {@code retryAfter}
 */
@Schema(
    name = "Problem",
    description = "What went wrong, as RFC 9457 describes it.",
    properties = {
      @SchemaProperty(name = "code", description = "A stable word to translate by."),
      @SchemaProperty(name = "more", hidden = true)
    })
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code"})
public record Problem(
    String title,
    int status,
    String detail,
    String instance,
    String code,
    @JsonAnyGetter Map<String, Object> more) {

  /** The media type of every problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  static final MediaType MEDIA = MediaType.valueOf(MEDIA_TYPE);

  public Problem {
    Objects.requireNonNull(detail, "detail");
    Objects.requireNonNull(code, "code");
    more = Map.copyOf(more);
  }

  /** A URI that stands for the kind of problem; there is nothing behind it. */
  @JsonProperty("type")
  public String type() {
    return "urn:tagsmith:problem:" + code;
  }
}
