package org.tagsmith.widget.host;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;

/** The cookie that carries a console session; no script can read it, no other site can send it. */
public final class SessionCookie {
  /** A working day; a changed password or role counts at once. */
  public static final Duration LIFETIME = Duration.ofHours(12);

  static final String NAME = "tagsmith_session";

  private SessionCookie() {}

  /** The cookie that opens a session. */
  public static NewCookie of(String token, UriInfo uri, HttpHeaders headers) {
    return cookie(token, (int) LIFETIME.toSeconds(), uri, headers);
  }

  /** The cookie that makes the browser forget the session. */
  public static NewCookie gone(UriInfo uri, HttpHeaders headers) {
    return cookie("", 0, uri, headers);
  }

  static String token(Cookie sent) {
    return sent == null ? null : sent.getValue();
  }

  private static NewCookie cookie(String value, int maxAge, UriInfo uri, HttpHeaders headers) {
    boolean https =
        "https".equals(uri.getRequestUri().getScheme())
            || "https".equalsIgnoreCase(headers.getHeaderString("X-Forwarded-Proto"));
    return new NewCookie.Builder(NAME)
        .value(value)
        .path("/")
        .maxAge(maxAge)
        .httpOnly(true)
        .secure(https)
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }
}
