package org.tagsmith.widget.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who wants to sign in to the console. */
@Schema(name = "SignIn")
public record SignInRequest(
    @Schema(required = true) String name, @Schema(required = true) String password) {
  @Override
  public String toString() {
    return "SignInRequest[" + name + "]";
  }
}
