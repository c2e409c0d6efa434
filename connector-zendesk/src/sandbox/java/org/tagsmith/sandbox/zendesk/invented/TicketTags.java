package org.tagsmith.sandbox.zendesk.invented;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.tagsmith.sandbox.invented.Chance;
import org.tagsmith.sandbox.invented.Labels;
import org.tagsmith.sandbox.invented.Reason;
import org.tagsmith.sandbox.zendesk.desk.Triage;

/** Draws the tags that people and Zendesk's machines leave on a ticket. */
final class TicketTags {
  private static final List<String> MACHINES =
      List.of("autonote1", "1hoursla", "zendesk_trigger_cards", "csat_sent", "survey_2025");

  private TicketTags() {}

  /** All tags of one ticket; empty for the many that nobody tagged. */
  static Set<String> draw(
      SplittableRandom random, long id, boolean chinese, Reason reason, Reason second) {
    Set<String> tags = Labels.draw(random, chinese, reason, second);
    if (random.nextInt(10) == 0) {
      tags.addAll(Triage.tags(id, chinese));
    }
    if (random.nextInt(25) == 0) {
      tags.add(Chance.pick(random, MACHINES));
    }
    return tags;
  }
}
