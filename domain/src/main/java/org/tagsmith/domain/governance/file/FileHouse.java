package org.tagsmith.domain.governance.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tagsmith.domain.governance.ChangeRefused;
import org.tagsmith.domain.governance.PrefixReach;
import org.tagsmith.domain.governance.file.FileBlock.Kind;
import org.tagsmith.domain.vocabulary.Abbreviation;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;

/** Families, abbreviations, and the labels that are set aside, after a file. For one file. */
final class FileHouse {
  private final Vocabulary base;
  private final Map<Kind, List<FileBlock>> blocks;
  private final boolean retireMissing;
  private final FileProblems problems;

  FileHouse(
      Vocabulary base,
      Map<Kind, List<FileBlock>> blocks,
      boolean retireMissing,
      FileProblems problems) {
    this.base = base;
    this.blocks = blocks;
    this.retireMissing = retireMissing;
    this.problems = problems;
  }

  /** Families in the file's order; those that it does not speak of come last. */
  List<TagFamily> families() {
    Map<String, TagFamily> former = byKey(base.families(), TagFamily::name);
    List<FileBlock> said = blocks.getOrDefault(Kind.FAMILY, List.of());
    Map<String, TagFamily> families = new LinkedHashMap<>();
    Map<String, FileBlock> met = new LinkedHashMap<>();
    for (FileBlock block : said) {
      if (isNew(met, block.text("name"), block)) {
        TagFamily family = family(new Said(block, problems), former);
        families.put(family.name(), family);
      }
    }
    if (said.isEmpty() || !retireMissing) {
      base.families().forEach(family -> families.putIfAbsent(family.name(), family));
    } else {
      keepUsed(families, former);
    }
    return List.copyOf(families.values());
  }

  /** A tag that is retired for not being in the file keeps its family. */
  private void keepUsed(Map<String, TagFamily> families, Map<String, TagFamily> former) {
    base.tags()
        .forEach(
            tag -> {
              TagFamily family = former.get(tag.family());
              if (family != null) {
                families.putIfAbsent(family.name(), family);
              }
            });
  }

  private TagFamily family(Said said, Map<String, TagFamily> former) {
    String name = said.required("name", "");
    TagFamily before = former.get(name);
    String hue = hue(said, before == null ? "slate" : before.hue(), problems);
    return new TagFamily(
        name, hue == null ? "slate" : hue, said.names(before == null ? Map.of() : before.names()));
  }

  /** One of the twelve colours, null for none. */
  static String hue(Said said, String former, FileProblems problems) {
    String hue = said.text("hue", former);
    if (hue == null || hue.isEmpty()) {
      return null;
    }
    if (!TagFamily.HUES.contains(hue)) {
      List<String> hues = FileOrder.sorted(TagFamily.HUES);
      problems.add(
          said.block().at("hue"),
          "unknown-hue",
          "'"
              + FileProblems.shown(hue)
              + "' is none of the twelve colours: "
              + String.join(", ", hues)
              + ".",
          Map.of("value", FileProblems.shown(hue), "hues", hues));
    }
    return hue;
  }

  List<Abbreviation> abbreviations() {
    return all(
        Kind.ABBREVIATION,
        base.abbreviations(),
        Abbreviation::shortForm,
        (said, former) ->
            new Abbreviation(
                said.required("name", ""),
                said.required("value", former == null ? "" : former.expansion())));
  }

  List<String> machineLabels(PrefixReach reach) {
    return all(
        Kind.PREFIX,
        base.machineLabels(),
        Function.identity(),
        (said, former) -> {
          String prefix = said.required("name", "");
          if (former == null && !prefix.isEmpty()) {
            requirePrefix(said.block().at("name"), prefix, reach);
          }
          return prefix;
        });
  }

  private void requirePrefix(FileText at, String prefix, PrefixReach reach) {
    try {
      PrefixReach.require(prefix, reach);
    } catch (ChangeRefused refused) {
      problems.add(at, refused);
    }
  }

  List<String> ignoredLabels() {
    return all(
        Kind.IGNORED,
        base.ignoredLabels(),
        Function.identity(),
        (said, former) -> former == null ? said.required("name", "") : said.text("name", former));
  }

  /** Things under a key of their own, in their former order, new ones last. */
  private <T> List<T> all(
      Kind kind, List<T> base, Function<T, String> key, BiFunction<Said, T, T> read) {
    Map<String, T> former = byKey(base, key);
    Map<String, T> after = new LinkedHashMap<>();
    Map<String, FileBlock> met = new LinkedHashMap<>();
    List<FileBlock> said = blocks.getOrDefault(kind, List.of());
    for (FileBlock block : said) {
      String name = block.text("name");
      if (isNew(met, name, block)) {
        after.put(name, read.apply(new Said(block, problems), former.get(name)));
      }
    }
    List<T> all = new ArrayList<>();
    for (T each : base) {
      T now = after.remove(key.apply(each));
      if (now != null) {
        all.add(now);
      } else if (said.isEmpty() || !retireMissing) {
        all.add(each);
      }
    }
    all.addAll(after.values());
    return all;
  }

  private boolean isNew(Map<String, FileBlock> met, String key, FileBlock block) {
    return isNew(met, key, block, problems);
  }

  /** Whether nothing above speaks of the same; what does is told. */
  static <K> boolean isNew(Map<K, FileBlock> met, K key, FileBlock block, FileProblems problems) {
    FileBlock first = met.putIfAbsent(key, block);
    if (first != null) {
      FileTags.again(first, block, problems);
    }
    return first == null;
  }

  private static <T> Map<String, T> byKey(List<T> all, Function<T, String> key) {
    return all.stream()
        .collect(
            Collectors.toMap(key, Function.identity(), (one, other) -> one, LinkedHashMap::new));
  }
}
