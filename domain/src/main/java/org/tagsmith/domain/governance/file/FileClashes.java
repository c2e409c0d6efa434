package org.tagsmith.domain.governance.file;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.SpellingKey;
import org.tagsmith.domain.vocabulary.Vocabulary;

/**
 * Names that would mean two tags or two codes, and successors in a chain or a circle: each told at
 * the line that says so. What was so before stays as it is.
 */
final class FileClashes {
  private final Vocabulary base;
  private final Vocabulary later;
  private final FileTags tags;
  private final List<FileBlock> codeBlocks;
  private final FileProblems problems;
  private final Set<Object> before;
  private final Map<Integer, String> names;

  FileClashes(
      Vocabulary base,
      Vocabulary later,
      FileTags tags,
      List<FileBlock> codeBlocks,
      FileProblems problems) {
    this.base = base;
    this.later = later;
    this.tags = tags;
    this.codeBlocks = codeBlocks;
    this.problems = problems;
    this.before = new HashSet<>();
    this.names =
        later.tags().stream()
            .collect(Collectors.toMap(HouseTag::id, HouseTag::name, (one, other) -> one));
    names(base, (owner, other, key, field) -> before.add(List.of(owner, other, key)));
    codes(base, (owner, other, key, field) -> before.add(List.of(owner, other, key, "code")));
  }

  void find() {
    chains();
    names(later, this::clash);
    codes(later, this::codeClash);
  }

  private void chains() {
    Map<Integer, HouseTag> byId = byId(later);
    Map<Integer, HouseTag> former = byId(base);
    for (HouseTag tag : later.tags()) {
      HouseTag next = tag.successorId() == null ? null : byId.get(tag.successorId());
      FileBlock block = tags.blockOf(tag.id());
      FileBlock nextBlock = next == null ? null : tags.blockOf(next.id());
      if (next != null
          && next.id() != tag.id()
          && next.successorId() != null
          && !isChained(former, tag.id(), next.id())) {
        FileBlock at = block != null ? block : nextBlock;
        if (at != null) {
          problems.add(
              at.at("successor"),
              "chain",
              FileProblems.shown(next.name())
                  + ", the successor, has one itself. Name the last of them.",
              Map.of("name", FileProblems.shown(next.name())));
        }
      }
    }
  }

  private static boolean isChained(Map<Integer, HouseTag> tags, int from, int through) {
    HouseTag tag = tags.get(from);
    HouseTag next = tags.get(through);
    return tag != null
        && next != null
        && tag.successorId() != null
        && tag.successorId() == through
        && next.successorId() != null;
  }

  private static Map<Integer, HouseTag> byId(Vocabulary vocabulary) {
    return vocabulary.tags().stream()
        .collect(Collectors.toMap(HouseTag::id, Function.identity(), (one, other) -> one));
  }

  private interface Clash {
    void found(int owner, int other, String key, String field);
  }

  private static void names(Vocabulary vocabulary, Clash clash) {
    Map<String, Integer> owners = new HashMap<>();
    for (HouseTag tag : vocabulary.tags()) {
      name(owners, tag.name(), tag.id(), "name", clash);
      new TreeMap<>(tag.names())
          .forEach(
              (language, name) ->
                  name(owners, name, tag.id(), FileBlock.LANGUAGE + language, clash));
    }
    for (Alias alias : vocabulary.aliases()) {
      name(owners, alias.text(), alias.houseTagId(), "aliases", clash);
    }
  }

  private static void name(
      Map<String, Integer> owners, String name, int id, String field, Clash clash) {
    String key = SpellingKey.of(name);
    Integer owner = key.isEmpty() ? null : owners.putIfAbsent(key, id);
    if (owner != null && owner != id) {
      clash.found(owner, id, key, field);
    }
  }

  private static void codes(Vocabulary vocabulary, Clash clash) {
    Map<String, Integer> owners = new HashMap<>();
    for (ReasonCode code : vocabulary.reasonCodes()) {
      if (!code.retired()) {
        new TreeMap<>(code.names())
            .forEach(
                (language, name) -> {
                  String key = SpellingKey.inAnyScript(name);
                  Integer owner = key.isEmpty() ? null : owners.putIfAbsent(key, code.number());
                  if (owner != null && owner != code.number()) {
                    clash.found(owner, code.number(), key, FileBlock.LANGUAGE + language);
                  }
                });
      }
    }
  }

  private void clash(int owner, int other, String key, String field) {
    if (before.contains(List.of(owner, other, key))
        || before.contains(List.of(other, owner, key))) {
      return;
    }
    FileBlock second = tags.blockOf(other);
    FileBlock first = tags.blockOf(owner);
    FileBlock at = second == null ? first : second;
    int line = second == null || first == null ? 0 : first.line();
    String name = names.getOrDefault(second == null ? other : owner, "");
    problems.add(
        at == null ? new FileText(0, 0, "", List.of()) : at.at(field),
        "clash",
        "'"
            + FileProblems.shown(key)
            + "' would mean "
            + FileProblems.shown(name)
            + " as well. Take it away from one of the two.",
        Map.of(
            "spelling", FileProblems.shown(key), "name", FileProblems.shown(name), "line", line));
  }

  private void codeClash(int owner, int other, String key, String field) {
    if (before.contains(List.of(owner, other, key, "code"))
        || before.contains(List.of(other, owner, key, "code"))) {
      return;
    }
    FileText at =
        codeBlocks.stream()
            .filter(block -> block.text("number").strip().equals(Integer.toString(other)))
            .map(block -> block.at(field))
            .findFirst()
            .orElse(new FileText(0, 0, "", List.of()));
    problems.add(
        at,
        "code-clash",
        "Code " + owner + " has this name already. Choose another.",
        Map.of("number", owner, "spelling", FileProblems.shown(key)));
  }
}
