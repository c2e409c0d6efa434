package org.tagsmith.domain.governance;

import static org.tagsmith.domain.governance.ChangedVocabulary.alreadySo;
import static org.tagsmith.domain.governance.ChangedVocabulary.refused;

import java.util.Map;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;

/** What a lead decides about labels as people type them. */
final class LabelChanges {
  private final VocabularyDraft draft;
  private final TagNames names;
  private final PrefixReach reach;

  LabelChanges(VocabularyDraft draft, TagNames names, PrefixReach reach) {
    this.draft = draft;
    this.names = names;
    this.reach = reach;
  }

  void place(String label, HouseTag tag) {
    names.requireLetters(label);
    GivenWords.requireLabel("label", label);
    draft
        .named(label)
        .ifPresent(
            other -> {
              throw other.id() == tag.id() ? alreadySo() : namesAnother(label, other);
            });
    draft
        .alias(label)
        .ifPresent(
            alias -> {
              if (alias.houseTagId() == tag.id()) {
                throw alreadySo();
              }
              draft.forgetAlias(alias.text());
            });
    draft.forgetIgnored(label);
    draft.put(new Alias(label, tag.id()));
  }

  void ignore(String label) {
    if (label.isBlank()) {
      throw refused("no-letters", "A label without a sign is none.", Map.of());
    }
    if (draft.isIgnored(label)) {
      throw alreadySo();
    }
    draft
        .named(label)
        .ifPresent(
            tag -> {
              throw namesAnother(label, tag);
            });
    draft.alias(label).ifPresent(alias -> draft.forgetAlias(alias.text()));
    draft.ignore(label);
  }

  void setAside(String prefix) {
    if (draft.prefixes().contains(prefix)) {
      throw alreadySo();
    }
    PrefixReach.require(prefix, reach);
    draft.setAside(prefix);
  }

  void forget(String label) {
    boolean known =
        draft.forgetAlias(label) || draft.forgetIgnored(label) || draft.forgetPrefix(label);
    if (!known) {
      throw nothingToForget(label);
    }
  }

  void forgetPrefix(String prefix) {
    if (!draft.forgetPrefix(prefix)) {
      throw nothingToForget(prefix);
    }
  }

  private static ChangeRefused nothingToForget(String label) {
    return refused(
        "nothing-to-forget",
        "Nobody decided anything about '" + label + "'.",
        Map.of("label", label));
  }

  private static ChangeRefused namesAnother(String label, HouseTag tag) {
    return refused(
        "names-a-tag",
        "'" + label + "' is a name of " + tag.name() + ". Rename or merge that tag instead.",
        Map.of("label", label, "tagId", tag.id()));
  }
}
