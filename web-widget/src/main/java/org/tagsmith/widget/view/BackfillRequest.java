package org.tagsmith.widget.view;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/**
 * What shall change about a backfill; absent members stay as they are.
 *
 * @param share per cent of the helpdesk's limit of calls that it may use
 */
@Schema(
    name = "BackfillChange",
    properties = {@SchemaProperty(name = "share", minimum = "10", maximum = "90")})
public record BackfillRequest(Boolean paused, Integer share) {

  /**
   * From when on a backfill reads.
   *
   * @param from the moment from which on tickets are read; all without it
   */
  @Schema(name = "BackfillStart")
  public record Start(Instant from) {}
}
