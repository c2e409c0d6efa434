package org.tagsmith.domain.sync.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tagsmith.domain.sync.ConnectorFailure;

/**
 * JSON with a helpdesk: unknown fields are passed over, and an answer built to exhaust us (too
 * deep, too long a number, text or name) is refused while it is read. Nothing an answer holds gets
 * into a message. Thread-safe.
 */
public final class HelpdeskJson {
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(64)
          .maxNumberLength(64)
          .maxNameLength(1_000)
          .maxStringLength(1_000_000)
          .build();

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(LIMITS)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .annotationIntrospector(new UnknownIsSkipped())
          // reading to the very end also lets the connection be used again
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private final String helpdesk;

  /**
   * @param helpdesk the product's name, for messages
   */
  public HelpdeskJson(String helpdesk) {
    this.helpdesk = Objects.requireNonNull(helpdesk, "helpdesk");
  }

  /**
   * Reads one whole document.
   *
   * @throws ConnectorFailure.Unreachable if the document breaks off
   * @throws ConnectorFailure.ContractBroken if it is no JSON, has another shape, or is built to
   *     hurt
   * @throws IOException if the bytes stopped coming
   */
  public <T> T read(InputStream in, Class<T> type) throws IOException {
    T value;
    try {
      value = MAPPER.readerFor(type).readValue(in);
    } catch (JacksonException e) {
      throwIfBytesStopped(e);
      throw failure(e);
    }
    if (value == null) {
      throw new ConnectorFailure.ContractBroken(
          helpdesk + " answered null where data was due", null);
    }
    return value;
  }

  /**
   * Reads a short document as a tree, for the many shapes of an error.
   *
   * @throws IOException if it is no JSON
   */
  public JsonNode readTree(byte[] bytes) throws IOException {
    return MAPPER.readTree(bytes);
  }

  /** Writes a body. */
  public byte[] write(Object body) {
    try {
      return MAPPER.writeValueAsBytes(body);
    } catch (JacksonException e) {
      throw new IllegalStateException("A body of our own could not be written", e);
    }
  }

  /** Inside a list, Jackson wraps even what the network threw. */
  private static void throwIfBytesStopped(JacksonException e) throws IOException {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException stopped && !(cause instanceof JacksonException)) {
        throw stopped;
      }
    }
  }

  private ConnectorFailure failure(JacksonException e) {
    // Jackson's own messages quote the answer, which may hold a customer's words: they stay behind
    if (e instanceof StreamConstraintsException
        || e.getCause() instanceof StreamConstraintsException) {
      return new ConnectorFailure.ContractBroken(
          helpdesk + "\'s answer nests too deep or holds an endless text or number; it was refused",
          null);
    }
    if (breaksOff(e)) {
      return new ConnectorFailure.Unreachable(helpdesk + "\'s answer broke off", null);
    }
    if (e instanceof JsonMappingException mapped && !mapped.getPath().isEmpty()) {
      return new ConnectorFailure.ContractBroken(
          helpdesk + "\'s answer has another shape than agreed at " + path(mapped), null);
    }
    return new ConnectorFailure.ContractBroken(helpdesk + "\'s answer is not JSON", null);
  }

  private static boolean breaksOff(JacksonException e) {
    return isEnd(e)
        || isEnd(e.getCause())
        || (e instanceof MismatchedInputException empty
            && empty.getOriginalMessage().startsWith("No content to map"));
  }

  private static boolean isEnd(Throwable e) {
    return e instanceof JsonEOFException
        || (e instanceof JsonParseException parse
            && parse.getOriginalMessage().startsWith("Unexpected end-of-input"));
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }

  /** Else Jackson keeps a copy of each unknown field of a record until the record is whole. */
  private static final class UnknownIsSkipped extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonIgnoreProperties.Value findPropertyIgnoralByName(
        MapperConfig<?> config, Annotated annotated) {
      return super.findPropertyIgnoralByName(config, annotated).withIgnoreUnknown();
    }
  }
}
