package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.access.SignInOutcome;
import org.tagsmith.domain.access.StaffMember;
import org.tagsmith.domain.access.usecase.ChangeOwnPassword;
import org.tagsmith.domain.access.usecase.Sessions;
import org.tagsmith.domain.access.usecase.SignIn;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.Caller;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.host.SessionCookie;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.problem.RefusedRequest;
import org.tagsmith.widget.view.PasswordRequest;
import org.tagsmith.widget.view.PersonView;
import org.tagsmith.widget.view.SignInRequest;

/** Signing in to the console and out of it, and what one signs in with. */
@ApplicationScoped
@Path("session")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class SessionResource {
  private final SignIn signIn;
  private final ChangeOwnPassword changeOwnPassword;
  private final Sessions sessions;
  private final Clock clock;

  protected SessionResource() {
    this(null, null, null, null);
  }

  @Inject
  public SessionResource(
      SignIn signIn, ChangeOwnPassword changeOwnPassword, Sessions sessions, Clock clock) {
    this.signIn = signIn;
    this.changeOwnPassword = changeOwnPassword;
    this.sessions = sessions;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @OpenTo(Audience.EVERYONE)
  @Operation(summary = "Signs in; the answer sets the session cookie.")
  @APIResponse(
      responseCode = "200",
      description = "Signed in.",
      content = @Content(schema = @Schema(implementation = PersonView.class)))
  @APIResponse(responseCode = "401", description = "Name or password is wrong (wrong-credentials).")
  @APIResponse(responseCode = "429", description = "Too many wrong passwords (locked).")
  public Response open(SignInRequest request, @Context UriInfo uri, @Context HttpHeaders headers) {
    if (request.name() == null || request.password() == null) {
      throw RefusedRequest.badInput(
          "missing-field", "The fields 'name' and 'password' are needed. Send both.");
    }
    SignInOutcome outcome = signIn.signIn(request.name(), request.password());
    if (outcome instanceof SignInOutcome.Locked locked) {
      throw locked(locked.until());
    }
    if (outcome instanceof SignInOutcome.SignedIn in) {
      return Response.ok(PersonView.of(in.member()))
          .cookie(cookie(in.member(), uri, headers))
          .build();
    }
    throw RefusedRequest.notSignedIn(
        "wrong-credentials", "The name or the password is wrong. Check both and try again.");
  }

  private NewCookie cookie(StaffMember member, UriInfo uri, HttpHeaders headers) {
    return SessionCookie.of(sessions.open(member, SessionCookie.LIFETIME), uri, headers);
  }

  private RefusedRequest locked(Instant until) {
    long seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds() + 1);
    return RefusedRequest.tooMany(
        "locked",
        "Too many wrong passwords for this name. Try again in " + seconds + " seconds.",
        seconds);
  }

  @GET
  @OpenTo(Audience.AGENT)
  @Operation(summary = "Who is signed in.")
  @APIResponse(
      responseCode = "200",
      description = "The person.",
      content = @Content(schema = @Schema(implementation = PersonView.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in.")
  public PersonView read(@Context SecurityContext security) {
    return PersonView.of(Caller.staff(security));
  }

  @PUT
  @Path("password")
  @Consumes(MediaType.APPLICATION_JSON)
  @OpenTo(Audience.AGENT)
  @Operation(
      summary = "Changes the password of who is signed in.",
      description = "Their other sessions end; the answer sets a new session cookie.")
  @APIResponse(responseCode = "204", description = "Changed.")
  @APIResponse(responseCode = "403", description = "'current' is wrong (wrong-password).")
  @APIResponse(responseCode = "429", description = "Too many wrong passwords (locked).")
  public Response changePassword(
      PasswordRequest request,
      @Context SecurityContext security,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    StaffMember person = Caller.staff(security);
    SignInOutcome outcome = changeOwnPassword.change(person, request.current(), request.password());
    if (outcome instanceof SignInOutcome.Locked locked) {
      throw locked(locked.until());
    }
    if (outcome instanceof SignInOutcome.SignedIn) {
      return Response.noContent().cookie(cookie(person, uri, headers)).build();
    }
    throw RefusedRequest.notAllowed(
        "wrong-password", "The current password is wrong. Check it and try again.");
  }

  @DELETE
  @OpenTo(Audience.EVERYONE)
  @Operation(summary = "Signs out.")
  @APIResponse(responseCode = "204", description = "Nobody is signed in any more.")
  public Response close(@Context UriInfo uri, @Context HttpHeaders headers) {
    return Response.noContent().cookie(SessionCookie.gone(uri, headers)).build();
  }
}
