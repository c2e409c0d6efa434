package org.tagsmith.domain.governance;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.SpellingKey;

/** Which names a tag may have. */
final class TagNames {
  private static final int LONGEST = 40;
  private static final int LONGEST_HAN = 16;

  private final VocabularyDraft draft;

  TagNames(VocabularyDraft draft) {
    this.draft = draft;
  }

  /**
   * A canonical name that no other tag has.
   *
   * @param own the tag that shall have it, null for a new one
   * @throws ChangeRefused if it cannot be
   */
  void requireFree(String name, HouseTag own) {
    requireLetters(name);
    if (name.codePoints().anyMatch(TagNames::isNoPartOfAName)) {
      throw refused(
          "bad-characters",
          "The name holds a sign that cannot be seen, or a line break. Type it again.",
          Map.of("name", name));
    }
    boolean han = name.codePoints().anyMatch(Character::isIdeographic);
    int longest = han ? LONGEST_HAN : LONGEST;
    if (name.codePointCount(0, name.length()) > longest) {
      throw refused(
          "name-too-long",
          "The name must be " + longest + " characters or fewer.",
          Map.of("name", name, "longest", longest));
    }
    requireUnambiguous(name, own);
  }

  /** A name or display name that means no other tag. */
  void requireUnambiguous(String name, HouseTag own) {
    draft
        .named(name)
        .filter(other -> own == null || other.id() != own.id())
        .ifPresent(
            other -> {
              throw refused(
                  "name-taken",
                  "'" + name + "' is a name of " + other.name() + " already. Choose another.",
                  Map.of("name", name, "tagId", other.id()));
            });
    draft
        .alias(name)
        .filter(alias -> own == null || alias.houseTagId() != own.id())
        .ifPresent(
            alias -> {
              throw refused(
                  "name-is-alias",
                  "'" + name + "' is an alias already. Forget the alias first, or choose another.",
                  Map.of("name", name, "tagId", alias.houseTagId()));
            });
  }

  /**
   * A name that the house's rules allow. For new names: what is there already stays.
   *
   * @throws ChangeRefused {@code breaks-rules}, with the rules and a form that keeps them
   */
  void requireRules(String name, String family) {
    NameAnswer answer =
        NameCheck.under(draft.rules(), draft.families(), draft.abbreviations()).check(name, family);
    if (answer.keepsAll()) {
      return;
    }
    String remedy =
        answer.corrected() == null ? "Choose another." : "Use " + answer.corrected() + "?";
    Map<String, Object> fields = new HashMap<>(Map.of("name", name, "rules", answer.broken()));
    if (answer.corrected() != null) {
      fields.put("corrected", answer.corrected());
    }
    throw refused(
        "breaks-rules",
        "'"
            + name
            + "' breaks the naming rules. "
            + answer.rules().stream()
                .filter(each -> !each.ok())
                .map(NameAnswer.RuleAnswer::words)
                .collect(Collectors.joining(" "))
            + " "
            + remedy,
        fields);
  }

  void requireLetters(String text) {
    if (SpellingKey.of(text).isEmpty()) {
      throw refused(
          "no-letters",
          "'" + text + "' has no letter or digit, so nothing can be found by it.",
          Map.of("label", text));
    }
  }

  private static boolean isNoPartOfAName(int point) {
    return UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
        || UCharacter.hasBinaryProperty(point, UProperty.BIDI_CONTROL)
        || Character.isISOControl(point)
        || Character.getType(point) == Character.LINE_SEPARATOR
        || Character.getType(point) == Character.SURROGATE;
  }

  private static ChangeRefused refused(String reason, String message, Map<String, Object> fields) {
    return ChangedVocabulary.refused(reason, message, fields);
  }
}
