package org.tagsmith.widget.problem;

import java.util.Map;
import java.util.Objects;

/**
 * A request that cannot be served as it was asked. Thrown by resources and filters with words for
 * the caller; what status it becomes is decided here and nowhere else.
 */
public final class RefusedRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient Map<String, Object> more;

  private RefusedRequest(int status, String code, String detail, Map<String, Object> more) {
    super(detail, null, false, false);
    this.status = status;
    this.code = Objects.requireNonNull(code, "code");
    this.more = Map.copyOf(more);
  }

  /** What was sent cannot be read or is out of bounds. */
  public static RefusedRequest badInput(String code, String detail) {
    return new RefusedRequest(400, code, detail, Map.of());
  }

  /** Nobody, or somebody unknown, is calling. */
  public static RefusedRequest notSignedIn(String code, String detail) {
    return new RefusedRequest(401, code, detail, Map.of());
  }

  /** The caller is known but may not do this. */
  public static RefusedRequest notAllowed(String code, String detail) {
    return new RefusedRequest(403, code, detail, Map.of());
  }

  /** What was asked for does not exist. */
  public static RefusedRequest notFound(String code, String detail) {
    return new RefusedRequest(404, code, detail, Map.of());
  }

  /** What was asked for contradicts how things stand. */
  public static RefusedRequest conflict(String code, String detail, Map<String, Object> more) {
    return new RefusedRequest(409, code, detail, more);
  }

  /** More bytes than we read. */
  public static RefusedRequest tooLarge(String code, String detail) {
    return new RefusedRequest(413, code, detail, Map.of());
  }

  /**
   * Too many attempts.
   *
   * @param retryAfter seconds, at least 1
   */
  public static RefusedRequest tooMany(String code, String detail, long retryAfter) {
    return new RefusedRequest(429, code, detail, Map.of("retryAfter", retryAfter));
  }

  /** The part of the server that answers this is switched off or not ready. */
  public static RefusedRequest notAvailable(String code, String detail) {
    return new RefusedRequest(503, code, detail, Map.of());
  }

  /**
   * The problem that the caller gets.
   *
   * @param instance the address that was asked; may be null
   */
  public Problem problem(String instance) {
    return Problems.of(status, code, getMessage(), instance, more);
  }
}
