package org.tagsmith.domain.governance.file;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What one block says, with what was there before in place of what it does not speak of. */
final class Said {
  private static final int LONGEST = 10_000;
  private static final Set<String> YES = Set.of("yes", "true", "1", "x", "是");
  private static final Set<String> NO = Set.of("no", "false", "0", "", "否");

  private final FileBlock block;
  private final FileProblems problems;

  Said(FileBlock block, FileProblems problems) {
    this.block = block;
    this.problems = problems;
  }

  FileBlock block() {
    return block;
  }

  /** A text; the former one if the file does not speak of it. */
  String text(String field, String former) {
    if (!block.has(field)) {
      return former;
    }
    FileText said = block.at(field);
    if (said.texts().size() > 1) {
      problems.add(said, "one-only", "Only one can stand here. Write a bar as \\|.", Map.of());
    }
    return checked(said, said.text());
  }

  /** A text that must be there; never null. */
  String required(String field, String former) {
    String text = text(field, former);
    if (text == null || text.isBlank()) {
      problems.add(block.at(field), "missing", "This must be filled in.", Map.of());
      return "";
    }
    return text;
  }

  List<String> texts(String field, List<String> former) {
    if (!block.has(field)) {
      return former;
    }
    FileText said = block.at(field);
    said.texts().forEach(text -> checked(said, text));
    return said.texts();
  }

  /** Names by language: where the file names languages one by one, the others stay. */
  Map<String, String> names(Map<String, String> former) {
    Map<String, String> names = new HashMap<>(block.has(FileBlock.NAMES) ? Map.of() : former);
    block
        .fields()
        .forEach(
            (field, said) -> {
              if (field.startsWith(FileBlock.LANGUAGE)) {
                String language = field.substring(FileBlock.LANGUAGE.length());
                if (said.texts().isEmpty()) {
                  names.remove(language);
                } else {
                  names.put(language, checked(said, said.text()));
                }
              }
            });
    return names;
  }

  Map<String, String> facets(Map<String, String> former) {
    if (!block.has("facets")) {
      return former;
    }
    FileText said = block.at("facets");
    Map<String, String> facets = new HashMap<>();
    for (int at = 0; at + 1 < said.texts().size(); at += 2) {
      if (facets.put(said.texts().get(at), checked(said, said.texts().get(at + 1))) != null) {
        problems.add(
            said,
            "twice",
            "This stands twice in the same place. Remove one.",
            Map.of("value", FileProblems.shown(said.texts().get(at))));
      }
    }
    if (said.texts().size() % 2 != 0) {
      problems.add(
          said,
          "facets-in-pairs",
          "Facets are written in pairs: what kind, then which. One is left over.",
          Map.of());
    }
    return facets;
  }

  /** A whole number; the former one if the file does not speak of it, null for an empty field. */
  Integer number(String field, Integer former) {
    if (!block.has(field)) {
      return former;
    }
    String text = text(field, "").strip();
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("[0-9]{1,9}")) {
      problems.add(
          block.at(field),
          "not-a-number",
          "'" + FileProblems.shown(text) + "' is no whole number.",
          Map.of("value", FileProblems.shown(text)));
      return null;
    }
    return Integer.valueOf(text);
  }

  boolean flag(String field, boolean former) {
    if (!block.has(field)) {
      return former;
    }
    String word = text(field, "").strip().toLowerCase(Locale.ROOT);
    if (!YES.contains(word) && !NO.contains(word)) {
      problems.add(
          block.at(field),
          "not-a-flag",
          "Write yes or no here, not '" + FileProblems.shown(word) + "'.",
          Map.of("value", FileProblems.shown(word)));
    }
    return YES.contains(word);
  }

  private String checked(FileText said, String text) {
    if (text.length() > LONGEST) {
      problems.add(
          said,
          "too-long",
          "The text must be " + LONGEST + " characters or fewer.",
          Map.of("longest", LONGEST));
    }
    if (text.codePoints().anyMatch(p -> p == 0 || Character.getType(p) == Character.SURROGATE)) {
      problems.add(
          said,
          "no-character",
          "The text holds something that is no character. Type it again.",
          Map.of());
    }
    return text;
  }
}
