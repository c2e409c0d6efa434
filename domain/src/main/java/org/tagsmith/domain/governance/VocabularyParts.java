package org.tagsmith.domain.governance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.tagsmith.domain.governance.Difference.Kind;
import org.tagsmith.domain.vocabulary.Abbreviation;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.NamingRules;
import org.tagsmith.domain.vocabulary.Question;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;

/** A vocabulary as its single parts, each under a key of its kind. Not changed from outside. */
final class VocabularyParts {
  private final Map<Kind, Map<Object, Object>> parts = new LinkedHashMap<>();

  VocabularyParts(Vocabulary vocabulary) {
    put(Kind.FAMILY, vocabulary.families(), TagFamily::name);
    put(Kind.TAG, vocabulary.tags(), HouseTag::id);
    put(Kind.ALIAS, vocabulary.aliases(), Alias::text);
    put(Kind.ABBREVIATION, vocabulary.abbreviations(), Abbreviation::shortForm);
    put(Kind.CODE, vocabulary.reasonCodes(), ReasonCode::number);
    put(Kind.MACHINE_PREFIX, vocabulary.machineLabels(), text -> text);
    put(Kind.IGNORED_LABEL, vocabulary.ignoredLabels(), text -> text);
    put(Kind.QUESTION, vocabulary.questions(), Question::label);
    put(Kind.RULES, List.of(vocabulary.rules()), rules -> "");
  }

  private <T> void put(Kind kind, Collection<T> all, Function<T, Object> key) {
    Map<Object, Object> byKey = new LinkedHashMap<>();
    all.forEach(each -> byKey.put(key.apply(each), each));
    parts.put(kind, byKey);
  }

  /** What is in place under a key; null if nothing is. */
  Object part(Kind kind, Object key) {
    return parts.get(kind).get(key);
  }

  /** What the later one holds differently, in the order of kinds. */
  List<Difference> differencesTo(VocabularyParts later) {
    List<Difference> differences = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      Set<Object> keys = new LinkedHashSet<>(parts.get(kind).keySet());
      keys.addAll(later.parts.get(kind).keySet());
      for (Object key : keys) {
        Object before = part(kind, key);
        Object after = later.part(kind, key);
        if (!Objects.equals(before, after)) {
          differences.add(new Difference(kind, key, before, after));
        }
      }
    }
    return differences;
  }

  /** Puts the former part back in place of the later one. */
  void takeBack(Difference difference) {
    Map<Object, Object> byKey = parts.get(difference.kind());
    if (difference.before() == null) {
      byKey.remove(difference.key());
    } else {
      byKey.put(difference.key(), difference.before());
    }
  }

  Vocabulary numbered(int version) {
    return new Vocabulary(
        version,
        all(Kind.FAMILY, TagFamily.class),
        all(Kind.TAG, HouseTag.class),
        all(Kind.ALIAS, Alias.class),
        all(Kind.ABBREVIATION, Abbreviation.class),
        all(Kind.CODE, ReasonCode.class),
        all(Kind.MACHINE_PREFIX, String.class),
        all(Kind.IGNORED_LABEL, String.class),
        all(Kind.RULES, NamingRules.class).get(0),
        all(Kind.QUESTION, Question.class));
  }

  private <T> List<T> all(Kind kind, Class<T> type) {
    return parts.get(kind).values().stream().map(type::cast).toList();
  }
}
