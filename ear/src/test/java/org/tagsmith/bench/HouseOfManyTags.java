package org.tagsmith.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tagsmith.domain.report.MillionTickets;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;

/** The vocabulary of the million tickets, grown to as many tags and aliases as wanted. */
final class HouseOfManyTags {
  private static final List<String> WHAT =
      List.of("Card", "Loan", "Account", "Statement", "Transfer", "Limit", "Fee", "Branch");
  private static final List<String> HOW =
      List.of("Lost", "Late", "Wrong", "Missing", "Changed", "Refused", "Doubled", "Opened");

  private HouseOfManyTags() {}

  static Vocabulary of(int tagCount, int aliasCount) {
    Vocabulary small = MillionTickets.vocabulary();
    List<HouseTag> tags = new ArrayList<>(small.tags());
    while (tags.size() < tagCount) {
      int id = tags.size() + 1;
      String name = name(id);
      tags.add(
          new HouseTag(
              id,
              name,
              "More",
              Map.of("en", name.replace('_', ' '), "zh-Hant", "事項" + id + "號"),
              "What number " + id + " is for, and when it is not meant",
              List.of("I called about number " + id),
              false,
              null));
    }
    List<TagFamily> families = new ArrayList<>(small.families());
    families.add(new TagFamily("More", "teal", Map.of("en", "More")));
    List<Alias> aliases = new ArrayList<>();
    for (int i = 0; i < aliasCount; i++) {
      int id = 1 + i % tagCount;
      aliases.add(new Alias("also " + i + " known as " + tags.get(id - 1).name(), id));
    }
    return new Vocabulary(
        1,
        families,
        tags,
        aliases,
        small.abbreviations(),
        small.reasonCodes(),
        small.machineLabels(),
        small.ignoredLabels());
  }

  private static String name(int id) {
    return "More_" + HOW.get(id % HOW.size()) + WHAT.get(id / HOW.size() % WHAT.size()) + "_N" + id;
  }
}
