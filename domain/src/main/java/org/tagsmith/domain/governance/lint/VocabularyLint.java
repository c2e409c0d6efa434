package org.tagsmith.domain.governance.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import org.tagsmith.domain.governance.Difference.Kind;
import org.tagsmith.domain.governance.NameCheck;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.SpellingKey;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyReader;

/**
 * Looks a vocabulary over. Its rules are those of SKOS quality checks where they fit a house's
 * tags. Takes time in proportion to the vocabulary.
 */
public final class VocabularyLint {
  /** Looking for a name that keeps the rules takes longer than seeing that one breaks them. */
  private static final int MOST_OFFERED = 100;

  private static final List<String> LANGUAGES = List.of("en", "zh-Hant", "zh-Hans");

  private final Vocabulary vocabulary;
  private final Map<Integer, HouseTag> tags;
  private final List<LintFinding> findings = new ArrayList<>();

  private VocabularyLint(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.tags =
        vocabulary.tags().stream().collect(Collectors.toMap(HouseTag::id, Function.identity()));
  }

  /**
   * Everything that could be better, the worst first.
   *
   * @param reader of the vocabulary to look over, which agrees with itself
   * @param contactsOf how many contacts count for a tag; 1 where that is not known
   */
  public static List<LintFinding> findings(VocabularyReader reader, IntToLongFunction contactsOf) {
    VocabularyLint lint = new VocabularyLint(reader.vocabulary());
    lint.successors();
    lint.names();
    lint.reach(reader);
    lint.rules();
    lint.findings.addAll(NearNames.findings(reader.vocabulary().tags()));
    lint.words();
    lint.codes();
    lint.orphans(contactsOf);
    return lint.findings.stream().sorted(Comparator.comparing(LintFinding::rule)).toList();
  }

  private void successors() {
    for (HouseTag tag : vocabulary.tags()) {
      HouseTag next = tags.get(tag.successorId());
      if (next == null || next.successorId() == null) {
        continue;
      }
      Set<Integer> passed = new HashSet<>();
      HouseTag here = tag;
      while (here != null && passed.add(here.id())) {
        here = tags.get(here.successorId());
      }
      add(here == null ? LintRule.CHAIN : LintRule.CYCLE, tag, "", next.name());
    }
  }

  private void names() {
    Map<String, HouseTag> owners = new HashMap<>();
    Map<Integer, Set<String>> own = new HashMap<>();
    for (HouseTag tag : vocabulary.tags()) {
      Set<String> keys = own.computeIfAbsent(tag.id(), absent -> new HashSet<>());
      name(owners, keys, tag, tag.name());
      new TreeMap<>(tag.names()).values().forEach(name -> name(owners, keys, tag, name));
    }
    for (Alias alias : vocabulary.aliases()) {
      HouseTag tag = tags.get(alias.houseTagId());
      String key = SpellingKey.of(alias.text());
      if (!key.isEmpty() && own.get(tag.id()).contains(key)) {
        add(LintRule.ALIAS_IS_NAME, tag, alias.text(), "");
      } else {
        clash(owners, key, tag, alias.text());
      }
      hidden(tag, alias.text());
    }
  }

  private void name(Map<String, HouseTag> owners, Set<String> own, HouseTag tag, String name) {
    String key = SpellingKey.of(name);
    if (own.add(key)) {
      clash(owners, key, tag, name);
    }
    hidden(tag, name);
  }

  private void clash(Map<String, HouseTag> owners, String key, HouseTag tag, String name) {
    HouseTag owner = key.isEmpty() ? null : owners.putIfAbsent(key, tag);
    if (owner != null && owner.id() != tag.id()) {
      add(LintRule.LABEL_CLASH, tag, name, owner.name());
    }
  }

  private void hidden(HouseTag tag, String name) {
    if (HiddenSigns.in(name)) {
      add(LintRule.HIDDEN_SIGNS, tag, name, "");
    }
  }

