package org.tagsmith.widget.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/**
 * A person to add, or what shall change about one; absent members stay as they are.
 *
 * @param name only for adding
 */
@Schema(
    name = "PersonChange",
    properties = {
      @SchemaProperty(
          name = "role",
          enumeration = {"agent", "lead", "admin"}),
      @SchemaProperty(name = "password", minLength = 8, maxLength = 1024)
    })
public record PersonRequest(String name, String role, String password) {
  @Override
  public String toString() {
    return "PersonRequest[" + name + ", " + role + "]";
  }
}
