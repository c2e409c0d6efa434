package org.tagsmith.widget.problem;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import org.tagsmith.domain.sync.SettingsRefused;

/** Tells an admin which field of an account's settings to correct. */
public final class SettingsRefusedMapper implements ExceptionMapper<SettingsRefused> {
  private static final Map<String, Integer> STATUS =
      Map.of(
          "unknown-account", 404,
          "no-such-secret", 404,
          "already-connected", 409,
          "set-by-operator", 409,
          "no-secrets-key", 409,
          "no-backfill", 409);

  @Context private UriInfo uri;

  @Override
  public Response toResponse(SettingsRefused refused) {
    return Problems.answer(
        Problems.of(
            STATUS.getOrDefault(refused.reason(), 400),
            refused.reason(),
            refused.getMessage(),
            Problems.instance(uri),
            refused.field().isEmpty() ? Map.of() : Map.of("field", refused.field())));
  }
}
