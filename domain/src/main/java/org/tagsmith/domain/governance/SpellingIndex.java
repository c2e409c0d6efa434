package org.tagsmith.domain.governance;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tagsmith.domain.vocabulary.SpellingKey;

/** Who bears which name, whatever its case and separators. For one thread. */
final class SpellingIndex<T> {
  private final Map<String, Set<T>> bearers = new HashMap<>();

  void add(Collection<String> names, T bearer) {
    for (String name : names) {
      bearers.computeIfAbsent(SpellingKey.of(name), key -> new LinkedHashSet<>()).add(bearer);
    }
  }

  void remove(Collection<String> names, T bearer) {
    for (String name : names) {
      Set<T> of = bearers.get(SpellingKey.of(name));
      if (of != null) {
        of.remove(bearer);
      }
    }
  }

  /** Who bears this name first; nobody bears a name without a letter. */
  Optional<T> bearer(String name) {
    String key = SpellingKey.of(name);
    return key.isEmpty()
        ? Optional.empty()
        : bearers.getOrDefault(key, Set.of()).stream().findFirst();
  }
}
