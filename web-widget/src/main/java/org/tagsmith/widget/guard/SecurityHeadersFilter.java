package org.tagsmith.widget.guard;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives every answer, also a refusal, the headers that keep browsers on our side. */
public final class SecurityHeadersFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors ";

  /** The chart library of the console builds HTML from strings; the other pages need none. */
  private static final String TRUSTED_TYPES =
      "; require-trusted-types-for 'script'; trusted-types lit-html";

  private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

  private final transient FrameAncestors ancestors;

  @Inject
  public SecurityHeadersFilter(FrameAncestors ancestors) {
    this.ancestors = ancestors;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    boolean sidebar = path.equals("/sidebar.html") || path.startsWith("/sidebar/");
    response.setHeader("Content-Security-Policy", policy(path, sidebar));
    response.setHeader("Cache-Control", caching(path, sidebar));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");
    if (!sidebar) {
      response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
      response.setHeader("X-Frame-Options", "DENY");
    }
    if (request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"))) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    chain.doFilter(request, response);
  }

  private String policy(String path, boolean sidebar) {
    if (path.startsWith("/api/")) {
      return API_POLICY;
    }
    if (sidebar) {
      return PAGE_POLICY + ancestors.directive() + TRUSTED_TYPES;
    }
    return PAGE_POLICY + "'none'" + (path.startsWith("/console/") ? "" : TRUSTED_TYPES);
  }

  /**
   * Files keep their names from one version to the next, so a browser asks before it uses its copy;
   * the server answers 304 by the file's ETag.
   */
  private static String caching(String path, boolean sidebar) {
    return sidebar || path.startsWith("/api/") ? "no-store" : "no-cache";
  }
}
