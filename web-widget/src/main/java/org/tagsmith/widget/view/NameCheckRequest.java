package org.tagsmith.widget.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.vocabulary.NamingRules;
import org.tagsmith.widget.problem.RefusedRequest;

/**
 * A name that a tag shall have.
 *
 * @param family of the tag, null if nobody chose one yet
 * @param tagId the tag that is renamed, null for a new one
 * @param rules to try, null for those in force
 */
@Schema(
    name = "NameCheckRequest",
    requiredProperties = {"name"},
    properties = {
      @SchemaProperty(name = "family", nullable = true),
      @SchemaProperty(name = "tagId", nullable = true),
      @SchemaProperty(name = "rules", nullable = true)
    })
public record NameCheckRequest(String name, String family, Integer tagId, NamingRules rules) {
  private static final int LONGEST = 1000;

  /**
   * The name.
   *
   * @throws RefusedRequest if it is missing or too long to be read
   */
  public String checked() {
    if (name == null) {
      throw RefusedRequest.badInput("missing-field", "The field 'name' is missing. Send a text.");
    }
    if (name.length() > LONGEST) {
      throw RefusedRequest.badInput(
          "name-too-long", "The field 'name' must be " + LONGEST + " characters or fewer.");
    }
    return name;
  }
}
