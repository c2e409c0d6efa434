package org.tagsmith.domain.governance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.SpellingKey;
import org.tagsmith.domain.vocabulary.Vocabulary;

/**
 * A vocabulary after a lead's decisions, one after the other. Successors never chain: who was
 * merged into a tag follows it when that is merged in its turn.
 */
public final class ChangedVocabulary {
  private final VocabularyDraft draft;
  private final TagNames names;
  private final IntSupplier newIds;

  private ChangedVocabulary(Vocabulary base, IntSupplier newIds) {
    this.draft = new VocabularyDraft(base);
    this.names = new TagNames(draft);
    this.newIds = Objects.requireNonNull(newIds, "newIds");
  }

  /**
   * The vocabulary after these changes, under the number of the base.
   *
   * @param newIds gives ids that no tag ever had
   * @throws ChangeRefused naming the first change that cannot be; then none is
   */
  public static Vocabulary of(Vocabulary base, List<VocabularyChange> changes, IntSupplier newIds) {
    ChangedVocabulary changed = new ChangedVocabulary(base, newIds);
    for (int at = 0; at < changes.size(); at++) {
      try {
        changed.apply(changes.get(at));
      } catch (ChangeRefused refused) {
        throw refused.at(at);
      }
    }
    Vocabulary done = changed.draft.done();
    List<String> problems = Clashes.between(base, done);
    if (!problems.isEmpty()) {
      throw refused("contradiction", String.join(" ", problems), Map.of());
    }
    return done;
  }

  private void apply(VocabularyChange change) {
    if (change instanceof VocabularyChange.PlaceLabel place) {
      place(place.label(), live(place.tagId()));
    } else if (change instanceof VocabularyChange.IgnoreLabel ignore) {
      ignore(ignore.label());
    } else if (change instanceof VocabularyChange.SetPrefixAside aside) {
      setAside(aside.prefix());
    } else if (change instanceof VocabularyChange.ForgetLabel forget) {
      forget(forget.label());
    } else if (change instanceof VocabularyChange.AddTag add) {
      add(add);
    } else if (change instanceof VocabularyChange.DescribeTag describe) {
      describe(describe);
    } else if (change instanceof VocabularyChange.RenameTag rename) {
      rename(live(rename.tagId()), rename.name());
    } else if (change instanceof VocabularyChange.MoveTag move) {
      move(live(move.tagId()), move.family());
    } else if (change instanceof VocabularyChange.MergeTag merge) {
      merge(tag(merge.tagId()), live(merge.intoId()));
    } else if (change instanceof VocabularyChange.SplitTag split) {
      split(live(split.tagId()), split.aliases());
    } else if (change instanceof VocabularyChange.RetireTag retire) {
      retire(live(retire.tagId()), retire.successorId());
    } else if (change instanceof VocabularyChange.RestoreTag restore) {
      restore(tag(restore.tagId()));
    } else if (change instanceof VocabularyChange.AddCode add) {
      addCode(add);
    } else if (change instanceof VocabularyChange.RetireCode retire) {
      retireCode(liveCode(retire.number()), retire.successor());
    } else if (change instanceof VocabularyChange.RestoreCode restore) {
      restoreCode(code(restore.number()));
    }
  }

