package org.tagsmith.domain.sync;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Something that people set up in their helpdesk and that speaks of labels: it asks for them, adds
 * them, or takes them off. Who renames a label has to look at it.
 *
 * @param name as people gave it, never null
 * @param page where an admin opens it in a browser; empty where that is not known
 * @param labels those it speaks of, each as it stands there
 */
public record HelpdeskRule(Kind kind, String name, Optional<URI> page, Set<String> labels) {
  public HelpdeskRule {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(page, "page");
    labels = Set.copyOf(labels);
  }

  /** What it is, in the words that both helpdesks use. */
  public enum Kind {
    /** Acts when a ticket changes. */
    TRIGGER,
    /** Acts by time, or, in Freshdesk, at all. */
    AUTOMATION,
    /** A list of tickets that agents work from. */
    VIEW,
    /** What an agent does to a ticket with one click. */
    MACRO
  }

  /** The same rule with those of its labels that are asked for. */
  HelpdeskRule speakingOf(Predicate<String> asked) {
    return new HelpdeskRule(
        kind, name, page, labels.stream().filter(asked).collect(Collectors.toSet()));
  }
}
