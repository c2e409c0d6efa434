package org.tagsmith.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.tagsmith.sandbox.desk.Journal;

/**
 * What no vendor has: faults to switch on and counters to watch, for the person who runs the
 * sandbox.
 */
public final class SandboxEndpoints {
  private static final int CALLS_SHOWN = 20;
  private static final int MOST_AT_ONCE = 1000;

  private final Stock stock;
  private final Journal journal;
  private final Faults faults;
  private final Map<String, IntFunction<Mishap>> byName;

  /** What the sandbox holds. */
  public interface Stock {
    /** Which tickets these were at first and what was filled in, one line for people. */
    String described();

    /** How many tickets there are, without deleted ones. */
    long count();
  }

  /**
   * Watches a sandbox.
   *
   * @param byName every fault by its stable word; each takes a number, of which 0 means the usual
   */
  public SandboxEndpoints(
      Stock stock, Journal journal, Faults faults, Map<String, IntFunction<Mishap>> byName) {
    this.stock = stock;
    this.journal = journal;
    this.faults = faults;
    this.byName = byName;
  }

  /** Adds the switches to what is served beside the API. */
  public void addTo(Router router) {
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
            "origin", stock.described(),
            "tickets", stock.count(),
            "calls", totals.calls(),
            "exportedTickets", totals.exportedTickets(),
            "tagWrites", totals.effects(),
            "faultsWaiting", faults.waiting(),
            "faultNames", byName.keySet(),
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
    IntFunction<Mishap> made = byName.get(name);
    if (made == null) {
      return Answer.error(
          400,
          "UnknownFault",
          "There is no fault of that name; use one of " + String.join(", ", byName.keySet()));
    }
    Mishap fault = made.apply(Math.max(0, wanted.path("value").asInt(0)));
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
