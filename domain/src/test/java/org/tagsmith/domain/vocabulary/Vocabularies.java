package org.tagsmith.domain.vocabulary;

import java.util.List;
import java.util.Map;

/** Small vocabularies for tests. */
final class Vocabularies {
  static final TagFamily TOPIC = new TagFamily("Topic", "teal", Map.of("en", "Topic"));

  private Vocabularies() {}

  static Vocabulary of(List<HouseTag> tags) {
    return of(tags, List.of());
  }

  static Vocabulary of(List<HouseTag> tags, List<Alias> aliases) {
    return new Vocabulary(
        1, List.of(TOPIC), tags, aliases, List.of(), List.of(), List.of(), List.of());
  }

  static HouseTag tag(int id, String name) {
    return new HouseTag(id, name, "Topic", Map.of(), "", List.of(), false, null);
  }

  static HouseTag retired(int id, String name, Integer successorId) {
    return new HouseTag(id, name, "Topic", Map.of(), "", List.of(), true, successorId);
  }
}