  private void place(String label, HouseTag tag) {
    names.requireLetters(label);
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

  private void ignore(String label) {
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

  private void setAside(String prefix) {
    if (SpellingKey.of(prefix).length() < 2) {
      throw refused(
          "prefix-too-short",
          "The prefix '" + prefix + "' would set aside too many labels. Write two letters or more.",
          Map.of("prefix", prefix));
    }
    if (draft.prefixes().contains(prefix)) {
      throw alreadySo();
    }
    draft.setAside(prefix);
  }

  private void forget(String label) {
    boolean known =
        draft.forgetAlias(label) || draft.forgetIgnored(label) || draft.forgetPrefix(label);
    if (!known) {
      throw refused(
          "nothing-to-forget",
          "Nobody decided anything about '" + label + "'.",
          Map.of("label", label));
    }
  }

  private void add(VocabularyChange.AddTag add) {
    names.requireFree(add.name(), null);
    add.names().values().forEach(name -> names.requireUnambiguous(name, null));
    requireFamily(add.family());
    draft.put(
        new HouseTag(
            newIds.getAsInt(),
            add.name(),
            add.family(),
            add.names(),
            add.description(),
            add.examples(),
            false,
            null));
  }

  private void describe(VocabularyChange.DescribeTag describe) {
    HouseTag tag = tag(describe.tagId());
    describe.names().values().forEach(name -> names.requireUnambiguous(name, tag));
    HouseTag described =
        new HouseTag(
            tag.id(),
            tag.name(),
            tag.family(),
            describe.names(),
            describe.description(),
            describe.examples(),
            tag.retired(),
            tag.successorId());
    if (described.equals(tag)) {
      throw alreadySo();
    }
    draft.put(described);
  }

  private void rename(HouseTag tag, String name) {
    if (tag.name().equals(name)) {
      throw alreadySo();
    }
    names.requireFree(name, tag);
    draft.alias(name).ifPresent(alias -> draft.forgetAlias(alias.text()));
    draft.put(as(tag, name, tag.family(), false, null));
    if (draft.named(tag.name()).isEmpty()) {
      draft.put(new Alias(tag.name(), tag.id()));
    }
  }

  private void move(HouseTag tag, String family) {
    requireFamily(family);
    if (tag.family().equals(family)) {
      throw alreadySo();
    }
    draft.put(as(tag, tag.name(), family, false, null));
  }

  private void merge(HouseTag from, HouseTag into) {
    if (from.id() == into.id()) {
      throw refused(
          "into-itself",
          from.name() + " cannot be merged into itself. Choose another tag.",
          Map.of("tagId", from.id()));
    }
    if (from.retired() && from.successorId() != null) {
      if (from.successorId() == into.id()) {
        throw alreadySo();
      }
      throw refused(
          "already-merged",
          from.name() + " counts for another tag already. Restore it first.",
          Map.of("tagId", from.id(), "successorId", from.successorId()));
    }
    succeed(from, into.id());
  }

  private void split(HouseTag tag, Map<String, Integer> aliases) {
    aliases.forEach(
        (text, target) -> {
          if (draft.alias(text).filter(alias -> alias.houseTagId() == tag.id()).isEmpty()) {
            throw refused(
                "unknown-alias",
                "'" + text + "' is no alias of " + tag.name() + ".",
                Map.of("label", text, "tagId", tag.id()));
          }
          if (live(target).id() == tag.id()) {
            throw refused(
                "into-itself",
                tag.name() + " cannot be split into itself. Choose other tags.",
                Map.of("tagId", tag.id()));
          }
        });
    for (Alias alias : draft.aliasesOf(tag.id())) {
      draft.forgetAlias(alias.text());
      Integer target = aliases.get(alias.text());
      if (target != null) {
        draft.put(new Alias(alias.text(), target));
      }
    }
    succeed(tag, null);
  }

  private void retire(HouseTag tag, Integer successorId) {
    if (successorId != null && live(successorId).id() == tag.id()) {
      throw refused(
          "into-itself",
          tag.name() + " cannot follow itself. Choose another tag, or none.",
          Map.of("tagId", tag.id()));
    }
    succeed(tag, successorId);
  }

  /** Retires a tag; who counted as it counts as its successor, so that no chain arises. */
  private void succeed(HouseTag tag, Integer successorId) {
    if (successorId != null) {
      for (HouseTag other : draft.tags()) {
        if (other.retired() && Objects.equals(other.successorId(), tag.id())) {
          draft.put(retired(other, successorId));
        }
      }
    }
    draft.put(retired(tag, successorId));
  }

  private void restore(HouseTag tag) {
    if (!tag.retired()) {
      throw alreadySo();
    }
    draft.put(as(tag, tag.name(), tag.family(), false, null));
  }

  private void addCode(VocabularyChange.AddCode add) {
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
                  Map.of("number", add.number()));
            });
    draft.put(
        new ReasonCode(
            add.number(),
            live(add.tagId()).id(),
            add.names(),
            add.examples(),
            add.department(),
            false,
            null));
  }

  private void retireCode(ReasonCode code, Integer successor) {
    if (successor != null && liveCode(successor).number() == code.number()) {
      throw refused(
          "into-itself",
          "Code " + code.number() + " cannot follow itself. Choose another, or none.",
          Map.of("number", code.number()));
    }
    draft.put(as(code, true, successor));
  }

  private void restoreCode(ReasonCode code) {
    if (!code.retired()) {
      throw alreadySo();
    }
    draft.put(as(code, false, null));
  }

  private HouseTag tag(int id) {
    return draft
        .tag(id)
        .orElseThrow(
            () ->
                refused(
                    "unknown-tag",
                    "There is no house tag " + id + ". GET /api/vocabulary lists all.",
                    Map.of("tagId", id)));
  }

  private HouseTag live(int id) {
    HouseTag tag = tag(id);
    if (tag.retired()) {
      throw refused(
          "tag-retired",
          tag.name() + " is retired. Restore it first, or choose its successor.",
          tag.successorId() == null
              ? Map.of("tagId", id)
              : Map.of("tagId", id, "successorId", tag.successorId()));
    }
    return tag;
  }

  private ReasonCode code(int number) {
    return draft
        .code(number)
        .orElseThrow(
            () ->
                refused(
                    "unknown-code",
                    "There is no reason code " + number + ".",
                    Map.of("number", number)));
  }

  private ReasonCode liveCode(int number) {
    ReasonCode code = code(number);
    if (code.retired()) {
      throw refused(
          "code-retired",
          "Code " + number + " is retired. Restore it first.",
          Map.of("number", number));
    }
    return code;
  }

  private void requireFamily(String family) {
    if (!draft.hasFamily(family)) {
      throw refused(
          "unknown-family",
          "There is no family " + family + ". Choose one of the vocabulary's.",
          Map.of("family", family));
    }
  }

  private static HouseTag retired(HouseTag tag, Integer successorId) {
    return as(tag, tag.name(), tag.family(), true, successorId);
  }

  private static HouseTag as(
      HouseTag tag, String name, String family, boolean retired, Integer successorId) {
    return new HouseTag(
        tag.id(),
        name,
        family,
        tag.names(),
        tag.description(),
        tag.examples(),
        retired,
        successorId);
  }

  private static ReasonCode as(ReasonCode code, boolean retired, Integer successor) {
    return new ReasonCode(
        code.number(),
        code.houseTagId(),
        code.names(),
        code.examples(),
        code.department(),
        retired,
        successor);
  }

  private static ChangeRefused namesAnother(String label, HouseTag tag) {
    return refused(
        "names-a-tag",
        "'" + label + "' is a name of " + tag.name() + ". Rename or merge that tag instead.",
        Map.of("label", label, "tagId", tag.id()));
  }

  private static ChangeRefused alreadySo() {
    return refused("already-so", "It is so already.", Map.of());
  }

  static ChangeRefused refused(String reason, String message, Map<String, Object> fields) {
    return new ChangeRefused(reason, -1, message, fields);
  }
}
