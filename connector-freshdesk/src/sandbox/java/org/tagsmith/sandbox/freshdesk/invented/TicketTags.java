package org.tagsmith.sandbox.freshdesk.invented;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.tagsmith.sandbox.freshdesk.desk.TagText;
import org.tagsmith.sandbox.invented.Chance;
import org.tagsmith.sandbox.invented.Labels;
import org.tagsmith.sandbox.invented.Reason;

/**
 * Draws the tags that people and automations leave on a ticket. Freshdesk keeps capitals and
 * spaces, so people type both.
 */
final class TicketTags {
  private static final List<String> MACHINES =
      List.of("auto-closed", "SLA breached", "CSAT sent", "Freddy suggested", "from_branch_app");

  private TicketTags() {}

  /** All tags of one ticket; empty for the many that nobody tagged. */
  static List<String> draw(SplittableRandom random, boolean chinese, Reason reason, Reason second) {
    Set<String> tags = new LinkedHashSet<>();
    for (String label : Labels.draw(random, chinese, reason, second)) {
      String typed = typed(random, label);
      tags.add(typed.length() > TagText.LONGEST ? typed.substring(0, TagText.LONGEST) : typed);
    }
    if (random.nextInt(12) == 0) {
      tags.add(Chance.pick(random, MACHINES));
    }
    return new ArrayList<>(tags);
  }

  private static String typed(SplittableRandom random, String label) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> label.replace('_', ' ');
      case 2 -> label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
      case 3 -> label.replace('_', ' ').toUpperCase(Locale.ROOT);
      default -> label;
    };
  }
}
