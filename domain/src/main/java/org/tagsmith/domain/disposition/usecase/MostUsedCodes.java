package org.tagsmith.domain.disposition.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.tagsmith.domain.disposition.DispositionRepository;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/** Which reason codes to offer first. */
@ApplicationScoped
public class MostUsedCodes {
  private final DispositionRepository dispositions;

  @Inject
  MostUsedCodes(DispositionRepository dispositions) {
    this.dispositions = dispositions;
  }

  /** For the container's proxy. */
  protected MostUsedCodes() {
    this.dispositions = null;
  }

  /**
   * The numbers this agent gave most lately, filled up with those of colleagues. May hold numbers
   * that were retired since.
   *
   * @param agent the agent's number or name in the helpdesk
   * @param limit at most so many, 0 or more
   * @return without repetition, possibly empty
   */
  @Transactional
  public List<Integer> of(HelpdeskAccountId account, String agent, int limit) {
    return dispositions.mostUsedCodes(account, agent).stream().limit(limit).toList();
  }
}
