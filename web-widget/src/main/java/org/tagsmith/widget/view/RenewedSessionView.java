package org.tagsmith.widget.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fresh token for a sidebar that stays open. */
@Schema(name = "RenewedSession")
public record RenewedSessionView(String token, long expiresInSeconds) {
  @Override
  public String toString() {
    return "RenewedSessionView[" + expiresInSeconds + " s]";
  }
}
