package org.tagsmith.domain.governance.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tagsmith.domain.governance.lint.HiddenSigns;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.SpellingKey;
import org.tagsmith.domain.vocabulary.Vocabulary;

/** The house tags and aliases after a file, and who is meant by a name in it. For one file. */
final class FileTags {
  private static final int LONGEST = 40;
  private static final int LONGEST_HAN = 16;

  private final Vocabulary base;
  private final FileProblems problems;
  private final Map<Integer, HouseTag> former;
  private final Map<String, HouseTag> formerByName = new HashMap<>();
  private final Map<Integer, FileBlock> listed = new LinkedHashMap<>();
  private final Map<String, Integer> idsByName = new HashMap<>();
  private int highestId;

  /**
   * @param highestId the highest id that any tag ever had
   */
  FileTags(Vocabulary base, int highestId, FileProblems problems) {
    this.base = base;
    this.problems = problems;
    this.former = base.tags().stream().collect(Collectors.toMap(HouseTag::id, Function.identity()));
    base.tags().forEach(tag -> formerByName.put(tag.name(), tag));
    this.highestId = highestId;
  }

  /** Finds out which tag each block is about. */
  void meet(List<FileBlock> blocks) {
    List<FileBlock> added = new ArrayList<>();
    Map<Integer, FileBlock> newIds = new LinkedHashMap<>();
    for (FileBlock block : blocks) {
      Said said = new Said(block, problems);
      Integer id = said.number("id", null);
      HouseTag known = id == null ? null : former.get(id);
      if (known == null) {
        known = formerByName.get(block.text("name"));
      }
      if (known != null) {
        meet(known.id(), block);
      } else if (id != null && id > highestId) {
        meet(id, block);
        newIds.put(id, block);
        noticeNew(id, block);
      } else {
        added.add(block);
      }
    }
    highestId = newIds.keySet().stream().reduce(highestId, Math::max);
    Map<String, FileBlock> newNames = new HashMap<>();
    for (FileBlock block : added) {
      FileBlock other = newNames.putIfAbsent(block.text("name"), block);
      if (other == null || block.text("name").isEmpty()) {
        meet(++highestId, block);
      } else {
        again(other, block, problems);
      }
    }
    listed.forEach((id, block) -> claim(id, block));
    base.tags().forEach(tag -> claimUnlisted(tag));
  }

  /** A slip in an id would rename nothing and make a tag, unless somebody is told. */
  private void noticeNew(int id, FileBlock block) {
    if (!former.isEmpty()) {
      problems.notice(
          new FileProblem(
              block.at("id").line(),
              block.at("id").column(),
              "id",
              "new-id",
              "There is no house tag with the number " + id + ": this makes a new one.",
              Map.of("id", id)));
    }
  }

  private void meet(int id, FileBlock block) {
    FileBlock other = listed.putIfAbsent(id, block);
    if (other != null) {
      again(other, block, problems);
    }
  }

  /** Tells that two blocks speak of the same thing. */
  static void again(FileBlock first, FileBlock second, FileProblems problems) {
    if (first.saysTheSameAs(second)) {
      problems.notice(
          new FileProblem(
              second.line(),
              0,
              "",
              "same-again",
              "The same stands above and was passed over.",
              Map.of("line", first.line())));
    } else {
      problems.add(
          second,
          "twice-otherwise",
          "Line " + first.line() + " speaks of the same and says something else. Keep one.",
          Map.of("line", first.line()));
    }
  }

  private void claim(int id, FileBlock block) {
    String name =
        block.has("name")
            ? block.text("name")
            : former.containsKey(id) ? former.get(id).name() : "";
    Integer other = idsByName.putIfAbsent(name, id);
    if (other != null && !name.isEmpty()) {
      problems.add(
          block.at("name"),
          "name-taken",
          "Line " + listed.get(other).line() + " gives this name to another tag.",
          Map.of("name", FileProblems.shown(name), "line", listed.get(other).line()));
    }
  }

  private void claimUnlisted(HouseTag tag) {
    if (listed.containsKey(tag.id())) {
      return;
    }
    Integer other = idsByName.putIfAbsent(tag.name(), tag.id());
    if (other != null) {
      problems.add(
          listed.get(other).at("name"),
          "name-taken",
          "A tag that the file does not speak of has this name. Choose another.",
          Map.of("name", FileProblems.shown(tag.name()), "line", 0));
    }
  }

