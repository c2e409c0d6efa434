package org.tagsmith.domain.governance.file;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tagsmith.domain.governance.GivenWords;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.SpellingKey;

/** The aliases after a file. For one file. */
final class FileAliases {
  private final List<Alias> former;
  private final Map<Integer, FileBlock> listed;
  private final FileProblems problems;

  /**
   * @param listed where the file speaks of each house tag, by the tag's id
   */
  FileAliases(List<Alias> former, Map<Integer, FileBlock> listed, FileProblems problems) {
    this.former = former;
    this.listed = listed;
    this.problems = problems;
  }

  /** All aliases, in their former order, new ones last. */
  List<Alias> read() {
    Set<Alias> wanted = new LinkedHashSet<>();
    Set<Alias> before = new HashSet<>(former);
    listed.forEach(
        (id, block) -> {
          for (String text : new Said(block, problems).texts("aliases", List.of())) {
            Alias alias = new Alias(text, id);
            wanted.add(alias);
            if (!before.contains(alias)) {
              checkAlias(block.at("aliases"), text);
            }
          }
        });
    Set<Alias> all = new LinkedHashSet<>();
    for (Alias alias : former) {
      FileBlock block = listed.get(alias.houseTagId());
      if (block == null || !block.has("aliases") || wanted.contains(alias)) {
        all.add(alias);
      }
    }
    all.addAll(wanted);
    return List.copyOf(all);
  }

  private void checkAlias(FileText at, String text) {
    if (SpellingKey.of(text).isEmpty()) {
      problems.add(
          at,
          "no-letters",
          "'"
              + FileProblems.shown(text)
              + "' has no letter or digit, so nothing can be found by it.",
          Map.of("value", FileProblems.shown(text)));
    } else if (text.codePointCount(0, text.length()) > GivenWords.LONGEST_LABEL) {
      problems.add(
          at,
          "text-too-long",
          "'"
              + FileProblems.shown(text)
              + "' is too long: "
              + GivenWords.LONGEST_LABEL
              + " characters or fewer.",
          Map.of("value", FileProblems.shown(text), "longest", GivenWords.LONGEST_LABEL));
    }
  }
}
