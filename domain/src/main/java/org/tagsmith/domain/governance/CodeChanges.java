package org.tagsmith.domain.governance;

import static org.tagsmith.domain.governance.ChangedVocabulary.alreadySo;
import static org.tagsmith.domain.governance.ChangedVocabulary.refused;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.SpellingKey;

/** What a lead decides about reason codes. A number never returns. */
final class CodeChanges {
  private static final int LARGEST = 9999;
  private static final int MOST_LEVELS = 3;

  private final VocabularyDraft draft;
  private final TagChanges tags;

  CodeChanges(VocabularyDraft draft, TagChanges tags) {
    this.draft = draft;
    this.tags = tags;
  }

  void add(VocabularyChange.AddCode add) {
    draft
        .code(add.number())
        .ifPresent(
            other -> {
              throw refused(
                  "number-taken",
                  "Code "
                      + add.number()
                      + (other.retired() ? " was used before and never returns." : " is in use.")
                      + " The next free one is "
                      + free(add.number())
                      + ".",
                  Map.of("number", add.number(), "free", free(add.number())));
            });
    if (add.number() < 1 || add.number() > LARGEST) {
      throw refused(
          "bad-number",
          "A reason code is a number from 1 to " + LARGEST + ".",
          Map.of("number", add.number(), "free", free(1)));
    }
    tags.live(add.about().tagId());
    put(add.number(), add.about(), null);
  }

  void describe(VocabularyChange.DescribeCode describe) {
    ReasonCode code = code(describe.number());
    put(code.number(), describe.about(), code);
    if (code(code.number()).equals(code)) {
      throw alreadySo();
    }
  }

  private void put(int number, CodeDescription about, ReasonCode former) {
    requireNames(number, about);
    GivenWords.require(about);
    if (about.parent() != null) {
      requireParent(number, about.parent());
    }
    draft.put(
        new ReasonCode(
            number,
            tags.tag(about.tagId()).id(),
            about.names(),
            about.examples(),
            about.department(),
            former != null && former.retired(),
            former == null ? null : former.successor(),
            about.parent(),
            about.groups()));
  }

  /** Codes with one name would be one for whoever types it. */
  private void requireNames(int number, CodeDescription about) {
    Set<String> names =
        about.names().values().stream()
            .map(SpellingKey::inAnyScript)
            .filter(key -> !key.isEmpty())
            .collect(Collectors.toSet());
    if (names.isEmpty()) {
      throw refused(
          "no-code-name",
          "Say what the customer would say, in one language or more.",
          Map.of("number", number));
    }
    draft.codes().stream()
        .filter(other -> other.number() != number && !other.retired())
        .filter(
            other ->
                other.names().values().stream()
                    .map(SpellingKey::inAnyScript)
                    .anyMatch(names::contains))
        .findFirst()
        .ifPresent(
            other -> {
              throw refused(
                  "code-name-taken",
                  "Code " + other.number() + " has this name already. Choose other words.",
                  Map.of("number", other.number()));
            });
  }

  /** A code lies under another, never in a circle, and three levels at most. */
  private void requireParent(int number, int parent) {
    int above = 0;
    Integer here = parent;
    while (here != null && above <= MOST_LEVELS) {
      ReasonCode code = code(here);
      if (here == number) {
        throw tooDeep(number, parent);
      }
      above++;
      here = code.parent();
    }
    if (above + levelsFrom(number, 0) > MOST_LEVELS) {
      throw tooDeep(number, parent);
    }
  }

  private int levelsFrom(int number, int passed) {
    if (passed > MOST_LEVELS) {
      return passed;
    }
    return 1
        + draft.codes().stream()
            .filter(code -> code.parent() != null && code.parent() == number)
            .mapToInt(code -> levelsFrom(code.number(), passed + 1))
            .max()
            .orElse(0);
  }

  private static ChangeRefused tooDeep(int number, int parent) {
    return refused(
        "too-deep",
        "Code " + number + " cannot lie under " + parent + ": codes have three levels at most.",
        Map.of("number", number, "parent", parent));
  }

  /** The next number that no code ever had; one below it where none is left. */
  private int free(int from) {
    return IntStream.concat(
            IntStream.rangeClosed(Math.max(1, from), LARGEST), IntStream.rangeClosed(1, LARGEST))
        .filter(number -> draft.code(number).isEmpty())
        .findFirst()
        .orElse(0);
  }

  void retire(ReasonCode code, Integer successor) {
    if (successor != null && liveCode(successor).number() == code.number()) {
      throw refused(
          "into-itself",
          "Code " + code.number() + " cannot follow itself. Choose another, or none.",
          Map.of("number", code.number()));
    }
    draft.codes().stream()
        .filter(other -> !other.retired() && Objects.equals(other.parent(), code.number()))
        .findFirst()
        .ifPresent(
            child -> {
              throw refused(
                  "has-children",
                  "Code "
                      + child.number()
                      + " lies under "
                      + code.number()
                      + ". Retire it first, or move it.",
                  Map.of("number", code.number(), "child", child.number()));
            });
    draft.put(code.retiredFor(successor));
  }

  void restore(ReasonCode code) {
    if (!code.retired()) {
      throw alreadySo();
    }
    draft.put(code.restored());
  }

  ReasonCode code(int number) {
    return draft
        .code(number)
        .orElseThrow(
            () ->
                refused(
                    "unknown-code",
                    "There is no reason code " + number + ".",
                    Map.of("number", number)));
  }

  ReasonCode liveCode(int number) {
    ReasonCode code = code(number);
    if (code.retired()) {
      throw refused(
          "code-retired",
          "Code " + number + " is retired. Restore it first.",
          Map.of("number", number));
    }
    return code;
  }
}
