package org.tagsmith.widget.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A person to add, or what shall change about one; absent members stay as they are.
 *
 * @param name only for adding
 */
@Schema(name = "PersonChange")
public record PersonRequest(
    String name,
    @Schema(enumeration = {"agent", "lead", "admin"}) String role,
    @Schema(minLength = 8, maxLength = 1024) String password) {
  @Override
  public String toString() {
    return "PersonRequest[" + name + ", " + role + "]";
  }
}
