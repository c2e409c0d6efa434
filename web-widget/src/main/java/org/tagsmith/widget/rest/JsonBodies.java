package org.tagsmith.widget.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.stream.Collectors;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.problem.RefusedRequest;
import org.tagsmith.widget.view.Json;

/**
 * Reads and writes JSON bodies with {@link Json#MAPPER}. The server brings other JSON providers;
 * this one is registered by name and comes first, because JSON-B spends seconds on a hostile body.
 */
@Priority(1)
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public final class JsonBodies extends JacksonJsonProvider {
  public JsonBodies() {
    super(Json.MAPPER, BASIC_ANNOTATIONS);
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    try {
      Object read = super.readFrom(type, genericType, annotations, mediaType, headers, body);
      if (read == null) {
        throw empty();
      }
      return read;
    } catch (jakarta.ws.rs.core.NoContentException none) {
      throw empty();
    } catch (CharConversionException noText) {
      throw RefusedRequest.badInput(
          "not-json", "The body holds bytes that are no text. Send it in UTF-8.");
    } catch (JsonProcessingException unreadable) {
      // The limit on bodies refuses while Jackson reads, and Jackson wraps what it did not throw.
      throw unreadable.getCause() instanceof RefusedRequest refused ? refused : refusal(unreadable);
    }
  }

  private static RefusedRequest empty() {
    return RefusedRequest.badInput(
        "empty-body", "The body is empty, and this address needs a JSON object. Send one.");
  }

  /** Says what is wrong and where, without repeating what was sent. */
  private static RefusedRequest refusal(JsonProcessingException unreadable) {
    if (has(unreadable, StreamConstraintsException.class)) {
      return RefusedRequest.badInput(
          "json-out-of-bounds",
          "The JSON body nests too deep, or a text or number in it is too long. Send a plain"
              + " object as /openapi describes it.");
    }
    if (unreadable instanceof UnrecognizedPropertyException unknown) {
      return RefusedRequest.badInput(
          "unknown-field",
          "The JSON body has a field that is not known here, "
              + where(unknown)
              + ". Take it out or correct its spelling.");
    }
    if (unreadable instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return RefusedRequest.badInput(
          "wrong-type",
          "A field of the JSON body has the wrong type or form, "
              + where(mapping)
              + ". /openapi says what it takes.");
    }
    JsonLocation at = unreadable.getLocation();
    return RefusedRequest.badInput(
        "not-json",
        "The body is not the JSON object that this address needs"
            + (at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")")
            + ". Correct it there and send it again.");
  }

  private static boolean has(Throwable thrown, Class<? extends Throwable> kind) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (kind.isInstance(t)) {
        return true;
      }
    }
    return false;
  }

  private static String where(JsonMappingException mapping) {
    String path =
        mapping.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
            .collect(Collectors.joining("."))
            .replaceAll("[^A-Za-z0-9_.\\[\\]-]", "?");
    return "'" + (path.length() > 60 ? path.substring(0, 60) + "..." : path) + "'";
  }
}
