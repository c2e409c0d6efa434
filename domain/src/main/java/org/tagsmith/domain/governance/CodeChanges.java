package org.tagsmith.domain.governance;

import static org.tagsmith.domain.governance.ChangedVocabulary.alreadySo;
import static org.tagsmith.domain.governance.ChangedVocabulary.refused;

import java.util.Map;
import org.tagsmith.domain.vocabulary.ReasonCode;

/** What a lead decides about reason codes. A number never returns. */
final class CodeChanges {
  private static final int LARGEST = 9999;

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
                      + " Choose another number.",
                  Map.of("number", add.number(), "free", free()));
            });
    if (add.number() < 1 || add.number() > LARGEST) {
      throw refused(
          "bad-number",
          "A reason code is a number from 1 to " + LARGEST + ".",
          Map.of("number", add.number(), "free", free()));
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

  /** The smallest number that no code ever had. */
  private int free() {
    int number = 1;
    while (draft.code(number).isPresent()) {
      number++;
    }
    return number;
  }

  void retire(ReasonCode code, Integer successor) {
    if (successor != null && liveCode(successor).number() == code.number()) {
      throw refused(
          "into-itself",
          "Code " + code.number() + " cannot follow itself. Choose another, or none.",
          Map.of("number", code.number()));
    }
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
