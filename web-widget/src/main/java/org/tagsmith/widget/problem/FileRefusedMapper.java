package org.tagsmith.widget.problem;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import org.tagsmith.domain.governance.file.FileRefused;

/** Tells a lead which lines of a file cannot be. */
public final class FileRefusedMapper implements ExceptionMapper<FileRefused> {
  @Context private UriInfo uri;

  @Override
  public Response toResponse(FileRefused refused) {
    return Problems.answer(
        Problems.of(
            409,
            "file-refused",
            refused.getMessage(),
            Problems.instance(uri),
            Map.of(
                "problems",
                refused.reading().problems(),
                "problemCount",
                refused.reading().problemCount())));
  }
}
