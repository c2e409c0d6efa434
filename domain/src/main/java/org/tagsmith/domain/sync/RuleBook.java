package org.tagsmith.domain.sync;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What one account's rules say of labels, and which kinds of rules that leaves out. Immutable.
 *
 * @param rules those in use that speak of labels, in the helpdesk's order
 * @param unread kinds that are not all among them, and why
 */
public record RuleBook(List<HelpdeskRule> rules, Map<HelpdeskRule.Kind, Unread> unread) {
  public RuleBook {
    rules = List.copyOf(rules);
    Map<HelpdeskRule.Kind, Unread> inOrder = new EnumMap<>(HelpdeskRule.Kind.class);
    inOrder.putAll(unread);
    unread = Collections.unmodifiableMap(inOrder);
  }

  /** Why rules of a kind are not there. */
  public enum Unread {
    /** The key may not read them; its owner has too few rights. */
    NOT_PERMITTED,
    /** The helpdesk gives them to no program. */
    NOT_OFFERED,
    /** There are more than are read. */
    TOO_MANY
  }

  /** The rules that speak of any of these labels, each with those alone. */
  public List<HelpdeskRule> speakingOf(Predicate<String> asked) {
    return rules.stream()
        .map(rule -> rule.speakingOf(asked))
        .filter(rule -> !rule.labels().isEmpty())
        .toList();
  }
}
