package org.tagsmith.domain.governance;

import static org.tagsmith.domain.governance.ChangedVocabulary.alreadySo;
import static org.tagsmith.domain.governance.ChangedVocabulary.refused;

import java.util.Map;
import org.tagsmith.domain.vocabulary.Abbreviation;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.NamingRules;
import org.tagsmith.domain.vocabulary.Question;
import org.tagsmith.domain.vocabulary.SpellingKey;
import org.tagsmith.domain.vocabulary.TagFamily;

/** What a lead decides about the house's customs: families, abbreviations, rules, questions. */
final class HouseChanges {
  private final VocabularyDraft draft;

  HouseChanges(VocabularyDraft draft) {
    this.draft = draft;
  }

  void describe(VocabularyChange.DescribeFamily describe) {
    GivenWords.require(describe);
    TagFamily family = new TagFamily(describe.name(), describe.hue(), describe.names());
    if (draft.family(family.name()).filter(family::equals).isPresent()) {
      throw alreadySo();
    }
    draft.families().stream()
        .filter(other -> !other.name().equals(family.name()))
        .filter(other -> SpellingKey.of(other.name()).equals(SpellingKey.of(family.name())))
        .findFirst()
        .ifPresent(
            other -> {
              throw refused(
                  "family-taken",
                  "The family " + other.name() + " is there already. Choose another name.",
                  Map.of("field", "name", "family", other.name()));
            });
    draft.put(family);
  }

  void forgetFamily(String name) {
    if (draft.family(name).isEmpty()) {
      throw refused(
          "unknown-family",
          "There is no family " + name + ". Choose one of the vocabulary's.",
          Map.of("family", name));
    }
    draft.tags().stream()
        .filter(tag -> tag.family().equals(name))
        .map(HouseTag::name)
        .findFirst()
        .ifPresent(
            tag -> {
              throw refused(
                  "family-in-use",
                  name + " holds " + tag + ". Move its tags to other families first.",
                  Map.of("family", name, "name", tag));
            });
    draft.forgetFamily(name);
  }

  void abbreviate(String shortForm, String expansion) {
    Abbreviation wanted = new Abbreviation(shortForm, expansion);
    Abbreviation known = draft.abbreviation(shortForm).orElse(null);
    if (wanted.equals(known) || (expansion.isEmpty() && known == null)) {
      throw alreadySo();
    }
    if (expansion.isEmpty()) {
      draft.forgetAbbreviation(shortForm);
    } else {
      GivenWords.require(wanted);
      draft.put(wanted);
    }
  }

  void set(NamingRules rules) {
    if (draft.rules().equals(rules)) {
      throw alreadySo();
    }
    RulesCheck.require(rules, draft.tags());
    draft.put(rules);
  }

  void ask(Question question) {
    if (draft.question(question.label()).filter(question::equals).isPresent()) {
      throw alreadySo();
    }
    if (SpellingKey.of(question.label()).isEmpty()) {
      throw refused(
          "no-letters",
          "A label without a letter or digit can't be asked about. Write it out.",
          Map.of("label", question.label()));
    }
    GivenWords.require(question);
    if (question.choices().stream().map(Question.Choice::houseTagId).distinct().count() < 2) {
      throw refused(
          "too-few-choices", "A question offers two house tags or more. Add one.", Map.of());
    }
    draft
        .named(question.label())
        .ifPresent(
            tag -> {
              throw refused(
                  "names-a-tag",
                  "'"
                      + question.label()
                      + "' is a name of "
                      + tag.name()
                      + ". Rename that tag, or ask about another label.",
                  Map.of("label", question.label(), "tagId", tag.id()));
            });
    draft.alias(question.label()).ifPresent(alias -> draft.forgetAlias(alias.text()));
    draft.forgetIgnored(question.label());
    draft.put(question);
  }

  void forgetQuestion(String label) {
    if (!draft.forgetQuestion(label)) {
      throw refused(
          "nothing-to-forget",
          "Nobody decided anything about '" + label + "'.",
          Map.of("label", label));
    }
  }
}
