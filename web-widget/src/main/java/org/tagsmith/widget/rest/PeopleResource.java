package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.access.Role;
import org.tagsmith.domain.access.StaffMember;
import org.tagsmith.domain.access.StaffName;
import org.tagsmith.domain.access.usecase.KeepStaff;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.Caller;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.problem.RefusedRequest;
import org.tagsmith.widget.view.PersonRequest;
import org.tagsmith.widget.view.PersonView;

/** The people who may sign in to the console. */
@ApplicationScoped
@Path("people")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class PeopleResource {
  private final KeepStaff staff;

  protected PeopleResource() {
    this(null);
  }

  @Inject
  public PeopleResource(KeepStaff staff) {
    this.staff = staff;
  }

  @GET
  @OpenTo(Audience.ADMIN)
  @Operation(summary = "Everybody who may sign in.")
  public PersonView.People list() {
    return new PersonView.People(staff.list().stream().map(PersonView::of).toList());
  }

  @POST
  @OpenTo(Audience.ADMIN)
  @Operation(summary = "Adds a person.")
  @APIResponse(
      responseCode = "201",
      description = "Added.",
      content = @Content(schema = @Schema(implementation = PersonView.class)))
  @APIResponse(responseCode = "409", description = "The name is taken (name-taken).")
  public Response add(PersonRequest request) {
    StaffMember added = staff.add(request.name(), role(request.role()), request.password());
    return Response.status(Response.Status.CREATED).entity(PersonView.of(added)).build();
  }

  @PATCH
  @Path("{name}")
  @OpenTo(Audience.ADMIN)
  @Operation(summary = "Changes a person's role, password or both.")
  @APIResponse(responseCode = "204", description = "Changed; a new password ends their sessions.")
  @APIResponse(
      responseCode = "403",
      description = "It is your own password, which PUT /api/session/password changes.")
  @APIResponse(responseCode = "409", description = "It is the last admin (last-admin).")
  public void change(
      @PathParam("name") String name, PersonRequest request, @Context SecurityContext security) {
    if (request.name() != null) {
      throw RefusedRequest.badInput(
          "name-is-fixed", "A person's name never changes. Add a person with the other name.");
    }
    if (request.role() == null && request.password() == null) {
      throw RefusedRequest.badInput(
          "missing-field", "Nothing shall change. Send 'role', 'password' or both.");
    }
    if (request.password() != null && StaffName.of(name).equals(Caller.staff(security).name())) {
      throw RefusedRequest.notAllowed(
          "own-password",
          "Change your own password at PUT /api/session/password, with the current one.");
    }
    staff.change(name, request.role() == null ? null : role(request.role()), request.password());
  }

  @DELETE
  @Path("{name}")
  @OpenTo(Audience.ADMIN)
  @Operation(summary = "Removes a person; their sessions end at once.")
  @APIResponse(responseCode = "204", description = "Removed.")
  @APIResponse(responseCode = "409", description = "It is the last admin (last-admin).")
  public void remove(@PathParam("name") String name) {
    staff.remove(name);
  }

  private static Role role(String word) {
    try {
      return Role.ofWord(word);
    } catch (IllegalArgumentException unknown) {
      throw RefusedRequest.badInput(
          "bad-role", "The field 'role' is no role. Send agent, lead or admin.");
    }
  }
}
