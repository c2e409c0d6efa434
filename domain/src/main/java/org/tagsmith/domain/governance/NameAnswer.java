package org.tagsmith.domain.governance;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whether a name keeps the house's rules.
 *
 * @param name as it was asked about
 * @param rules every rule that the house has, in a fixed order
 * @param corrected a form of the name that keeps them all: the name itself if it does; null if none
 *     was found
 */
public record NameAnswer(String name, List<RuleAnswer> rules, String corrected) {
  public NameAnswer {
    Objects.requireNonNull(name, "name");
    rules = List.copyOf(rules);
  }

  /** Whether the name keeps all rules. */
  public boolean keepsAll() {
    return rules.stream().allMatch(RuleAnswer::ok);
  }

  /** The rules that it breaks, by their stable words. */
  public List<String> broken() {
    return rules.stream().filter(each -> !each.ok()).map(RuleAnswer::rule).distinct().toList();
  }

  /**
   * One rule and whether the name keeps it.
   *
   * @param rule a stable word: {@code characters}, {@code family}, {@code separator}, {@code case},
   *     {@code segments}, {@code length}, {@code forbidden}, {@code abbreviations} or {@code
   *     pattern}
   * @param words what the rule says, in English
   * @param values what the rule speaks of, for pages that say it in another language
   */
  public record RuleAnswer(String rule, boolean ok, String words, Map<String, Object> values) {
    public RuleAnswer {
      Objects.requireNonNull(rule, "rule");
      Objects.requireNonNull(words, "words");
      values = Map.copyOf(values);
    }
  }
}
