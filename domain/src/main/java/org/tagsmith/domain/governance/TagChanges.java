package org.tagsmith.domain.governance;

import static org.tagsmith.domain.governance.ChangedVocabulary.alreadySo;
import static org.tagsmith.domain.governance.ChangedVocabulary.refused;

import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;

/**
 * What a lead decides about house tags. Successors never chain: who was merged into a tag follows
 * it when that is merged in its turn.
 */
final class TagChanges {
  private final VocabularyDraft draft;
  private final TagNames names;
  private final IntSupplier newIds;

  TagChanges(VocabularyDraft draft, TagNames names, IntSupplier newIds) {
    this.draft = draft;
    this.names = names;
    this.newIds = Objects.requireNonNull(newIds, "newIds");
  }

  void add(VocabularyChange.AddTag add) {
    names.requireFree(add.name(), null);
    requireFamily(add.family());
    names.requireRules(add.name(), add.family());
    put(newIds.getAsInt(), add.name(), add.family(), add.about(), null);
  }

  void describe(VocabularyChange.DescribeTag describe) {
    HouseTag tag = tag(describe.tagId());
    put(tag.id(), tag.name(), tag.family(), describe.about(), tag);
    if (tag(tag.id()).equals(tag)) {
      throw alreadySo();
    }
  }

  private void put(int id, String name, String family, TagDescription about, HouseTag former) {
    GivenWords.require(about);
    about.names().values().forEach(each -> names.requireUnambiguous(each, former));
    draft.put(
        new HouseTag(
            id,
            name,
            family,
            about.names(),
            about.purpose(),
            about.examples(),
            former != null && former.retired(),
            former == null ? null : former.successorId(),
            about.hue(),
            about.owner(),
            about.facets()));
  }

  void rename(HouseTag tag, String name) {
    if (tag.name().equals(name)) {
      throw alreadySo();
    }
    names.requireFree(name, tag);
    names.requireRules(name, tag.family());
    draft.alias(name).ifPresent(alias -> draft.forgetAlias(alias.text()));
    draft.put(tag.renamed(name));
    if (draft.named(tag.name()).isEmpty()) {
      draft.put(new Alias(tag.name(), tag.id()));
    }
  }

  void move(HouseTag tag, String family) {
    requireFamily(family);
    if (tag.family().equals(family)) {
      throw alreadySo();
    }
    draft.put(tag.movedTo(family));
  }

  void merge(HouseTag from, HouseTag into) {
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

  void split(HouseTag tag, Map<String, Integer> aliases) {
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

  void retire(HouseTag tag, Integer successorId) {
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
          draft.put(other.retiredFor(successorId));
        }
      }
    }
    draft.put(tag.retiredFor(successorId));
  }

  void restore(HouseTag tag) {
    if (!tag.retired()) {
      throw alreadySo();
    }
    draft.put(tag.restored());
  }

  HouseTag tag(int id) {
    return draft
        .tag(id)
        .orElseThrow(
            () ->
                refused(
                    "unknown-tag",
                    "There is no house tag " + id + ". GET /api/vocabulary lists all.",
                    Map.of("tagId", id)));
  }

  HouseTag live(String name) {
    return live(
        draft.tags().stream()
            .filter(tag -> tag.name().equals(name))
            .findAny()
            .orElseThrow(
                () ->
                    refused(
                        "unknown-tag",
                        "There is no house tag " + name + ". GET /api/vocabulary lists all.",
                        Map.of("name", name)))
            .id());
  }

  HouseTag live(int id) {
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

  private void requireFamily(String family) {
    if (draft.family(family).isEmpty()) {
      throw refused(
          "unknown-family",
          "There is no family " + family + ". Choose one of the vocabulary's.",
          Map.of("family", family));
    }
  }
}
