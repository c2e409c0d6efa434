package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.OpenTo;

/** The emptiest answer there is: the floor that other addresses are measured against. */
@ApplicationScoped
@Path("ping")
public class PingResource {
  @GET
  @OpenTo(Audience.EVERYONE)
  @Operation(summary = "Answers nothing, as fast as the server can.")
  @APIResponse(responseCode = "204", description = "The server answers.")
  public void ping() {
    // an empty answer is the answer
  }
}
