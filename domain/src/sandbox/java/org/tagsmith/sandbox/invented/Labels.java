package org.tagsmith.sandbox.invented;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Draws the tags that hurried people leave on a ticket. */
public final class Labels {
  private static final List<String> ASIDES =
      List.of(
          "vip",
          "urgent",
          "follow_up",
          "callback",
          "waiting_for_customer",
          "escalated",
          "complaint",
          "web_form",
          "branch",
          "first_contact",
          "duplicate",
          "q3_campaign",
          "tbc",
          "misc",
          "other",
          "mobile_app",
          "needs_translation");

  private Labels() {}

  /**
   * The tags of one ticket; empty for the many that nobody tagged.
   *
   * @param second another reason, which some think of as well
   */
  public static Set<String> draw(
      SplittableRandom random, boolean chinese, Reason reason, Reason second) {
    Set<String> tags = new LinkedHashSet<>();
    int care = random.nextInt(100);
    if (care >= 14) {
      tags.add(typed(random, reason, chinese));
      if (care >= 94) {
        tags.add(typed(random, reason, chinese));
      }
      if (care >= 97) {
        tags.add(typed(random, second, chinese));
      }
      if (random.nextInt(8) == 0) {
        tags.add(
            ASIDES.get(Math.min(random.nextInt(ASIDES.size()), random.nextInt(ASIDES.size()))));
      }
    }
    if (random.nextInt(120) == 0) {
      tags.add("spam");
    }
    return tags;
  }

  private static String typed(SplittableRandom random, Reason reason, boolean chinese) {
    List<String> labels = reason.labels();
    int habit = Math.min(random.nextInt(labels.size()), random.nextInt(labels.size()));
    String label = labels.get(habit);
    if (chinese && random.nextInt(3) == 0) {
      List<String> han = labels.stream().filter(l -> l.codePointAt(0) > 0x2E80).toList();
      label = han.isEmpty() ? label : Chance.pick(random, han);
    }
    return random.nextInt(40) == 0 ? slipped(random, label) : label;
  }

  private static String slipped(SplittableRandom random, String label) {
    if (label.length() < 5 || label.codePointAt(0) > 0x2E80) {
      return label;
    }
    int at = 1 + random.nextInt(label.length() - 2);
    return switch (random.nextInt(3)) {
      case 0 -> label.substring(0, at) + label.substring(at + 1);
      case 1 -> label.substring(0, at) + label.charAt(at) + label.substring(at);
      default ->
          label.substring(0, at)
              + label.charAt(at + 1)
              + label.charAt(at)
              + label.substring(at + 2);
    };
  }
}
