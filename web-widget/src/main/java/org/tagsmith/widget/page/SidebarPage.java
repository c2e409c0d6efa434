package org.tagsmith.widget.page;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tagsmith.domain.access.SidebarSession;
import org.tagsmith.domain.access.usecase.Sessions;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.SidebarIdentityVerifier;
import org.tagsmith.domain.sync.SidebarIdentityVerifier.SidebarIdentity;
import org.tagsmith.domain.sync.SidebarIdentityVerifier.SidebarTokenRejected;
import org.tagsmith.domain.sync.SyncProgress;
import org.tagsmith.domain.sync.usecase.ReadSyncProgress;
import org.tagsmith.widget.guard.FrameAncestors;
import org.tagsmith.widget.host.SidebarLifetime;

/**
 * The page that a helpdesk loads beside a ticket, {@code /sidebar/{connector}}. The helpdesk posts
 * a token that vouches for the agent; a session of ours is put into the page in exchange. Loaded
 * without a token, the page says to open it inside the helpdesk.
 */
public final class SidebarPage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(SidebarPage.class.getName());
  private static final Set<String> THEMES = Set.of("light", "dark");

  private final transient Instance<SidebarIdentityVerifier> verifiers;
  private final transient ReadSyncProgress accounts;
  private final transient Sessions sessions;
  private final transient FrameAncestors ancestors;
  private transient PageTemplate template;

  @Inject
  public SidebarPage(
      @Any Instance<SidebarIdentityVerifier> verifiers,
      ReadSyncProgress accounts,
      Sessions sessions,
      FrameAncestors ancestors) {
    this.verifiers = verifiers;
    this.accounts = accounts;
    this.sessions = sessions;
    this.ancestors = ancestors;
  }

  @Override
  public void init() throws ServletException {
    try (InputStream html = getServletContext().getResourceAsStream("/sidebar.html")) {
      if (html == null) {
        throw new ServletException("The file sidebar.html is missing from the WAR");
      }
      template = new PageTemplate(new String(html.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ServletException("The file sidebar.html of the WAR cannot be read", e);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<SidebarIdentityVerifier> verifier = verifier(request);
    if (verifier.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    PlainPage.write(response, template.fill(surroundings(request, verifier.get())));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<SidebarIdentityVerifier> verifier = verifier(request);
    if (verifier.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    // Before anything asks for a parameter: that would use the body up.
    String token = FormField.read(request, "token");
    if (!ancestors.allow(request.getParameter("origin"))) {
      refuse(request, response, "the page around it is not in tagsmith.sidebar.frame-ancestors");
      return;
    }
    try {
      SidebarIdentity agent = verifier.get().verify(token);
      Optional<HelpdeskAccount> account = account(verifier.get(), agent);
      if (account.isEmpty()) {
        refuse(request, response, "the token's subdomain is not connected here");
        return;
      }
      Map<String, String> values = surroundings(request, verifier.get());
      values.put(
          "session",
          sessions.openSidebar(
              new SidebarSession(account.get().id(), agent.agentId()), SidebarLifetime.OF_A_TOKEN));
      values.put("account", Integer.toString(account.get().id().value()));
      PlainPage.write(response, template.fill(values));
    } catch (SidebarTokenRejected rejected) {
      refuse(request, response, rejected.getMessage());
    }
  }

  private Optional<SidebarIdentityVerifier> verifier(HttpServletRequest request) {
    String path = request.getPathInfo();
    String connector = path == null ? "" : path.substring(1);
    return verifiers.stream().filter(each -> each.connector().value().equals(connector)).findAny();
  }

  private Optional<HelpdeskAccount> account(
      SidebarIdentityVerifier verifier, SidebarIdentity agent) {
    return accounts.read().stream()
        .map(SyncProgress::account)
        .filter(each -> each.connector().equals(verifier.connector()))
        .filter(each -> each.subdomain().equalsIgnoreCase(agent.subdomain()))
        .findAny();
  }

  /** What the helpdesk says of the place where the sidebar stands. */
  private Map<String, String> surroundings(
      HttpServletRequest request, SidebarIdentityVerifier verifier) {
    String origin = request.getParameter("origin");
    String theme = request.getParameter("colorScheme");
    String language = request.getParameter("lang");
    String guid = request.getParameter("app_guid");
    Map<String, String> values = new HashMap<>();
    values.put("host", verifier.connector().value());
    values.put("origin", ancestors.allow(origin) ? origin : "");
    values.put("theme", theme != null && THEMES.contains(theme) ? theme : "light");
    values.put(
        "lang",
        language != null && language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
            ? language
            : "en");
    values.put("appGuid", guid != null && guid.matches("[A-Za-z0-9_-]{1,128}") ? guid : "");
    values.put("app-guid", values.get("appGuid"));
    return values;
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, String reason) throws IOException {
    LOG.log(Level.INFO, "A sidebar was not opened: {0}", reason);
    PlainPage.show(
        response,
        request.getContextPath(),
        HttpServletResponse.SC_FORBIDDEN,
        "This sidebar was not opened",
        "The helpdesk's word for you was missing, out of date or not for this Tagsmith. Reload the"
            + " ticket. If that does not help, tell your admin: the log of Tagsmith says why.");
  }
}
