package org.tagsmith.sandbox.zendesk.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.tagsmith.sandbox.zendesk.desk.Journal;
import org.tagsmith.sandbox.zendesk.desk.TicketDesk;

/**
 * What Zendesk does not have: faults to switch on and counters to watch, for the person who runs
 * the sandbox.
 */
final class SandboxEndpoints {
  private static final Map<String, IntFunction<Fault>> BY_NAME = new LinkedHashMap<>();
  private static final int CALLS_SHOWN = 20;
  private static final int MOST_AT_ONCE = 1000;

  static {
    BY_NAME.put("429", seconds -> Fault.tooManyRequests(seconds == 0 ? 30 : seconds));
    BY_NAME.put("429-no-time", none -> Fault.tooManyRequestsWithoutTime());
    BY_NAME.put("429-html", none -> Fault.tooManyRequestsInHtml());
    BY_NAME.put("500", none -> Fault.internalError());
    BY_NAME.put("503", seconds -> seconds == 0 ? Fault.unavailable() : Fault.unavailable(seconds));
    BY_NAME.put("504", size -> Fault.gatewayTimeoutAbove(size));
    BY_NAME.put("truncated", none -> Fault.truncatedBody());
    BY_NAME.put("slow", seconds -> Fault.slowBody(Duration.ofSeconds(seconds == 0 ? 10 : seconds)));
    BY_NAME.put("dropped", none -> Fault.droppedAnswer());
    BY_NAME.put("repeated", none -> Fault.repeatedPage());
    BY_NAME.put("stuck", none -> Fault.stuckCursor());
    BY_NAME.put("wrong-json", none -> Fault.wrongJson());
    BY_NAME.put("not-json", none -> Fault.notJson());
    BY_NAME.put("huge", mib -> Fault.hugeAnswer((mib == 0 ? 30 : mib) * 1024 * 1024));
    BY_NAME.put("deep", depth -> Fault.deepJson(depth == 0 ? 100_000 : depth));
    BY_NAME.put("wrong-subdomain", none -> Fault.wrongSubdomain());
    BY_NAME.put("401", none -> Fault.credentialsRejected());
    BY_NAME.put("403", none -> Fault.forbidden());
  }

  private final TicketDesk desk;
  private final Journal journal;
  private final Faults faults;

  SandboxEndpoints(TicketDesk desk, Journal journal, Faults faults) {
    this.desk = desk;
    this.journal = journal;
    this.faults = faults;
  }

  void addTo(Router router) {
    router
        .on("GET", "/sandbox/state", (request, id) -> state())
        .on("POST", "/sandbox/faults", (request, id) -> plan(request.json()))
        .on("DELETE", "/sandbox/faults", (request, id) -> clear());
  }

  private Answer state() {
    List<Journal.Call> calls = journal.calls();
    List<Map<String, Object>> newest =
        calls.subList(Math.max(0, calls.size() - CALLS_SHOWN), calls.size()).stream()
            .map(SandboxEndpoints::shown)
            .toList();
    Journal.Totals totals = journal.totals();
    return Answer.json(
        200,
        Map.of(
            "origin", desk.described(),
            "tickets", desk.count(),
            "calls", totals.calls(),
            "exportedTickets", totals.exportedTickets(),
            "tagWrites", totals.effects(),
            "faultsWaiting", faults.waiting(),
            "faultNames", BY_NAME.keySet(),
            "newest", newest));
  }

  private static Map<String, Object> shown(Journal.Call call) {
    return Map.of(
        "at", call.at().toString(),
        "method", call.method(),
        "path", call.path(),
        "status", call.status(),
        "fault", call.fault(),
        "tickets", call.tickets());
  }

  private Answer plan(JsonNode wanted) {
    String name = wanted.path("fault").asText("");
    IntFunction<Fault> made = BY_NAME.get(name);
    if (made == null) {
      return Answer.error(
          400,
          "UnknownFault",
          "There is no fault of that name; use one of " + String.join(", ", BY_NAME.keySet()));
    }
    Fault fault = made.apply(Math.max(0, wanted.path("value").asInt(0)));
    String path = wanted.path("path").asText("/api/");
    if (wanted.path("always").asBoolean(false)) {
      faults.always(path, fault);
    } else {
      int times = Math.max(1, Math.min(MOST_AT_ONCE, wanted.path("times").asInt(1)));
      for (int i = 0; i < times; i++) {
        faults.next(path, fault);
      }
    }
    return Answer.json(200, Map.of("fault", name, "waiting", faults.waiting()));
  }

  private Answer clear() {
    faults.clear();
    return Answer.json(200, Map.of("waiting", 0));
  }
}
