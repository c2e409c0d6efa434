package org.tagsmith.domain.governance.file;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One thing as a file describes it, the same for every format. What the file does not speak of is
 * not there, and stays as it is.
 *
 * @param line where it begins, from 1
 * @param fields by our names for them; display names in {@code names:en} and the like, beside
 *     {@code names} where the file names all languages
 */
record FileBlock(Kind kind, int line, Map<String, FileText> fields) {
  static final String NAMES = "names";
  static final String LANGUAGE = NAMES + ":";

  /** Fields that hold several texts. */
  static final Set<String> LISTS =
      Set.of("aliases", "examples", "facets", "groups", "beside", "value");

  /** What stands in a vocabulary file, by the word for it in CSV. */
  enum Kind {
    VERSION("version", "value"),
    FAMILY("family", "name", NAMES, "hue"),
    TAG(
        "tag",
        "id",
        "name",
        "family",
        NAMES,
        "aliases",
        "description",
        "examples",
        "hue",
        "owner",
        "facets",
        "retired",
        "successor"),
    CODE(
        "code",
        "number",
        "tag",
        NAMES,
        "examples",
        "department",
        "parent",
        "groups",
        "retired",
        "successor"),
    ABBREVIATION("abbreviation", "name", "value"),
    PREFIX("machine-prefix", "name"),
    IGNORED("ignored-label", "name"),
    RULE("rule", "name", "value"),
    PATTERN("pattern", "name", "value", NAMES),
    QUESTION("question", "name", NAMES),
    CHOICE("choice", "name", "tag", NAMES, "beside");

    private final String word;
    private final String fields; // each between blanks

    Kind(String word, String... fields) {
      this.word = word;
      this.fields = " " + String.join(" ", fields) + " ";
    }

    String word() {
      return word;
    }

    boolean speaksOf(String field) {
      String wanted = field.startsWith(LANGUAGE) ? NAMES : field;
      return wanted.indexOf(' ') < 0 && fields.contains(" " + wanted + " ");
    }

    static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
  }

  FileBlock {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  boolean has(String field) {
    return fields.containsKey(field);
  }

  /** Empty where the file says nothing. */
  String text(String field) {
    FileText said = fields.get(field);
    return said == null ? "" : said.text();
  }

  /** Where a field stands, or the block if the file does not speak of it. */
  FileText at(String field) {
    return fields.getOrDefault(field, new FileText(line, 0, field, List.of()));
  }

  /** Whether both say the same, wherever they stand. */
  boolean saysTheSameAs(FileBlock other) {
    return kind == other.kind && said().equals(other.said());
  }

  private Map<String, List<String>> said() {
    return fields.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().texts()));
  }
}
