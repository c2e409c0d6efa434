package org.tagsmith.domain.governance.lint;

import java.util.Objects;
import org.tagsmith.domain.governance.Difference;

/**
 * One thing that could be better.
 *
 * @param kind of what
 * @param key its id, number or name
 * @param name what people call it
 * @param detail the spelling, language or naming rules that it is about; empty for none
 * @param other the name of the other thing, where there are two, or a name that keeps the rules,
 *     for the first hundred; empty for none
 */
public record LintFinding(
    LintRule rule, Difference.Kind kind, Object key, String name, String detail, String other) {
  public LintFinding {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(key, "key");
  }
}
