package org.tagsmith.domain.governance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.SpellingKey;
import org.tagsmith.domain.vocabulary.Vocabulary;

/** A vocabulary while it is changed. For one thread. */
final class VocabularyDraft {
  private final Vocabulary base;
  private final Map<Integer, HouseTag> tags = new LinkedHashMap<>();
  private final Map<String, Alias> aliases = new LinkedHashMap<>();
  private final Map<Integer, ReasonCode> codes = new LinkedHashMap<>();
  private final List<String> ignored;
  private final List<String> prefixes;

  VocabularyDraft(Vocabulary base) {
    this.base = base;
    base.tags().forEach(tag -> tags.put(tag.id(), tag));
    base.aliases().forEach(alias -> aliases.put(alias.text(), alias));
    base.reasonCodes().forEach(code -> codes.put(code.number(), code));
    this.ignored = new ArrayList<>(base.ignoredLabels());
    this.prefixes = new ArrayList<>(base.machineLabels());
  }

  /** What it has become; the same number as before. */
  Vocabulary done() {
    return new Vocabulary(
        base.version(),
        base.families(),
        List.copyOf(tags.values()),
        List.copyOf(aliases.values()),
        base.abbreviations(),
        codes.values().stream().sorted(Comparator.comparingInt(ReasonCode::number)).toList(),
        prefixes,
        ignored);
  }

  boolean hasFamily(String name) {
    return base.families().stream().anyMatch(family -> family.name().equals(name));
  }

  Optional<HouseTag> tag(int id) {
    return Optional.ofNullable(tags.get(id));
  }

  Iterable<HouseTag> tags() {
    return List.copyOf(tags.values());
  }

  void put(HouseTag tag) {
    tags.put(tag.id(), tag);
  }

  void change(int id, UnaryOperator<HouseTag> to) {
    tags.computeIfPresent(id, (same, tag) -> to.apply(tag));
  }

  Optional<ReasonCode> code(int number) {
    return Optional.ofNullable(codes.get(number));
  }

  void put(ReasonCode code) {
    codes.put(code.number(), code);
  }

  /** The tag whose name or display name this is, retired ones too. */
  Optional<HouseTag> named(String text) {
    String key = SpellingKey.of(text);
    return tags.values().stream()
        .filter(
            tag ->
                SpellingKey.of(tag.name()).equals(key)
                    || tag.names().values().stream()
                        .anyMatch(name -> SpellingKey.of(name).equals(key)))
        .findFirst();
  }

  /** The alias of this spelling. */
  Optional<Alias> alias(String text) {
    Alias exact = aliases.get(text);
    if (exact != null) {
      return Optional.of(exact);
    }
    String key = SpellingKey.of(text);
    return aliases.values().stream()
        .filter(alias -> !key.isEmpty() && SpellingKey.of(alias.text()).equals(key))
        .findFirst();
  }

  List<Alias> aliasesOf(int tagId) {
    return aliases.values().stream().filter(alias -> alias.houseTagId() == tagId).toList();
  }

  void put(Alias alias) {
    aliases.put(alias.text(), alias);
  }

  boolean forgetAlias(String text) {
    return aliases.remove(text) != null;
  }

  boolean isIgnored(String label) {
    return ignored.contains(label);
  }

  void ignore(String label) {
    ignored.add(label);
  }

  boolean forgetIgnored(String label) {
    return ignored.remove(label);
  }

  List<String> prefixes() {
    return List.copyOf(prefixes);
  }

  void setAside(String prefix) {
    prefixes.add(prefix);
  }

  boolean forgetPrefix(String prefix) {
    return prefixes.remove(prefix);
  }
}
