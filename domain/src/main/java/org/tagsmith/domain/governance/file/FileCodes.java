package org.tagsmith.domain.governance.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.SpellingKey;
import org.tagsmith.domain.vocabulary.Vocabulary;

/** The reason codes after a file. For one file. */
final class FileCodes {
  private static final int LARGEST = 9999;
  private static final int MOST_LEVELS = 3;

  private final Map<Integer, ReasonCode> former;
  private final FileTags tags;
  private final FileProblems problems;
  private final Map<Integer, FileBlock> listed = new LinkedHashMap<>();

  FileCodes(Vocabulary base, FileTags tags, FileProblems problems) {
    this.former =
        base.reasonCodes().stream()
            .collect(
                Collectors.toMap(
                    ReasonCode::number,
                    Function.identity(),
                    (one, other) -> one,
                    LinkedHashMap::new));
    this.tags = tags;
    this.problems = problems;
  }

  List<ReasonCode> read(List<FileBlock> blocks, boolean retireMissing) {
    for (FileBlock block : blocks) {
      Integer number = number(block);
      if (number != null) {
        FileHouse.isNew(listed, number, block, problems);
      }
    }
    Map<Integer, ReasonCode> codes = new LinkedHashMap<>();
    former.forEach(
        (number, before) -> {
          FileBlock block = listed.get(number);
          if (block != null) {
            codes.put(number, code(number, block, before));
          } else {
            boolean retire = retireMissing && !listed.isEmpty() && !before.retired();
            codes.put(number, retire ? before.retiredFor(null) : before);
          }
        });
    listed.forEach(
        (number, block) -> {
          if (!former.containsKey(number)) {
            codes.put(number, code(number, block, null));
          }
        });
    listed.forEach((number, block) -> checkPlace(codes, codes.get(number), block));
    return new ArrayList<>(codes.values());
  }

  private Integer number(FileBlock block) {
    Said said = new Said(block, problems);
    if (said.required("number", "").isEmpty()) {
      return null;
    }
    Integer number = said.number("number", null);
    if (number != null && (number < 1 || number > LARGEST) && !former.containsKey(number)) {
      problems.add(
          block.at("number"),
          "bad-number",
          "A reason code is a number from 1 to " + LARGEST + ".",
          Map.of("number", number));
    }
    return number;
  }

  private ReasonCode code(int number, FileBlock block, ReasonCode before) {
    Said said = new Said(block, problems);
    boolean known = before != null;
    Map<String, String> names = said.names(known ? before.names() : Map.of());
    if (!known || !names.equals(before.names())) {
      requireName(number, block, names);
    }
    return new ReasonCode(
        number,
        tag(said, before),
        names,
        said.texts("examples", known ? before.examples() : List.of()),
        said.text("department", known ? before.department() : ""),
        said.flag("retired", known && before.retired()),
        said.number("successor", known ? before.successor() : null),
        said.number("parent", known ? before.parent() : null),
        said.texts("groups", known ? before.groups() : List.of()));
  }

  private void requireName(int number, FileBlock block, Map<String, String> names) {
    if (names.values().stream().allMatch(name -> SpellingKey.inAnyScript(name).isEmpty())) {
      problems.add(
          block.at(FileBlock.NAMES),
          "no-code-name",
          "Say what the customer would say, in one language or more.",
          Map.of("number", number));
    }
  }

  private int tag(Said said, ReasonCode before) {
    if (before != null && !said.block().has("tag")) {
      return before.houseTagId();
    }
    String name = said.required("tag", "");
    return name.isEmpty() ? 0 : tags.named(said.block().at("tag"), name);
  }

  private void checkPlace(Map<Integer, ReasonCode> codes, ReasonCode code, FileBlock block) {
    Integer successor = code.successor();
    if (successor != null && !codes.containsKey(successor)) {
      unknown(block.at("successor"), successor);
    } else if (successor != null && successor == code.number()) {
      problems.add(
          block.at("successor"),
          "into-itself",
          "It cannot follow itself.",
          Map.of("name", Integer.toString(successor)));
    }
    if (code.parent() != null && !codes.containsKey(code.parent())) {
      unknown(block.at("parent"), code.parent());
      return;
    }
    int level = 1;
    for (ReasonCode above = code; above != null && above.parent() != null; level++) {
      if (level == MOST_LEVELS) {
        problems.add(
            block.at("parent"),
            "too-deep",
            "The code lies deeper than three levels, or in a circle. Move it up.",
            Map.of("number", code.number()));
        return;
      }
      above = codes.get(above.parent());
    }
  }

  private void unknown(FileText at, int number) {
    problems.add(
        at,
        "unknown-code",
        "There is no reason code " + number + ". Add it, or choose another.",
        Map.of("number", number));
  }
}
