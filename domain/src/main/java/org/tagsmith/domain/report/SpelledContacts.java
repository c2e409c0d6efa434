package org.tagsmith.domain.report;

import java.util.Set;

/**
 * Contacts that carry labels of one spelling.
 *
 * @param labels exactly as found
 * @param contacts each once, however many of the labels it carries
 */
public record SpelledContacts(Set<String> labels, long contacts) {
  public SpelledContacts {
    labels = Set.copyOf(labels);
  }
}
