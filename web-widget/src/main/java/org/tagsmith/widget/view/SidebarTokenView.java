package org.tagsmith.widget.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** What opens a sidebar. */
@Schema(
    name = "SidebarToken",
    properties = {
      @SchemaProperty(
          name = "token",
          description = "To be posted to /sidebar/{connector} as the form field 'token', at once.")
    })
public record SidebarTokenView(String token) {
  @Override
  public String toString() {
    return "SidebarTokenView[]";
  }
}
