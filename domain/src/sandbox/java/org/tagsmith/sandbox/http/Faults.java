package org.tagsmith.sandbox.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which of the coming API calls go wrong, and how. The sandbox's own pages are spared. Thread-safe.
 */
public final class Faults {
  private final Deque<Rule> once = new ArrayDeque<>();
  private final List<Rule> always = new ArrayList<>();

  private record Rule(Predicate<Request> calls, Mishap fault) {}

  /** Plays each of these once, in this order, on the next calls to the API. */
  public Faults next(Mishap... faults) {
    return next("/api/", faults);
  }

  /** Plays each of these once, in this order, on the next calls whose path holds the text. */
  public Faults next(String path, Mishap... faults) {
    return next(request -> request.path().contains(path), faults);
  }

  /** Plays each of these once, in this order, on the next calls that fit. */
  public synchronized Faults next(Predicate<Request> calls, Mishap... faults) {
    for (Mishap fault : faults) {
      once.addLast(new Rule(calls, fault));
    }
    return this;
  }

  /** Plays this on every call whose path holds the text, until {@link #clear}. */
  public Faults always(String path, Mishap fault) {
    return always(request -> request.path().contains(path), fault);
  }

  /** Plays this on every call that fits, until {@link #clear}. */
  public synchronized Faults always(Predicate<Request> calls, Mishap fault) {
    always.add(new Rule(calls, fault));
    return this;
  }

  /** All is well again. */
  public synchronized void clear() {
    once.clear();
    always.clear();
  }

  /** How many faults of {@link #next} are still to be played. */
  public synchronized int waiting() {
    return once.size();
  }

  synchronized Optional<Mishap> take(Request request) {
    Iterator<Rule> rules = once.iterator();
    while (rules.hasNext()) {
      Rule rule = rules.next();
      if (rule.calls().test(request)) {
        rules.remove();
        return Optional.of(rule.fault());
      }
    }
    return always.stream().filter(r -> r.calls().test(request)).map(Rule::fault).findFirst();
  }
}