  private void reach(VocabularyReader reader) {
    for (HouseTag tag : vocabulary.tags()) {
      if (!tag.retired()) {
        reach(reader, tag, tag.name());
        new TreeMap<>(tag.names()).values().forEach(name -> reach(reader, tag, name));
      }
    }
    for (Alias alias : vocabulary.aliases()) {
      HouseTag tag = tags.get(alias.houseTagId());
      if (!tag.retired()) {
        reach(reader, tag, alias.text());
      }
    }
  }

  private void reach(VocabularyReader reader, HouseTag tag, String name) {
    if (!name.isEmpty() && !Reach.leads(reader.interpret(name), tag)) {
      add(LintRule.UNREACHABLE, tag, name, "");
    }
  }

  private void rules() {
    NameCheck check = NameCheck.of(vocabulary);
    int found = 0;
    for (HouseTag tag : vocabulary.tags()) {
      List<String> broken = tag.retired() ? List.of() : check.broken(tag.name(), tag.family());
      if (!broken.isEmpty()) {
        String offered =
            found++ < MOST_OFFERED ? check.check(tag.name(), tag.family()).corrected() : null;
        add(LintRule.BREAKS_RULES, tag, String.join(", ", broken), offered == null ? "" : offered);
      }
    }
  }

  private void words() {
    for (HouseTag tag : vocabulary.tags()) {
      if (!tag.retired()) {
        if (tag.description().isBlank()) {
          add(LintRule.NO_DEFINITION, tag, "", "");
        }
        if (tag.examples().isEmpty()) {
          add(LintRule.NO_EXAMPLES, tag, "", "");
        }
        languages(tag.names(), Kind.TAG, tag.id(), tag.name());
      }
    }
    for (TagFamily family : vocabulary.families()) {
      languages(family.names(), Kind.FAMILY, family.name(), family.name());
    }
    for (ReasonCode code : vocabulary.reasonCodes()) {
      if (!code.retired()) {
        String number = Integer.toString(code.number());
        languages(code.names(), Kind.CODE, code.number(), number);
      }
    }
  }

  private void languages(Map<String, String> names, Kind kind, Object key, String name) {
    String missing =
        LANGUAGES.stream()
            .filter(language -> names.getOrDefault(language, "").isBlank())
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      findings.add(new LintFinding(LintRule.MISSING_LANGUAGE, kind, key, name, missing, ""));
    }
  }

  private void codes() {
    for (ReasonCode code : vocabulary.reasonCodes()) {
      HouseTag tag = tags.get(code.houseTagId());
      new TreeMap<>(code.names())
          .values().stream()
              .filter(name -> !code.retired() && HiddenSigns.in(name))
              .forEach(name -> code(LintRule.HIDDEN_SIGNS, code, name, ""));
      if (!code.retired() && tag != null && tag.retired()) {
        code(LintRule.CODE_OF_RETIRED_TAG, code, "", tag.name());
      }
    }
  }

  private void code(LintRule rule, ReasonCode code, String detail, String other) {
    String number = Integer.toString(code.number());
    findings.add(new LintFinding(rule, Kind.CODE, code.number(), number, detail, other));
  }

  private void orphans(IntToLongFunction contactsOf) {
    Set<Integer> led = new HashSet<>();
    vocabulary.aliases().forEach(alias -> led.add(alias.houseTagId()));
    vocabulary.reasonCodes().forEach(code -> led.add(code.houseTagId()));
    Set<String> families = new HashSet<>();
    for (HouseTag tag : vocabulary.tags()) {
      if (!tag.retired()) {
        families.add(tag.family());
        if (!led.contains(tag.id()) && contactsOf.applyAsLong(tag.id()) == 0) {
          add(LintRule.ORPHAN, tag, "", "");
        }
      }
    }
    for (TagFamily family : vocabulary.families()) {
      if (!families.contains(family.name())) {
        findings.add(
            new LintFinding(
                LintRule.EMPTY_FAMILY, Kind.FAMILY, family.name(), family.name(), "", ""));
      }
    }
  }

  private void add(LintRule rule, HouseTag tag, String detail, String other) {
    findings.add(new LintFinding(rule, Kind.TAG, tag.id(), tag.name(), detail, other));
  }
}
