package org.tagsmith.domain.governance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tagsmith.domain.vocabulary.Abbreviation;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.NamingRules;
import org.tagsmith.domain.vocabulary.Question;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;

/** A vocabulary while it is changed. For one thread. */
final class VocabularyDraft {
  private final int version;
  private final Map<String, TagFamily> families = new LinkedHashMap<>();
  private final Map<Integer, HouseTag> tags = new LinkedHashMap<>();
  private final SpellingIndex<Integer> tagsByName = new SpellingIndex<>();
  private final Map<String, Alias> aliases = new LinkedHashMap<>();
  private final SpellingIndex<String> aliasesBySpelling = new SpellingIndex<>();
  private final Map<String, Abbreviation> abbreviations = new LinkedHashMap<>();
  private final Map<Integer, ReasonCode> codes = new LinkedHashMap<>();
  private final Map<String, Question> questions = new LinkedHashMap<>();
  private final SpellingIndex<String> questionsBySpelling = new SpellingIndex<>();
  private final List<String> ignored;
  private final List<String> prefixes;
  private NamingRules rules;

  VocabularyDraft(Vocabulary base) {
    this.version = base.version();
    base.families().forEach(this::put);
    base.tags().forEach(this::put);
    base.aliases().forEach(this::put);
    base.abbreviations().forEach(this::put);
    base.reasonCodes().forEach(this::put);
    base.questions().forEach(this::put);
    this.ignored = new ArrayList<>(base.ignoredLabels());
    this.prefixes = new ArrayList<>(base.machineLabels());
    this.rules = base.rules();
  }

  /** What it has become; the same number as before. */
  Vocabulary done() {
    return new Vocabulary(
        version,
        List.copyOf(families.values()),
        List.copyOf(tags.values()),
        List.copyOf(aliases.values()),
        List.copyOf(abbreviations.values()),
        codes.values().stream().sorted(Comparator.comparingInt(ReasonCode::number)).toList(),
        prefixes,
        ignored,
        rules,
        List.copyOf(questions.values()));
  }

  Optional<TagFamily> family(String name) {
    return Optional.ofNullable(families.get(name));
  }

  void put(TagFamily family) {
    families.put(family.name(), family);
  }

  List<TagFamily> families() {
    return List.copyOf(families.values());
  }

  void forgetFamily(String name) {
    families.remove(name);
  }

  Optional<HouseTag> tag(int id) {
    return Optional.ofNullable(tags.get(id));
  }

  List<HouseTag> tags() {
    return List.copyOf(tags.values());
  }

  void put(HouseTag tag) {
    HouseTag former = tags.put(tag.id(), tag);
    if (former != null) {
      tagsByName.remove(names(former), former.id());
    }
    tagsByName.add(names(tag), tag.id());
  }

  /** The tag whose name or display name this is, retired ones too. */
  Optional<HouseTag> named(String text) {
    return tagsByName.bearer(text).map(tags::get);
  }

  private static List<String> names(HouseTag tag) {
    return Stream.concat(Stream.of(tag.name()), tag.names().values().stream()).toList();
  }

  Optional<ReasonCode> code(int number) {
    return Optional.ofNullable(codes.get(number));
  }

  List<ReasonCode> codes() {
    return List.copyOf(codes.values());
  }

  void put(ReasonCode code) {
    codes.put(code.number(), code);
  }

  /** The alias of this spelling. */
  Optional<Alias> alias(String text) {
    Alias exact = aliases.get(text);
    return exact != null ? Optional.of(exact) : aliasesBySpelling.bearer(text).map(aliases::get);
  }

  List<Alias> aliasesOf(int tagId) {
    return aliases.values().stream().filter(alias -> alias.houseTagId() == tagId).toList();
  }

  /** What is decided about a spelling is asked no more. */
  void put(Alias alias) {
    forgetQuestion(alias.text());
    aliases.put(alias.text(), alias);
    aliasesBySpelling.add(List.of(alias.text()), alias.text());
  }

  boolean forgetAlias(String text) {
    aliasesBySpelling.remove(List.of(text), text);
    return aliases.remove(text) != null;
  }

  Optional<Abbreviation> abbreviation(String shortForm) {
    return Optional.ofNullable(abbreviations.get(shortForm));
  }

  void put(Abbreviation abbreviation) {
    abbreviations.put(abbreviation.shortForm(), abbreviation);
  }

  List<Abbreviation> abbreviations() {
    return List.copyOf(abbreviations.values());
  }

  void forgetAbbreviation(String shortForm) {
    abbreviations.remove(shortForm);
  }

  Optional<Question> question(String label) {
    return Optional.ofNullable(questions.get(label));
  }

  void put(Question question) {
    forgetQuestion(question.label());
    questions.put(question.label(), question);
    questionsBySpelling.add(List.of(question.label()), question.label());
  }

  /** Forgets what is asked about a label, however it is spelled. */
  boolean forgetQuestion(String label) {
    Optional<String> asked =
        questions.containsKey(label) ? Optional.of(label) : questionsBySpelling.bearer(label);
    asked.ifPresent(
        known -> {
          questions.remove(known);
          questionsBySpelling.remove(List.of(known), known);
        });
    return asked.isPresent();
  }

  NamingRules rules() {
    return rules;
  }

  void put(NamingRules newRules) {
    rules = newRules;
  }

  boolean isIgnored(String label) {
    return ignored.contains(label);
  }

  void ignore(String label) {
    forgetQuestion(label);
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
