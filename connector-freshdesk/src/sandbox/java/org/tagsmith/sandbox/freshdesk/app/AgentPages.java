package org.tagsmith.sandbox.freshdesk.app;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tagsmith.sandbox.desk.Person;
import org.tagsmith.sandbox.freshdesk.desk.Staff;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.PageFiles;
import org.tagsmith.sandbox.http.Request;
import org.tagsmith.sandbox.http.Router;

/** The pages of the sandbox: the list of tickets, a ticket with its app, and the app itself. */
public final class AgentPages {
  /** Where an app's page finds the client script. */
  public static final String CLIENT = "/app-client/fresh-client.js";

  private static final String FOLDER = "/org/tagsmith/sandbox/freshdesk/";
  private static final String SECRET = "X-CSRF-Token";
  private static final String OTHER_NAMES = " http://localhost:* http://127.0.0.1:*";
  private static final List<String> SCRIPTS =
      List.of("api.js", "app-host.js", "list.js", "ticket.js");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json; charset=utf-8",
          "svg", "image/svg+xml");

  private final String session;
  private final String domain;
  private final Optional<AppPackage> app;
  private final Supplier<URI> tagsmith;
  private final PageFiles files;

  /**
   * Serves pages.
   *
   * @param session the secret that these pages send with each call
   * @param app empty if none is installed
   * @param tagsmith the app's backend, null if there is none
   */
  public AgentPages(
      String session, String domain, Optional<AppPackage> app, Supplier<URI> tagsmith) {
    this.session = session;
    this.domain = domain;
    this.app = app;
    this.tagsmith = tagsmith;
    files = new PageFiles(AgentPages.class, FOLDER, Map.of("csrf", session, "domain", domain));
  }

  /** Adds the pages to what is served. */
  public void addTo(Router router) {
    router
        .on("GET", "/", (request, id) -> files.page("list.html"))
        .on("GET", "/agent", (request, id) -> files.page("list.html"))
        .on("GET", "/agent/tickets", (request, id) -> files.page("list.html"))
        .on("GET", "/agent/tickets/{id}", (request, id) -> files.page("ticket.html"))
        .on("GET", "/a/tickets/{id}", (request, id) -> files.page("ticket.html"))
        // the sandbox has no settings; its list of tickets stands in for the page of all rules
        .on("GET", "/a/admin/automations", (request, id) -> files.page("list.html"))
        .on("GET", "/agent/freshdesk.css", (request, id) -> files.css("freshdesk.css"))
        .on("GET", "/agent/app-launch", (request, id) -> launch(request))
        .on("GET", CLIENT, (request, id) -> framed(files.script("fresh-client.js")));
    files.addTo(router, SCRIPTS);
    app.ifPresent(installed -> addApp(router, installed));
  }

  private void addApp(Router router, AppPackage installed) {
    Backend backend = new Backend(installed, tagsmith);
    router.on(
        "POST",
        "/agent/invoke-template",
        (request, id) -> fromPage(request) ? backend.call(request.json()) : forbidden());
    installed
        .files()
        .forEach(
            (name, content) -> {
              String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
              if (type != null) {
                router.on(
                    "GET", "/app/" + name, (request, id) -> framed(Answer.of(200, type, content)));
              }
            });
  }

  /** The rule that keeps everything foreign out, except the frame of the app. */
  public String contentSecurityPolicy() {
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
        + " connect-src 'self'; frame-src 'self'"
        + OTHER_NAMES
        + "; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";
  }

  /** What belongs to the app, which the ticket page shows in a frame of another origin. */
  private Answer framed(Answer answer) {
    String backend =
        Optional.ofNullable(tagsmith.get())
            .map(uri -> " " + uri.getScheme() + "://" + uri.getRawAuthority())
            .orElse("");
    return answer.with(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " frame-src 'self'"
            + backend
            + "; form-action 'self'"
            + backend
            + "; base-uri 'none'; frame-ancestors 'self'"
            + OTHER_NAMES);
  }

  private boolean fromPage(Request request) {
    return request.header(SECRET).filter(session::equals).isPresent();
  }

  private static Answer forbidden() {
    return Answer.json(403, Map.of("error", "Forbidden"));
  }

  private Answer launch(Request request) {
    if (!fromPage(request)) {
      return forbidden();
    }
    if (app.isEmpty()) {
      return Answer.json(404, Map.of("error", "NoApp"));
    }
    Person agent = agent(request.param("locale").orElse("en"));
    Map<String, Object> launch = new LinkedHashMap<>();
    launch.put("page", "/app/" + app.get().page());
    launch.put("domain", domain);
    launch.put("iparams", app.get().openParameters());
    launch.put(
        "agent",
        Map.of(
            "id", agent.id(),
            "name", agent.name(),
            "email", agent.email(),
            "language", agent.locale()));
    return Answer.json(200, launch);
  }

  private static Person agent(String locale) {
    return Staff.agents().stream()
        .filter(candidate -> candidate.locale().equals(locale))
        .findFirst()
        .orElse(Staff.agents().get(1));
  }
}
