package org.tagsmith.domain.governance;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tagsmith.domain.vocabulary.Abbreviation;
import org.tagsmith.domain.vocabulary.Question;
import org.tagsmith.domain.vocabulary.SpellingKey;
import org.tagsmith.domain.vocabulary.TagFamily;

/**
 * Whether what people say about a tag, a family, a code and the like, or ask for, can stand on
 * everybody's pages: of any script, but seen as it is, and no longer than a page can show.
 */
public final class GivenWords {
  /**
   * The longest label that may be given a meaning: no helpdesk takes a longer one (Zendesk 255).
   */
  public static final int LONGEST_LABEL = 255;

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_FAMILY = 24;
  private static final int LONGEST_CODE_NAME = 80;
  private static final int LONGEST_PURPOSE = 1_000;
  private static final int LONGEST_EXAMPLE = 300;
  private static final int MOST_EXAMPLES = 20;
  private static final int LONGEST_OWNER = 80;
  private static final int LONGEST_FACET = 60;
  private static final Set<String> FACETS =
      Set.of("query-type", "product", "expertise", "location", "journey-stage");

  private GivenWords() {}

  /**
   * Of a tag.
   *
   * @throws ChangeRefused {@code bad-text}, {@code text-too-long}, {@code too-many}, {@code
   *     unknown-facet} or {@code unknown-hue}, with the field
   */
  static void require(TagDescription about) {
    requireNames(about.names());
    requireText("purpose", about.purpose(), LONGEST_PURPOSE);
    requireExamples("tag", about.examples());
    requireText("owner", about.owner(), LONGEST_OWNER);
    about
        .facets()
        .forEach(
            (facet, value) -> {
              if (!FACETS.contains(facet)) {
                throw ChangedVocabulary.refused(
                    "unknown-facet",
                    "There is no facet '" + facet + "'.",
                    Map.of("field", "facets", "facet", facet));
              }
              requireText("facets." + facet, value, LONGEST_FACET);
            });
    if (about.hue() != null) {
      requireHue(about.hue());
    }
  }

  /**
   * Of a family.
   *
   * @throws ChangeRefused as for a tag
   */
  static void require(VocabularyChange.DescribeFamily family) {
    requireName("name", family.name(), LONGEST_FAMILY);
    requireNames(family.names());
    requireHue(family.hue());
  }

  /**
   * Of a reason code.
   *
   * @throws ChangeRefused as for a tag
   */
  static void require(CodeDescription about) {
    about
        .names()
        .forEach((language, name) -> requireLine("names." + language, name, LONGEST_CODE_NAME));
    requireExamples("code", about.examples());
    requireLine("department", about.department(), LONGEST_OWNER);
    about.groups().forEach(group -> requireLine("groups", group, LONGEST_OWNER));
  }

  /**
   * Of a question; its label stands on tickets as it is.
   *
   * @throws ChangeRefused as for a tag
   */
  static void require(Question question) {
    requireLabel("label", question.label());
    question.guidance().values().forEach(text -> requireText("guidance", text, LONGEST_PURPOSE));
    question.choices().stream()
        .flatMap(choice -> choice.when().values().stream())
        .forEach(text -> requireText("choices", text, LONGEST_PURPOSE));
  }

  /**
   * Of an abbreviation.
   *
   * @throws ChangeRefused as for a tag
   */
  static void require(Abbreviation abbreviation) {
    requireLine("shortForm", abbreviation.shortForm(), LONGEST_NAME);
    requireLine("expansion", abbreviation.expansion(), LONGEST_NAME);
  }

  private static void requireExamples(String ofWhat, List<String> examples) {
    if (examples.size() > MOST_EXAMPLES) {
      throw ChangedVocabulary.refused(
          "too-many",
          "A " + ofWhat + " has " + MOST_EXAMPLES + " examples or fewer. Take the worst away.",
          Map.of("field", "examples", "most", MOST_EXAMPLES));
    }
    examples.forEach(each -> requireText("examples", each, LONGEST_EXAMPLE));
  }

  private static void requireLine(String field, String text, int longest) {
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      throw unseen(field);
    }
    requireText(field, text, longest);
  }

  private static void requireNames(Map<String, String> names) {
    names.forEach((language, name) -> requireName("names." + language, name, LONGEST_NAME));
  }

  /**
   * Of a name in one line.
   *
   * @param longest how many characters at most
   * @throws ChangeRefused {@code no-letters}, {@code bad-text} or {@code text-too-long}, with the
   *     field
   */
  public static void requireName(String field, String name, int longest) {
    if (SpellingKey.of(name).isEmpty()) {
      throw ChangedVocabulary.refused(
          "no-letters",
          "'" + name + "' has no letter or digit, so nothing can be found by it.",
          Map.of("field", field, "label", name));
    }
    requireLine(field, name, longest);
  }

  /**
   * Of a label that is given a meaning. Its signs may be any, since people and software type it.
   *
   * @throws ChangeRefused {@code text-too-long}, with the field
   */
  static void requireLabel(String field, String label) {
    if (label.codePointCount(0, label.length()) > LONGEST_LABEL) {
      throw tooLong(field, LONGEST_LABEL);
    }
  }

  /**
   * Of a text that must not be empty.
   *
   * @throws ChangeRefused {@code text-missing}, {@code bad-text} or {@code text-too-long}, with the
   *     field
   */
  public static void requireWords(String field, String text, int longest) {
    if (text.isBlank()) {
      throw ChangedVocabulary.refused(
          "text-missing", "This must not be empty.", Map.of("field", field));
    }
    requireText(field, text, longest);
  }

  /**
   * Of a text that may be empty.
   *
   * @throws ChangeRefused {@code bad-text} or {@code text-too-long}, with the field
   */
  public static void requireText(String field, String text, int longest) {
    if (text.codePointCount(0, text.length()) > longest) {
      throw tooLong(field, longest);
    }
    if (text.codePoints().anyMatch(GivenWords::isUnseen)) {
      throw unseen(field);
    }
  }

  private static ChangeRefused tooLong(String field, int longest) {
    return ChangedVocabulary.refused(
        "text-too-long",
        "This must be " + longest + " characters or fewer.",
        Map.of("field", field, "longest", longest));
  }

  private static ChangeRefused unseen(String field) {
    return ChangedVocabulary.refused(
        "bad-text",
        "The text holds a sign that cannot be seen. Type it again.",
        Map.of("field", field));
  }

  /** Signs that turn or hide others; those that join emoji and letters of some scripts may stay. */
  private static boolean isUnseen(int point) {
    return UCharacter.hasBinaryProperty(point, UProperty.BIDI_CONTROL)
        || (Character.isISOControl(point) && point != '\n' && point != '\r' && point != '\t')
        || Character.getType(point) == Character.SURROGATE;
  }

  private static void requireHue(String hue) {
    if (!TagFamily.HUES.contains(hue)) {
      throw ChangedVocabulary.refused(
          "unknown-hue",
          "There is no colour " + hue + ". Choose one of the twelve.",
          Map.of("field", "hue", "hue", hue));
    }
  }
}
