package org.tagsmith.sandbox.zendesk.http;

import java.time.Clock;
import java.util.Map;
import org.tagsmith.sandbox.desk.Journal;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.ApiHandler;
import org.tagsmith.sandbox.http.Faults;
import org.tagsmith.sandbox.http.Request;
import org.tagsmith.sandbox.http.Router;
import org.tagsmith.sandbox.http.SandboxEndpoints;
import org.tagsmith.sandbox.http.Wording;
import org.tagsmith.sandbox.zendesk.desk.TicketDesk;

/** Zendesk's API over a desk. */
public final class ZendeskEdge {
  private static final Map<String, String> HEADERS =
      Map.of("Cache-Control", "max-age=0, private, must-revalidate", "X-Zendesk-Api-Version", "v2");
  private static final Wording WORDING =
      new Wording() {
        @Override
        public Answer notANumber(String parameter) {
          return PLAIN.notANumber(parameter);
        }

        @Override
        public Answer notJson() {
          return PLAIN.notJson();
        }

        @Override
        public Answer noSuchEndpoint(Request request) {
          return Answer.error(404, "InvalidEndpoint", "Not found");
        }
      };

  private ZendeskEdge() {}

  /**
   * Who may come in and under which conditions.
   *
   * @param session the secret that the sandbox's own pages send as {@code X-CSRF-Token}
   */
  public record Access(
      String subdomain,
      String email,
      String apiToken,
      String session,
      boolean rateLimits,
      boolean oldHeaderSpelling) {}

  /** What stands behind the counter. */
  public record Counter(TicketDesk desk, Journal journal, Faults faults, Clock clock) {}

  /**
   * Puts the API over a desk.
   *
   * @param api more endpoints under {@code /api}; the others are added to it
   */
  public static ApiHandler api(Access access, Counter counter, Router api) {
    TicketDesk desk = counter.desk();
    TicketJson json = new TicketJson(access.subdomain());
    api.on("GET", "/api/v2/incremental/tickets/cursor.json", new ExportEndpoint(desk, json));
    new TicketEndpoints(desk, json).addTo(api);
    new TagEndpoints(desk).addTo(api);
    new BatchEndpoints(desk, access.subdomain()).addTo(api);
    new DirectoryEndpoints(desk, json).addTo(api);
    new RuleEndpoints(access.subdomain()).addTo(api);
    ApiHandler.Edge edge =
        new ApiHandler.Edge(
            new Doorkeeper(access.subdomain(), access.email(), access.apiToken(), access.session()),
            new RateLimits(counter.clock(), access.rateLimits(), access.oldHeaderSpelling()),
            WORDING,
            HEADERS);
    return new ApiHandler(api, edge, counter.faults(), counter.journal(), counter.clock());
  }

  /** The switches for the person who runs the sandbox. */
  public static SandboxEndpoints switches(Counter counter) {
    return new SandboxEndpoints(
        counter.desk(), counter.journal(), counter.faults(), Fault.byName());
  }
}
