package org.tagsmith.domain.sync.plan;

import java.util.Objects;

/**
 * A ticket that a plan left as it was.
 *
 * @param ticketId the helpdesk's number
 * @param reason a stable word: {@code changed-since}, {@code dropped}, or why the helpdesk refused
 */
public record PlanProblem(long ticketId, String reason) {
  public PlanProblem {
    Objects.requireNonNull(reason, "reason");
  }
}
