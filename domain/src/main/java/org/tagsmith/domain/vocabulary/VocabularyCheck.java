package org.tagsmith.domain.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a vocabulary agrees with itself, asked before it is published. */
public final class VocabularyCheck {
  private static final int MOST_LEVELS = 3;

  private final Vocabulary vocabulary;
  private final Map<Integer, HouseTag> tags = new HashMap<>();
  private final Map<Integer, ReasonCode> codes = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  private VocabularyCheck(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Every contradiction with its remedy, one sentence or two each; empty if there is none. */
  public static List<String> problems(Vocabulary vocabulary) {
    VocabularyCheck check = new VocabularyCheck(vocabulary);
    check.checkTags();
    check.checkFamilies();
    check.checkCodes();
    check.checkLevels();
    check.checkSpellings();
    check.checkQuestions();
    return List.copyOf(check.problems);
  }

  private void checkTags() {
    Set<String> names = new HashSet<>();
    for (HouseTag tag : vocabulary.tags()) {
      if (tags.putIfAbsent(tag.id(), tag) != null) {
        problems.add("Two house tags have the id %d. Give one a new id.".formatted(tag.id()));
      }
      if (tag.id() <= 0) {
        problems.add("The id of %s is not positive. Give it a new id.".formatted(tag.name()));
      }
      if (!names.add(tag.name())) {
        problems.add("Two house tags are named %s. Rename one.".formatted(tag.name()));
      }
      if (LabelWords.split(tag.name(), TextForm.LITERAL).isEmpty()) {
        problems.add("The house tag %d has a name without a letter. Name it.".formatted(tag.id()));
      }
    }
    for (HouseTag tag : vocabulary.tags()) {
      checkSuccessor(tag);
    }
  }

  private void checkSuccessor(HouseTag tag) {
    if (tag.successorId() == null) {
      return;
    }
    if (!tag.retired()) {
      problems.add(
          "%s is live and has a successor. Retire it, or take the successor away."
              .formatted(tag.name()));
    }
    if (!tags.containsKey(tag.successorId())) {
      problems.add(
          "The successor of %s, %d, does not exist. Choose another."
              .formatted(tag.name(), tag.successorId()));
    }
    Set<Integer> passed = new HashSet<>();
    Integer here = tag.id();
    while (here != null && tags.containsKey(here)) {
      if (!passed.add(here)) {
        problems.add(
            "The successors of %s lead in a circle. Give one of them no successor."
                .formatted(tag.name()));
        return;
      }
      here = tags.get(here).successorId();
    }
  }

  private void checkFamilies() {
    Set<String> families = new HashSet<>();
    for (TagFamily family : vocabulary.families()) {
      if (!families.add(family.name())) {
        problems.add("Two families are named %s. Rename one.".formatted(family.name()));
      }
      if (!TagFamily.HUES.contains(family.hue())) {
        problems.add(
            "The family %s has the hue %s, which is not one of the twelve. Choose one of them."
                .formatted(family.name(), family.hue()));
      }
    }
    for (HouseTag tag : vocabulary.tags()) {
      if (tag.hue() != null && !TagFamily.HUES.contains(tag.hue())) {
        problems.add(
            "%s has the hue %s, which is not one of the twelve. Choose one of them."
                .formatted(tag.name(), tag.hue()));
      }
      if (!families.contains(tag.family())) {
        problems.add(
            "%s is in the family %s, which does not exist. Add the family or choose another."
                .formatted(tag.name(), tag.family()));
      }
    }
  }

  private void checkCodes() {
    for (ReasonCode code : vocabulary.reasonCodes()) {
      if (codes.putIfAbsent(code.number(), code) != null) {
        problems.add(
            "Two reason codes have the number %d. Renumber the new one.".formatted(code.number()));
      }
      if (code.number() <= 0) {
        problems.add(
            "The reason code %d is not positive. Give it another number.".formatted(code.number()));
      }
      if (!tags.containsKey(code.houseTagId())) {
        problems.add(
            "Reason code %d records the house tag %d, which does not exist. Choose another."
                .formatted(code.number(), code.houseTagId()));
      }
    }
    for (ReasonCode code : vocabulary.reasonCodes()) {
      if (code.successor() != null && !codes.containsKey(code.successor())) {
        problems.add(
            "The successor of reason code %d, %d, does not exist. Choose another."
                .formatted(code.number(), code.successor()));
      }
    }
  }

  private void checkLevels() {
    for (ReasonCode code : vocabulary.reasonCodes()) {
      int level = 1;
      for (ReasonCode above = code; above.parent() != null; level++) {
        if (level == MOST_LEVELS) {
          problems.add(
              "Reason code %d lies deeper than three levels, or in a circle. Move it up."
                  .formatted(code.number()));
          break;
        }
        if (!codes.containsKey(above.parent())) {
          problems.add(
              "Reason code %d lies under %d, which does not exist. Choose another, or none."
                  .formatted(above.number(), above.parent()));
          break;
        }
        above = codes.get(above.parent());
      }
    }
  }

  private void checkQuestions() {
    Set<String> asked = new HashSet<>();
    for (Question question : vocabulary.questions()) {
      String key = SpellingKey.of(question.label());
      if (key.isEmpty()) {
        problems.add("A question has a label without a letter. Write it out, or remove it.");
      } else if (!asked.add(key)) {
        problems.add("Two questions ask about '%s'. Remove one.".formatted(question.label()));
      }
      if (question.choices().stream().map(Question.Choice::houseTagId).distinct().count() < 2) {
        problems.add(
            "The question about '%s' offers fewer than two house tags. Add one, or remove it."
                .formatted(question.label()));
      }
      question.choices().stream()
          .flatMap(
              choice -> Stream.concat(Stream.of(choice.houseTagId()), choice.beside().stream()))
          .filter(id -> !tags.containsKey(id))
          .forEach(
              id ->
                  problems.add(
                      "The question about '%s' speaks of the house tag %d, which does not exist."
                          .formatted(question.label(), id)));
    }
  }

  private void checkSpellings() {
    for (Alias alias : vocabulary.aliases()) {
      if (!tags.containsKey(alias.houseTagId())) {
        problems.add(
            "The alias %s stands for the house tag %d, which does not exist. Choose another."
                .formatted(alias.text(), alias.houseTagId()));
      }
    }
    for (Abbreviation abbreviation : vocabulary.abbreviations()) {
      if (LabelWords.split(abbreviation.shortForm(), TextForm.LITERAL).isEmpty()
          || LabelWords.split(abbreviation.expansion(), TextForm.LITERAL).isEmpty()) {
        problems.add(
            "The abbreviation %s has no letters on one side. Write both out, or remove it."
                .formatted(abbreviation.shortForm()));
      }
    }
    if (vocabulary.machineLabels().stream().anyMatch(String::isBlank)) {
      problems.add(
          "A prefix of machine labels is blank and would set every label aside. Remove it.");
    }
    if (texts().anyMatch(VocabularyCheck::cannotBeStored)) {
      problems.add(
          "A text contains a character that is none (a zero byte or half of a pair). Type it again.");
    }
  }

  private Stream<String> texts() {
    return Stream.of(
            vocabulary.families().stream()
                .flatMap(f -> Stream.concat(Stream.of(f.name()), f.names().values().stream())),
            vocabulary.tags().stream()
                .flatMap(
                    tag ->
                        Stream.of(
                                Stream.of(tag.name(), tag.description(), tag.owner()),
                                tag.names().values().stream(),
                                tag.examples().stream(),
                                tag.facets().keySet().stream(),
                                tag.facets().values().stream())
                            .flatMap(texts -> texts)),
            vocabulary.aliases().stream().map(Alias::text),
            vocabulary.abbreviations().stream()
                .flatMap(a -> Stream.of(a.shortForm(), a.expansion())),
            vocabulary.reasonCodes().stream()
                .flatMap(
                    code ->
                        Stream.of(
                                Stream.of(code.department()),
                                code.names().values().stream(),
                                code.examples().stream(),
                                code.groups().stream())
                            .flatMap(texts -> texts)),
            vocabulary.machineLabels().stream(),
            vocabulary.ignoredLabels().stream(),
            vocabulary.rules().forbiddenWords().stream(),
            vocabulary.rules().patterns().stream()
                .flatMap(p -> Stream.concat(Stream.of(p.pattern()), p.words().values().stream())),
            vocabulary.questions().stream()
                .flatMap(q -> Stream.concat(Stream.of(q.label()), q.guidance().values().stream())),
            vocabulary.questions().stream()
                .flatMap(q -> q.choices().stream())
                .flatMap(choice -> choice.when().values().stream()))
        .flatMap(texts -> texts);
  }

  private static boolean cannotBeStored(String text) {
    return text.codePoints()
        .anyMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
  }
}
