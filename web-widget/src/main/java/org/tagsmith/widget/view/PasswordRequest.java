package org.tagsmith.widget.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/**
 * The password that a person wants from now on.
 *
 * @param current the one until now
 */
@Schema(
    name = "PasswordChange",
    requiredProperties = {"current", "password"},
    properties = {@SchemaProperty(name = "password", minLength = 8, maxLength = 1024)})
public record PasswordRequest(String current, String password) {
  @Override
  public String toString() {
    return "PasswordRequest[]";
  }
}
