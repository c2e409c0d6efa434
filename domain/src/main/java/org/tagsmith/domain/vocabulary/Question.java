package org.tagsmith.domain.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A label that could mean several things, such as "card payment failed, money taken": people are
 * asked, unless something else on the ticket decides.
 *
 * @param label as people type it; other spellings of it ask the same
 * @param guidance what to look at, by language tag; never null
 * @param choices two or more, in the order in which they are offered
 */
public record Question(String label, Map<String, String> guidance, List<Choice> choices) {
  public Question {
    Objects.requireNonNull(label, "label");
    guidance = Map.copyOf(guidance);
    choices = List.copyOf(choices);
  }

  /**
   * One thing that the label could mean.
   *
   * @param houseTagId the tag it would mean
   * @param when in which case it does, by language tag; never null
   * @param beside house tags, any one of which on the same ticket decides for this choice; may be
   *     empty
   */
  public record Choice(int houseTagId, Map<String, String> when, List<Integer> beside) {
    public Choice {
      when = Map.copyOf(when);
      beside = List.copyOf(beside);
    }
  }
}