  /** The tag with this name; 0 if there is none, which the problems then say. */
  int named(FileText at, String name) {
    Integer id = idsByName.get(name);
    if (id == null) {
      problems.add(
          at,
          "unknown-tag",
          "There is no house tag '"
              + FileProblems.shown(name)
              + "'. Write its name as it stands in its own row.",
          Map.of("name", FileProblems.shown(name)));
    }
    return id == null ? 0 : id;
  }

  /** All tags, in their former order, new ones last. */
  List<HouseTag> tags(Set<String> families, boolean retireMissing) {
    List<HouseTag> tags = new ArrayList<>();
    for (HouseTag tag : base.tags()) {
      FileBlock block = listed.get(tag.id());
      if (block != null) {
        tags.add(tag(tag.id(), block, tag, families));
      } else {
        tags.add(retireMissing && !listed.isEmpty() && !tag.retired() ? tag.retiredFor(null) : tag);
      }
    }
    listed.forEach(
        (id, block) -> {
          if (!former.containsKey(id)) {
            tags.add(tag(id, block, null, families));
          }
        });
    return tags;
  }

  private HouseTag tag(int id, FileBlock block, HouseTag before, Set<String> families) {
    Said said = new Said(block, problems);
    boolean known = before != null;
    String name = said.required("name", known ? before.name() : null);
    if (!known || !before.name().equals(name)) {
      checkName(block.at("name"), name);
    }
    String family = said.required("family", known ? before.family() : null);
    if (!family.isEmpty() && !families.contains(family)) {
      problems.add(
          block.at("family"),
          "unknown-family",
          "There is no family '" + FileProblems.shown(family) + "'. Add it, or choose another.",
          Map.of("name", FileProblems.shown(family)));
    }
    String hue = FileHouse.hue(said, known ? before.hue() : null, problems);
    boolean retired = said.flag("retired", known && before.retired());
    return new HouseTag(
        id,
        name,
        family,
        said.names(known ? before.names() : Map.of()),
        said.text("description", known ? before.description() : ""),
        said.texts("examples", known ? before.examples() : List.of()),
        retired,
        successor(id, block, before, retired),
        hue,
        said.text("owner", known ? before.owner() : ""),
        said.facets(known ? before.facets() : Map.of()));
  }

  private Integer successor(int id, FileBlock block, HouseTag before, boolean retired) {
    if (!block.has("successor")) {
      return before == null || !retired ? null : before.successorId();
    }
    String name = new Said(block, problems).text("successor", "");
    if (name.isEmpty()) {
      return null;
    }
    int successor = named(block.at("successor"), name);
    if (!retired) {
      problems.add(
          block.at("successor"),
          "successor-of-live",
          "Only a retired tag has a successor. Retire it, or empty this field.",
          Map.of());
    } else if (successor == id) {
      problems.add(
          block.at("successor"),
          "into-itself",
          "It cannot follow itself.",
          Map.of("name", FileProblems.shown(name)));
    }
    return successor == 0 ? null : successor;
  }

  private void checkName(FileText at, String name) {
    if (name.isEmpty()) {
      return; // told as missing
    }
    boolean han = name.codePoints().anyMatch(Character::isIdeographic);
    int longest = han ? LONGEST_HAN : LONGEST;
    if (SpellingKey.of(name).isEmpty()) {
      problems.add(at, "no-letters", "The name has no letter or digit.", Map.of());
    } else if (HiddenSigns.in(name)) {
      problems.add(
          at,
          "bad-characters",
          "The name holds a sign that cannot be seen, or a line break. Type it again.",
          Map.of());
    } else if (name.codePointCount(0, name.length()) > longest) {
      problems.add(
          at,
          "name-too-long",
          "The name must be " + longest + " characters or fewer.",
          Map.of("longest", longest));
    }
  }

  /** All aliases, in their former order, new ones last. */
  List<Alias> aliases() {
    return new FileAliases(base.aliases(), listed, problems).read();
  }

  /** In which line the file names each tag that it speaks of. */
  Map<Integer, Integer> lines() {
    Map<Integer, Integer> lines = new HashMap<>();
    listed.forEach((id, block) -> lines.put(id, block.at("name").line()));
    return lines;
  }

  /** Where the file speaks of a tag; null if it does not. */
  FileBlock blockOf(int id) {
    return listed.get(id);
  }
}
