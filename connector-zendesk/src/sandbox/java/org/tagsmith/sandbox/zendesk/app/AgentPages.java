package org.tagsmith.sandbox.zendesk.app;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tagsmith.sandbox.desk.Person;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.PageFiles;
import org.tagsmith.sandbox.http.Request;
import org.tagsmith.sandbox.http.Router;
import org.tagsmith.sandbox.zendesk.desk.Staff;

/** The pages of the sandbox: what it is, the list of tickets, a ticket with its apps. */
public final class AgentPages {
  private static final String FOLDER = "/org/tagsmith/sandbox/zendesk/";
  private static final List<String> SCRIPTS =
      List.of(
          "api.js",
          "app-host.js",
          "home.js",
          "list.js",
          "tag-field.js",
          "ticket.js",
          "ticket-form.js");

  private static final List<String> ADMIN_PAGES =
      List.of(
          "/admin/objects-rules/rules/triggers",
          "/admin/objects-rules/rules/automations",
          "/admin/workspaces/agent-workspace/views",
          "/admin/workspaces/agent-workspace/macros");

  private final AppToken token;
  private final String session;
  private final String subdomain;
  private final long appId;
  private final Supplier<URI> tagsmith;
  private final PageFiles files;

  /**
   * Serves pages.
   *
   * @param session the secret that these pages send with each call
   * @param tagsmith where the app is loaded from, null if there is none
   */
  public AgentPages(
      AppToken token, String session, String subdomain, long appId, Supplier<URI> tagsmith) {
    this.token = token;
    this.session = session;
    this.subdomain = subdomain;
    this.appId = appId;
    this.tagsmith = tagsmith;
    files =
        new PageFiles(AgentPages.class, FOLDER, Map.of("csrf", session, "subdomain", subdomain));
  }

  /** Adds the pages to what is served. */
  public void addTo(Router router) {
    router
        .on("GET", "/", (request, id) -> files.page("home.html"))
        .on("GET", "/agent", (request, id) -> files.page("list.html"))
        .on("GET", "/agent/tickets", (request, id) -> files.page("list.html"))
        .on("GET", "/agent/tickets/{id}", (request, id) -> files.page("ticket.html"))
        .on("GET", "/agent/app-launch", (request, id) -> launch(request));
    for (String admin : ADMIN_PAGES) {
      // the sandbox has no admin center; its home stands in for the page of a rule
      router.on("GET", admin + "/{id}", (request, id) -> files.page("home.html"));
    }
    files.addTo(router, SCRIPTS);
  }

  /** The rule that keeps everything foreign out, except the frame of the app. */
  public String contentSecurityPolicy() {
    String app = tagsmith.get() == null ? "" : " " + origin(tagsmith.get());
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
        + " connect-src 'self'; frame-src 'self'"
        + app
        + "; form-action 'self'"
        + app
        + "; base-uri 'none'; frame-ancestors 'self'";
  }

  private static String origin(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  private Answer launch(Request request) {
    if (!request.header("X-CSRF-Token").filter(session::equals).isPresent()) {
      return Answer.json(403, Map.of("error", "Forbidden"));
    }
    if (tagsmith.get() == null) {
      return Answer.json(404, Map.of("error", "NoApp"));
    }
    Person agent = agent(request.param("locale").orElse("en-US"));
    String home = tagsmith.get().toString().replaceAll("/+$", "");
    Map<String, Object> launch = new LinkedHashMap<>();
    launch.put("url", home + "/sidebar/zendesk");
    launch.put("origin", origin(tagsmith.get()));
    launch.put("token", token.issue(agent.id()));
    launch.put("appId", appId);
    launch.put("subdomain", subdomain);
    launch.put(
        "agent",
        Map.of("id", agent.id(), "name", agent.name(), "email", agent.email(), "role", "agent"));
    return Answer.json(200, launch);
  }

  private static Person agent(String locale) {
    return Staff.agents().stream()
        .filter(candidate -> candidate.locale().equals(locale))
        .findFirst()
        .orElse(Staff.agents().get(0));
  }
}
