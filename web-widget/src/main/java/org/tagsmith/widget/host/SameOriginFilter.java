package org.tagsmith.widget.host;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.tagsmith.widget.problem.RefusedRequest;

/**
 * Refuses changes that another site made a browser send: they cannot set our header, and browsers
 * say where a request comes from. Callers that are no browser need the header only.
 */
@PreMatching
public final class SameOriginFilter implements ContainerRequestFilter {
  static final String HEADER = "X-Tagsmith";

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Pattern DELIVERY = Pattern.compile("/?hooks/[^/]+/[^/]+");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  @Override
  public void filter(ContainerRequestContext request) {
    if (READING.contains(request.getMethod()) || isDelivery(request)) {
      return;
    }
    if (request.getHeaderString(HEADER) == null) {
      throw RefusedRequest.notAllowed(
          "missing-header",
          "A change needs the header '" + HEADER + ": 1', and this request has none. Add it.");
    }
    String site = request.getHeaderString("Sec-Fetch-Site");
    boolean own =
        site == null
            ? isOwn(request.getHeaderString("Origin"), request)
            : OWN_SITES.contains(site.toLowerCase(Locale.ROOT));
    if (!own) {
      throw RefusedRequest.notAllowed(
          "foreign-origin",
          "The change was sent by a page of another site. Send it from Tagsmith's own pages.");
    }
  }

  /** A helpdesk sets no header of ours for this; it proves itself by signature or secret. */
  private static boolean isDelivery(ContainerRequestContext request) {
    return DELIVERY.matcher(request.getUriInfo().getPath(false)).matches();
  }

  /** A proxy that ends TLS keeps or forwards the host but not the scheme: hosts are compared. */
  private static boolean isOwn(String origin, ContainerRequestContext request) {
    if (origin == null) {
      return true;
    }
    String authority;
    try {
      authority = URI.create(origin).getAuthority();
    } catch (IllegalArgumentException malformed) {
      return false;
    }
    return authority != null
        && (authority.equalsIgnoreCase(request.getHeaderString("Host"))
            || authority.equalsIgnoreCase(request.getHeaderString("X-Forwarded-Host")));
  }
}
