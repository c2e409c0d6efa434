package org.tagsmith.widget.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/**
 * A plan to be made: for one account, and either what a version changed or one house tag.
 *
 * @param account the account's number
 * @param version null if a tag is written
 * @param tag null if a version's changes are written
 * @param closed whether closed tickets are written, too; not, if it is missing
 */
@Schema(
    name = "PlanRequest",
    properties = {
      @SchemaProperty(name = "version", nullable = true),
      @SchemaProperty(name = "tag", nullable = true)
    })
public record PlanRequest(Integer account, Integer version, Integer tag, Boolean closed) {}
