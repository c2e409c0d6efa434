package org.tagsmith.widget.host;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tagsmith.domain.access.usecase.Sessions;
import org.tagsmith.widget.problem.RefusedRequest;

/**
 * Finds out who is calling and lets them in, or not. A bearer token is always a sidebar's, the
 * cookie always the console's; who sends both is taken for the sidebar.
 */
final class CallerFilter implements ContainerRequestFilter {
  private static final String BEARER = "bearer ";

  private final Sessions sessions;
  private final List<Audience> audiences;

  CallerFilter(Sessions sessions, Audience... audiences) {
    this.sessions = sessions;
    this.audiences = Arrays.asList(audiences);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (audiences.contains(Audience.EVERYONE)) {
      return;
    }
    String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    Optional<Caller> caller = authorization == null ? console(request) : sidebar(authorization);
    if (caller.isEmpty()) {
      throw notSignedIn(authorization != null);
    }
    if (audiences.stream().noneMatch(audience -> audience.includes(caller.get()))) {
      throw notAllowed(caller.get());
    }
    boolean secure = request.getSecurityContext().isSecure();
    request.setSecurityContext(new Verified(caller.get(), secure));
  }

  private Optional<Caller> sidebar(String authorization) {
    if (!authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return Optional.empty();
    }
    return sessions
        .verifySidebar(authorization.substring(BEARER.length()).strip())
        .map(Caller.Sidebar::new);
  }

  private Optional<Caller> console(ContainerRequestContext request) {
    String token = SessionCookie.token(request.getCookies().get(SessionCookie.NAME));
    return token == null || token.isEmpty()
        ? Optional.empty()
        : sessions.verify(token).map(Caller.Staff::new);
  }

  private static RefusedRequest notSignedIn(boolean bearer) {
    return bearer
        ? RefusedRequest.notSignedIn(
            "session-over",
            "The session of this sidebar is over or was never opened. Open the ticket again.")
        : RefusedRequest.notSignedIn(
            "not-signed-in", "Nobody is signed in. Sign in to the console first.");
  }

  private RefusedRequest notAllowed(Caller caller) {
    if (caller instanceof Caller.Sidebar) {
      return RefusedRequest.notAllowed(
          "not-for-the-sidebar", "A sidebar may not do this. Sign in to the console.");
    }
    if (audiences.equals(List.of(Audience.SIDEBAR))) {
      return RefusedRequest.notAllowed(
          "not-for-the-console",
          "Only a sidebar inside the helpdesk may do this. Open the ticket there.");
    }
    return RefusedRequest.notAllowed(
        "role-too-low", "Your role may not do this. Ask an admin of this Tagsmith.");
  }

  private record Verified(Caller caller, boolean secure) implements SecurityContext {
    @Override
    public Caller getUserPrincipal() {
      return caller;
    }

    @Override
    public boolean isUserInRole(String role) {
      return caller instanceof Caller.Staff staff && staff.member().role().word().equals(role);
    }

    @Override
    public boolean isSecure() {
      return secure;
    }

    @Override
    public String getAuthenticationScheme() {
      return caller instanceof Caller.Sidebar ? "Bearer" : "Cookie";
    }
  }
}
