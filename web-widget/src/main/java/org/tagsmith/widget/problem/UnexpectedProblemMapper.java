package org.tagsmith.widget.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.tagsmith.domain.shared.TraceWithoutWords;

/**
 * The last resort. The caller gets an incident code and no word of the cause; the log gets the same
 * code with the classes and places of the causes, and none of their messages.
 */
public final class UnexpectedProblemMapper implements ExceptionMapper<Throwable> {
  private static final System.Logger LOG =
      System.getLogger(UnexpectedProblemMapper.class.getName());
  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  public Response toResponse(Throwable unexpected) {
    return incident(unexpected, 500);
  }

  static Response incident(Throwable unexpected, int status) {
    String incident = logged(unexpected);
    return Problems.answer(
        Problems.of(
            status,
            "incident",
            "Something unexpected happened here. Try again; if it stays, tell the operator the"
                + " incident code "
                + incident
                + ".",
            "urn:tagsmith:incident:" + incident,
            Map.of("incident", incident)));
  }

  /** Logs what nobody expected and returns the code that the log line and the caller share. */
  public static String logged(Throwable unexpected) {
    byte[] random = new byte[4];
    RANDOM.nextBytes(random);
    String incident = HexFormat.of().formatHex(random);
    TraceWithoutWords.log(LOG, System.Logger.Level.ERROR, "Incident " + incident, unexpected);
    return incident;
  }
}
