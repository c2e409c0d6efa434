package org.tagsmith.widget.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who wants to sign in to the console. */
@Schema(
    name = "SignIn",
    requiredProperties = {"name", "password"})
public record SignInRequest(String name, String password) {
  @Override
  public String toString() {
    return "SignInRequest[" + name + "]";
  }
}
