package org.tagsmith.domain.sync;

import java.util.Objects;

/**
 * What a connector would do with a change of labels, found out by reading the ticket and without
 * writing. The write itself begins with the same, so that what is shown beforehand is what is done,
 * as long as nobody changes the ticket in between.
 */
public sealed interface PlannedWrite {
  /**
   * Something would be sent.
   *
   * @param plan the difference, not done yet
   */
  record Sends(LabelPlan plan) implements PlannedWrite {
    public Sends {
      if (plan.isDone()) {
        throw new IllegalArgumentException("There is nothing to send");
      }
    }
  }

  /**
   * Nothing would be sent, because the write would end at once.
   *
   * @param outcome how: {@code AlreadySo} or {@code Refused}
   */
  record Ends(LabelWriteOutcome outcome) implements PlannedWrite {
    public Ends {
      Objects.requireNonNull(outcome, "outcome");
    }
  }
}
