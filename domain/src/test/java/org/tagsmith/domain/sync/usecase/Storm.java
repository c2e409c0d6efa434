package org.tagsmith.domain.sync.usecase;

import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.tagsmith.domain.sync.SandboxUnderTest;
import org.tagsmith.sandbox.http.Mishap;

/** Faults in an order that a seed decides, one with each strike. */
final class Storm {
  /** Longer than any answer may take by the connectors' clock. */
  private static final Duration TOO_LONG = Duration.ofMinutes(3);

  private static final Duration A_LITTLE = Duration.ofMillis(100);
  private static final Duration CLOCK_OFF = Duration.ofMinutes(10);
  private static final List<String> OF_ANY_CALL =
      List.of(
          "429",
          "429-no-time",
          "429-html",
          "500",
          "502",
          "503",
          "503-with-time",
          "504",
          "truncated",
          "slow",
          "too-slow",
          "wrong-json",
          "not-json");
  private static final List<String> OF_LISTS = List.of("repeated", "stuck");
  private static final List<String> OF_OUR_CLOCK = List.of("fast", "slow clock");

  private final SandboxUnderTest helpdesk;
  private final Random chance;
  private int struck;

  Storm(SandboxUnderTest helpdesk, long seed) {
    this.helpdesk = helpdesk;
    this.chance = new Random(seed ^ 0x5707);
  }

  /** Lets one thing go wrong with the calls that come next, or with our clock until next time. */
  void strike() {
    struck++;
    helpdesk.ourClock().ahead(Duration.ZERO);
    int kind = chance.nextInt(OF_ANY_CALL.size() + OF_LISTS.size() + OF_OUR_CLOCK.size());
    if (kind < OF_ANY_CALL.size()) {
      // the first call of a round reads; to reach writes, too, some wait for what is no list
      boolean reads = chance.nextInt(3) > 0;
      Mishap fault = ofAnyCall(OF_ANY_CALL.get(kind));
      helpdesk.faults().next(request -> reads || !helpdesk.isList(request), fault);
    } else if (kind < OF_ANY_CALL.size() + OF_LISTS.size()) {
      Mishap fault = helpdesk.mishap(OF_LISTS.get(kind - OF_ANY_CALL.size()), 0);
      helpdesk.faults().next(helpdesk::isList, fault);
    } else {
      boolean fast = kind == OF_ANY_CALL.size() + OF_LISTS.size();
      helpdesk.ourClock().ahead(fast ? CLOCK_OFF : CLOCK_OFF.negated());
    }
  }

  private Mishap ofAnyCall(String name) {
    return switch (name) {
      case "slow" -> Mishap.slowBody(A_LITTLE);
      case "too-slow" -> tooSlow();
      case "503-with-time" -> helpdesk.mishap("503", 30);
      default -> helpdesk.mishap(name, 0);
    };
  }

  /** Half of the body, then three minutes by everybody's clock, then the rest. */
  private Mishap tooSlow() {
    return new Mishap(
        "too-slow",
        (request, honest) ->
            honest
                .apply(request)
                .delivered(
                    (exchange, status, body) -> {
                      exchange.sendResponseHeaders(status, 0);
                      OutputStream out = exchange.getResponseBody();
                      out.write(body, 0, body.length / 2);
                      out.flush();
                      helpdesk.clock().pass(TOO_LONG);
                      out.write(body, body.length / 2, body.length - body.length / 2);
                    }));
  }

  /** Whether something waits for its call still. */
  boolean isOver() {
    return helpdesk.faults().waiting() == 0;
  }

  /** All is well again, and our clock is right. */
  void blowOver() {
    helpdesk.faults().clear();
    helpdesk.ourClock().ahead(Duration.ZERO);
  }

  /** How many things went wrong. */
  int struck() {
    return struck;
  }
}
