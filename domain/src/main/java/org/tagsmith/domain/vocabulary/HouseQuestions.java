package org.tagsmith.domain.vocabulary;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The labels that could mean several tags, and what else on a ticket decides. Immutable. */
final class HouseQuestions {
  private final Map<String, Question> byKey = new HashMap<>();
  private final Successors successors;

  HouseQuestions(List<Question> questions, Successors successors) {
    this.successors = successors;
    for (Question question : questions) {
      String key = LabelWords.key(question.label(), TextForm.LITERAL);
      if (!key.isEmpty()) {
        byKey.putIfAbsent(key, question);
      }
    }
  }

  /**
   * What a label means by itself: the one tag that is left of its choices, or any of them.
   *
   * @return empty if nobody asks about it
   */
  Optional<Interpretation> read(String label, String key) {
    Question question = byKey.get(key);
    if (question == null) {
      return Optional.empty();
    }
    List<HouseTag> choices = tags(question.choices().stream());
    if (choices.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        choices.size() == 1
            ? matched(label, choices.get(0), question.label())
            : new Interpretation.Ambiguous(
                label,
                choices.stream().sorted(Comparator.comparingInt(HouseTag::id)).toList(),
                ReadingRule.QUESTION,
                question.label()));
  }

  /**
   * What it means beside other labels.
   *
   * @param asked what it means by itself
   * @param sure the tags that the others mean for sure
   * @return the same unless they decide for exactly one choice
   */
  Interpretation decide(Interpretation asked, Set<Integer> sure) {
    if (asked.rule() != ReadingRule.QUESTION || asked instanceof Interpretation.Matched) {
      return asked;
    }
    Question question = byKey.get(LabelWords.key(asked.label(), TextForm.LITERAL));
    List<HouseTag> decided =
        tags(
            question.choices().stream()
                .filter(choice -> choice.beside().stream().anyMatch(id -> isSure(id, sure))));
    return decided.size() == 1 ? matched(asked.label(), decided.get(0), asked.evidence()) : asked;
  }

  private boolean isSure(int tagId, Set<Integer> sure) {
    HouseTag counts = successors.asItCounts(tagId);
    return counts != null && sure.contains(counts.id());
  }

  /**
   * Merged choices count as what they were merged into; retired ones stay, as their contacts do.
   */
  private List<HouseTag> tags(Stream<Question.Choice> choices) {
    Set<HouseTag> tags = new LinkedHashSet<>();
    choices
        .map(choice -> successors.asItCounts(choice.houseTagId()))
        .filter(Objects::nonNull)
        .forEach(tags::add);
    return List.copyOf(tags);
  }

  private static Interpretation matched(String label, HouseTag tag, String evidence) {
    return new Interpretation.Matched(label, tag, ReadingRule.QUESTION, evidence);
  }
}
