package org.tagsmith.widget.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** For whom a sidebar shall be opened. */
@Schema(
    name = "SidebarTokenRequest",
    properties = {
      @SchemaProperty(
          name = "agent",
          description = "The agent's number or name in the helpdesk, by the word of our app there.")
    })
public record SidebarTokenRequest(String agent) {}
