package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.tagsmith.domain.access.SidebarSession;
import org.tagsmith.domain.disposition.usecase.MostUsedCodes;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.VocabularyReader;

/**
 * The reason codes that a sidebar offers first. They change slowly and are asked for with every
 * ticket, so an agent's are asked of the database once a minute. Thread-safe.
 */
@ApplicationScoped
public class CodesToOffer {
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final int MOST_AGENTS = 10_000;
  private static final int OFFERED = 6;
  private static final int HABITS = 50;

  private final MostUsedCodes mostUsed;
  private final Clock clock;
  private final ConcurrentHashMap<SidebarSession, Known> known = new ConcurrentHashMap<>();

  private record Known(List<Integer> codes, Instant until) {}

  protected CodesToOffer() {
    this(null, null);
  }

  @Inject
  public CodesToOffer(MostUsedCodes mostUsed, Clock clock) {
    this.mostUsed = mostUsed;
    this.clock = clock;
  }

  /**
   * At most six live codes of the ticket's group: the agent's own habits first, then, where the
   * group sees only some of the codes, the rest of those by number.
   *
   * @param group that has the ticket, null if it is not known; then every code may be offered
   */
  public List<Integer> to(SidebarSession agent, String group, VocabularyReader vocabulary) {
    List<Integer> seen =
        vocabulary.vocabulary().reasonCodes().stream()
            .filter(code -> !code.retired() && code.isFor(group))
            .map(ReasonCode::number)
            .sorted()
            .toList();
    List<Integer> habits = habits(agent).stream().filter(seen::contains).toList();
    boolean some =
        vocabulary.vocabulary().reasonCodes().stream()
            .anyMatch(code -> !code.retired() && !code.isFor(group));
    return Stream.concat(habits.stream(), some || !habits.isEmpty() ? seen.stream() : Stream.of())
        .distinct()
        .limit(OFFERED)
        .toList();
  }

  private List<Integer> habits(SidebarSession agent) {
    Instant now = clock.instant();
    Known kept = known.get(agent);
    if (kept == null || !now.isBefore(kept.until())) {
      kept = new Known(mostUsed.of(agent.account(), agent.agent(), HABITS), now.plus(KEPT));
      if (known.size() >= MOST_AGENTS) {
        known.clear();
      }
      known.put(agent, kept);
    }
    return kept.codes();
  }

  /** The agent has just given a code: their habits are asked for again. */
  void forget(SidebarSession agent) {
    known.remove(agent);
  }
}
