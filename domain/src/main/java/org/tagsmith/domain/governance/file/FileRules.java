package org.tagsmith.domain.governance.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tagsmith.domain.governance.GivenWords;
import org.tagsmith.domain.governance.file.FileBlock.Kind;
import org.tagsmith.domain.vocabulary.NamingRules;
import org.tagsmith.domain.vocabulary.NamingRules.NamePattern;
import org.tagsmith.domain.vocabulary.NamingRules.WordCase;
import org.tagsmith.domain.vocabulary.Question;
import org.tagsmith.domain.vocabulary.Vocabulary;

/** The naming rules and the questions after a file. For one file. */
final class FileRules {
  private final Vocabulary base;
  private final Map<Kind, List<FileBlock>> blocks;
  private final FileTags tags;
  private final FileProblems problems;

  FileRules(
      Vocabulary base, Map<Kind, List<FileBlock>> blocks, FileTags tags, FileProblems problems) {
    this.base = base;
    this.blocks = blocks;
    this.tags = tags;
    this.problems = problems;
  }

  NamingRules rules(boolean removeMissing) {
    NamingRules former = base.rules();
    Map<String, Said> said = new LinkedHashMap<>();
    Map<String, FileBlock> met = new LinkedHashMap<>();
    for (FileBlock block : blocks.getOrDefault(Kind.RULE, List.of())) {
      String name = block.text("name");
      if (!RuleWords.of(former).containsKey(name)) {
        problems.add(
            block.at("name"),
            "unknown-rule",
            "There is no naming rule '" + FileProblems.shown(name) + "'.",
            Map.of("name", FileProblems.shown(name)));
      } else if (FileHouse.isNew(met, name, block, problems)) {
        said.put(name, new Said(block, problems));
      }
    }
    Said separator = said.get(RuleWords.SEPARATOR);
    Said forbidden = said.get(RuleWords.FORBIDDEN);
    return new NamingRules(
        separator == null ? former.separator() : separator.text("value", former.separator()),
        wordCase(said.get(RuleWords.CASE), former.wordCase()),
        flag(said.get(RuleWords.FAMILY_FIRST), former.familyFirst()),
        number(said.get(RuleWords.FEWEST), former.fewestSegments()),
        number(said.get(RuleWords.MOST), former.mostSegments()),
        number(said.get(RuleWords.LONGEST), former.longest()),
        number(said.get(RuleWords.LONGEST_HAN), former.longestHan()),
        forbidden == null
            ? former.forbiddenWords()
            : forbidden.texts("value", former.forbiddenWords()),
        patterns(former.patterns(), removeMissing));
  }

  private static boolean flag(Said said, boolean former) {
    return said == null ? former : said.flag("value", former);
  }

  private int number(Said said, int former) {
    Integer number = said == null ? Integer.valueOf(former) : said.number("value", former);
    if (number == null) {
      problems.add(said.block().at("value"), "missing", "This must be filled in.", Map.of());
      return former;
    }
    return number;
  }

  private WordCase wordCase(Said said, WordCase former) {
    if (said == null) {
      return former;
    }
    String word = said.text("value", "");
    for (WordCase each : WordCase.values()) {
      if (each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
        return each;
      }
    }
    problems.add(
        said.block().at("value"),
        "bad-value",
        "Write capitalized, lower or as-typed here.",
        Map.of("value", FileProblems.shown(word)));
    return former;
  }

  /** In the file's order, since a lead sorts them by hand. */
  private List<NamePattern> patterns(List<NamePattern> former, boolean removeMissing) {
    Map<String, NamePattern> patterns = new LinkedHashMap<>();
    Map<String, FileBlock> met = new LinkedHashMap<>();
    List<FileBlock> all = blocks.getOrDefault(Kind.PATTERN, List.of());
    for (FileBlock block : all) {
      if (FileHouse.isNew(met, block.text("name"), block, problems)) {
        Said said = new Said(block, problems);
        String pattern = said.required("name", "");
        NamePattern before =
            former.stream().filter(each -> each.pattern().equals(pattern)).findFirst().orElse(null);
        patterns.put(
            pattern,
            new NamePattern(
                pattern,
                said.flag("value", before != null && before.forbidden()),
                said.names(before == null ? Map.of() : before.words())));
      }
    }
    if (all.isEmpty() || !removeMissing) {
      former.forEach(each -> patterns.putIfAbsent(each.pattern(), each));
    }
    return List.copyOf(patterns.values());
  }

  List<Question> questions(boolean removeMissing) {
    Map<String, Question> former = new LinkedHashMap<>();
    base.questions().forEach(each -> former.putIfAbsent(each.label(), each));
    Map<String, List<Question.Choice>> choices = choices();
    Map<String, Question> read = new LinkedHashMap<>();
    Map<String, FileBlock> met = new LinkedHashMap<>();
    for (FileBlock block : blocks.getOrDefault(Kind.QUESTION, List.of())) {
      if (!FileHouse.isNew(met, block.text("name"), block, problems)) {
        continue;
      }
      Said said = new Said(block, problems);
      String label = said.required("name", "");
      Question before = former.get(label);
      if (before == null) {
        requireShort(block.at("name"), label);
      }
      List<Question.Choice> offered =
          choices.getOrDefault(label, before == null ? List.of() : before.choices());
      if (offered.stream().map(Question.Choice::houseTagId).distinct().count() < 2) {
        problems.add(
            block,
            "too-few-choices",
            "A question offers two house tags or more.",
            Map.of("label", FileProblems.shown(label)));
      }
      read.put(
          label,
          new Question(label, said.names(before == null ? Map.of() : before.guidance()), offered));
    }
    List<Question> all = new ArrayList<>();
    for (Question each : base.questions()) {
      Question after = read.remove(each.label());
      if (after != null) {
        all.add(after);
      } else if (met.isEmpty() || !removeMissing) {
        all.add(each);
      }
    }
    all.addAll(read.values());
    return all;
  }

  private void requireShort(FileText at, String label) {
    if (label.codePointCount(0, label.length()) > GivenWords.LONGEST_LABEL) {
      problems.add(
          at,
          "text-too-long",
          "The label must be " + GivenWords.LONGEST_LABEL + " characters or fewer.",
          Map.of("longest", GivenWords.LONGEST_LABEL));
    }
  }

  private Map<String, List<Question.Choice>> choices() {
    Map<String, List<Question.Choice>> choices = new LinkedHashMap<>();
    Set<String> labels =
        blocks.getOrDefault(Kind.QUESTION, List.of()).stream()
            .map(block -> block.text("name"))
            .collect(Collectors.toSet());
    for (FileBlock block : blocks.getOrDefault(Kind.CHOICE, List.of())) {
      String label = block.text("name");
      if (!labels.contains(label)) {
        problems.add(
            block.at("name"),
            "unknown-question",
            "There is no question with this label. Add its row.",
            Map.of("label", FileProblems.shown(label)));
      }
      Said said = new Said(block, problems);
      String name = said.required("tag", "");
      List<Integer> beside =
          said.texts("beside", List.of()).stream()
              .map(each -> tags.named(block.at("beside"), each))
              .toList();
      choices
          .computeIfAbsent(label, absent -> new ArrayList<>())
          .add(
              new Question.Choice(
                  name.isEmpty() ? 0 : tags.named(block.at("tag"), name),
                  said.names(Map.of()),
                  beside));
    }
    return choices;
  }
}
