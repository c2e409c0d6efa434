package org.tagsmith.domain.sync.usecase;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.Interpretation;
import org.tagsmith.domain.vocabulary.SpellingKey;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyReader;

/**
 * Whether a label in a helpdesk's rule is one that a decision is about: it is written like one,
 * like a name of a tag it is about, or it means such a tag now.
 */
final class AskedLabels implements Predicate<String> {
  private final VocabularyReader reader;
  private final Set<Integer> tagIds;
  private final Set<String> exactly;
  private final Set<String> spellings = new HashSet<>();

  AskedLabels(VocabularyReader reader, Set<Integer> tagIds, Collection<String> labels) {
    this.reader = reader;
    this.tagIds = Set.copyOf(tagIds);
    this.exactly = Set.copyOf(labels);
    labels.forEach(this::ask);
    Vocabulary vocabulary = reader.vocabulary();
    for (HouseTag tag : vocabulary.tags()) {
      if (tagIds.contains(tag.id())) {
        ask(tag.name());
        tag.names().values().forEach(this::ask);
      }
    }
    for (Alias alias : vocabulary.aliases()) {
      if (tagIds.contains(alias.houseTagId())) {
        ask(alias.text());
      }
    }
  }

  private void ask(String label) {
    String key = SpellingKey.of(label);
    if (!key.isEmpty()) {
      spellings.add(key);
    }
  }

  @Override
  public boolean test(String label) {
    return exactly.contains(label)
        || spellings.contains(SpellingKey.of(label))
        || (reader.interpret(label) instanceof Interpretation.Matched matched
            && tagIds.contains(matched.tag().id()));
  }
}
