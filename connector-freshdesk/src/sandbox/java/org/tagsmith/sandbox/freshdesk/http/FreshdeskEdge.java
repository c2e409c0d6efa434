package org.tagsmith.sandbox.freshdesk.http;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tagsmith.sandbox.desk.Journal;
import org.tagsmith.sandbox.freshdesk.desk.TicketDesk;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.ApiHandler;
import org.tagsmith.sandbox.http.Faults;
import org.tagsmith.sandbox.http.Request;
import org.tagsmith.sandbox.http.Router;
import org.tagsmith.sandbox.http.SandboxEndpoints;
import org.tagsmith.sandbox.http.Wording;

/** Freshdesk's API over a desk. */
public final class FreshdeskEdge {
  private static final Map<String, String> HEADERS =
      Map.of("Cache-Control", "no-store", "X-Freshdesk-Api-Version", "latest=v2; requested=v2");

  private FreshdeskEdge() {}

  /**
   * Who may come in and under which conditions.
   *
   * @param session the secret that the sandbox's own pages send as {@code X-CSRF-Token}
   */
  public record Access(
      String domain, String apiKey, String session, Plan plan, boolean rateLimits) {}

  /** What stands behind the counter. */
  public record Counter(TicketDesk desk, Journal journal, Faults faults, Clock clock) {}

  private record Words(Router router) implements Wording {
    @Override
    public Answer notANumber(String parameter) {
      return Errors.invalid(
          List.of(
              Errors.error(parameter, "It should be a/an Positive Integer", "datatype_mismatch")));
    }

    @Override
    public Answer notJson() {
      return Errors.coded(400, "invalid_json", "Request body has invalid json format");
    }

    @Override
    public Answer noSuchEndpoint(Request request) {
      Set<String> methods = router.methods(request);
      return methods.isEmpty()
          ? Errors.notFound()
          : Errors.methodNotAllowed(request.method(), methods);
    }
  }

  /** Puts the API over a desk. */
  public static ApiHandler api(Access access, Counter counter) {
    TicketDesk desk = counter.desk();
    TicketJson json = new TicketJson(desk.directory(), access.domain());
    Router router = new Router();
    router.on("GET", ListEndpoint.PATH, new ListEndpoint(desk, json));
    new TicketEndpoints(desk, json).addTo(router);
    new RatingEndpoints(desk, json.home()).addTo(router);
    new PeopleEndpoints(desk, json.home()).addTo(router);
    new FieldEndpoints().addTo(router);
    new RuleEndpoints(json.home()).addTo(router);
    ApiHandler.Edge edge =
        new ApiHandler.Edge(
            new Doorkeeper(access.domain(), access.apiKey(), access.session()),
            new RateLimits(counter.clock(), access.plan(), access.rateLimits()),
            new Words(router),
            HEADERS);
    return new ApiHandler(router, edge, counter.faults(), counter.journal(), counter.clock());
  }

  /** The switches for the person who runs the sandbox. */
  public static SandboxEndpoints switches(Counter counter) {
    return new SandboxEndpoints(
        counter.desk(), counter.journal(), counter.faults(), Fault.byName());
  }
}
