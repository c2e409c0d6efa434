package org.tagsmith.domain.governance.file;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tagsmith.domain.governance.file.FileBlock.Kind;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads YAML as a tree of texts with their places. No object is ever made of it, types are not
 * guessed, and a block that refers to another one is refused.
 */
final class YamlReader {
  static final int FORMAT = 1;

  private static final int DEEPEST = 12;
  private static final Map<String, String> ABBREVIATION = Map.of("short", "name", "long", "value");
  private static final Map<String, String> PATTERN =
      Map.of("pattern", "name", "forbidden", "value", "words", FileBlock.NAMES);
  private static final Map<String, String> QUESTION =
      Map.of("label", "name", "guidance", FileBlock.NAMES);
  private static final Map<String, String> CHOICE = Map.of("when", FileBlock.NAMES);

  private final FileProblems problems;
  private final List<FileBlock> blocks = new ArrayList<>();

  private YamlReader(FileProblems problems) {
    this.problems = problems;
  }

  static List<FileBlock> read(String text, FileProblems problems) {
    YamlReader reader = new YamlReader(problems);
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(Integer.MAX_VALUE); // the bytes were limited already
    limits.setMaxAliasesForCollections(0);
    limits.setNestingDepthLimit(DEEPEST);
    try {
      Node whole = new Yaml(new SafeConstructor(limits)).compose(new StringReader(text));
      if (whole == null) {
        problems.add(
            new FileProblem(
                1,
                0,
                "",
                "no-rows",
                "The file is empty. Export the vocabulary to see how it looks.",
                Map.of()));
      } else {
        reader.whole(whole);
      }
    } catch (MarkedYAMLException e) {
      Mark at = e.getProblemMark();
      reader.broken(
          at == null ? 0 : at.getLine() + 1, at == null ? 0 : at.getColumn() + 1, e.getProblem());
    } catch (ReaderException e) {
      int line = 1 + (int) text.chars().limit(e.getPosition()).filter(c -> c == '\n').count();
      reader.broken(line, 0, "a character that YAML does not allow");
    } catch (YAMLException e) {
      reader.broken(0, 0, e.getMessage());
    }
    return reader.blocks;
  }

  private void broken(int line, int column, String why) {
    problems.add(
        new FileProblem(
            line,
            column,
            "",
            "not-yaml",
            "This is not YAML as it is read here: "
                + FileProblems.shown(String.valueOf(why))
                + ". Look at the indentation and the quotation marks.",
            Map.of()));
  }

  private void whole(Node node) {
    for (Pair pair : pairs(node, "")) {
      Node value = pair.value();
      switch (pair.key()) {
        case "format" -> format(pair);
        case "version" ->
            blocks.add(
                new FileBlock(Kind.VERSION, line(value), Map.of("value", text(value, "version"))));
        case "families" -> items(value, Kind.FAMILY, Map.of());
        case "tags" -> items(value, Kind.TAG, Map.of());
        case "codes" -> items(value, Kind.CODE, Map.of());
        case "abbreviations" -> items(value, Kind.ABBREVIATION, ABBREVIATION);
        case "machine-prefixes" -> plain(value, Kind.PREFIX, pair.key());
        case "ignored-labels" -> plain(value, Kind.IGNORED, pair.key());
        case "rules" -> rules(value);
        case "questions" -> questions(value);
        default -> unknown(pair);
      }
    }
  }

  private void format(Pair pair) {
    FileText format = text(pair.value(), pair.key());
    if (!format.text().equals(Integer.toString(FORMAT))) {
      problems.add(
          format,
          "unknown-format",
          "This Tagsmith reads format " + FORMAT + ". Export the vocabulary again.",
          Map.of("format", FORMAT));
    }
  }

  private void items(Node section, Kind kind, Map<String, String> ours) {
    for (Node item : sequence(section, kind.word())) {
      blocks.add(new FileBlock(kind, line(item), fields(item, kind, ours)));
    }
  }

  private Map<String, FileText> fields(Node item, Kind kind, Map<String, String> ours) {
    Map<String, FileText> fields = new LinkedHashMap<>();
    for (Pair pair : pairs(item, kind.word())) {
      String field = ours.getOrDefault(pair.key(), pair.key());
      if (kind == Kind.QUESTION && field.equals("choices")) {
        continue;
      }
      if (!kind.speaksOf(field)) {
        unknown(pair);
      } else if (field.equals(FileBlock.NAMES)) {
        names(pair, fields);
      } else if (field.equals("facets")) {
        fields.put(field, facets(pair));
      } else if (FileBlock.LISTS.contains(field)) {
        fields.put(field, texts(pair));
      } else {
        fields.put(field, text(pair.value(), pair.key()));
      }
    }
    return fields;
  }

  private void names(Pair pair, Map<String, FileText> fields) {
    List<String> languages = new ArrayList<>();
    for (Pair name : pairs(pair.value(), pair.key())) {
      languages.add(name.key());
      FileText text = text(name.value(), pair.key() + "." + name.key());
      // said to be there, be it empty
      fields.put(
          FileBlock.LANGUAGE + name.key(),
          new FileText(text.line(), text.column(), text.written(), List.of(text.text())));
    }
    fields.put(FileBlock.NAMES, place(pair.value(), pair.key(), languages));
  }

  private FileText facets(Pair pair) {
    List<String> turns = new ArrayList<>();
    for (Pair facet : pairs(pair.value(), pair.key())) {
      turns.add(facet.key());
      turns.add(text(facet.value(), pair.key() + "." + facet.key()).text());
    }
    return place(pair.value(), pair.key(), turns);
  }

  private FileText texts(Pair pair) {
    if (pair.value() instanceof ScalarNode) {
      return text(pair.value(), pair.key());
    }
    List<String> texts = new ArrayList<>();
    for (Node item : sequence(pair.value(), pair.key())) {
      texts.add(text(item, pair.key()).text());
    }
    return place(pair.value(), pair.key(), texts);
  }

  private void plain(Node section, Kind kind, String key) {
    for (Node item : sequence(section, key)) {
      blocks.add(new FileBlock(kind, line(item), Map.of("name", text(item, key))));
    }
  }

  private void rules(Node section) {
    for (Pair pair : pairs(section, "rules")) {
      if (pair.key().equals("patterns")) {
        items(pair.value(), Kind.PATTERN, PATTERN);
      } else {
        FileText name = place(pair.value(), pair.key(), List.of(pair.key()));
        blocks.add(
            new FileBlock(
                Kind.RULE, line(pair.value()), Map.of("name", name, "value", texts(pair))));
      }
    }
  }

  private void questions(Node section) {
    for (Node item : sequence(section, "questions")) {
      Map<String, FileText> fields = fields(item, Kind.QUESTION, QUESTION);
      blocks.add(new FileBlock(Kind.QUESTION, line(item), fields));
      for (Pair pair : pairsQuietly(item)) {
        if (pair.key().equals("choices")) {
          choices(pair, fields.getOrDefault("name", place(item, "label", List.of())));
        }
      }
    }
  }

  private void choices(Pair pair, FileText label) {
    for (Node choice : sequence(pair.value(), pair.key())) {
      Map<String, FileText> said = fields(choice, Kind.CHOICE, CHOICE);
      said.put("name", label);
      blocks.add(new FileBlock(Kind.CHOICE, line(choice), said));
    }
  }

  private void unknown(Pair pair) {
    problems.notice(
        new FileProblem(
            line(pair.value()),
            0,
            FileProblems.shown(pair.key()),
            "unknown-field",
            "This is unknown here and was passed over.",
            Map.of()));
  }

  private record Pair(String key, Node value) {}

  private List<Pair> pairs(Node node, String what) {
    if (!(node instanceof MappingNode) && !isNothing(node)) {
      wrongShape(node, what, "a mapping");
    }
    List<Pair> pairs = pairsQuietly(node);
    Set<String> keys = new HashSet<>();
    for (Pair pair : pairs) {
      if (!keys.add(pair.key())) {
        problems.add(
            place(pair.value(), pair.key(), List.of()),
            "twice",
            "This stands twice in the same place. Remove one.",
            Map.of());
      }
    }
    return pairs;
  }

  private static List<Pair> pairsQuietly(Node node) {
    List<Pair> pairs = new ArrayList<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          pairs.add(new Pair(key.getValue(), tuple.getValueNode()));
        }
      }
    }
    return pairs;
  }

  private List<Node> sequence(Node node, String what) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    if (!isNothing(node)) {
      wrongShape(node, what, "a list");
    }
    return List.of();
  }

  private FileText text(Node node, String written) {
    if (node instanceof ScalarNode scalar) {
      return place(node, written, isNothing(node) ? List.of() : List.of(scalar.getValue()));
    }
    wrongShape(node, written, "a text");
    return place(node, written, List.of());
  }

  /** {@code ~}, {@code null} without quotation marks, or nothing at all. */
  private static boolean isNothing(Node node) {
    return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
  }

  private void wrongShape(Node node, String what, String wanted) {
    problems.add(
        place(node, what, List.of()),
        "wrong-shape",
        "Here stands something else than " + wanted + ". Compare it with an export.",
        Map.of("wanted", wanted));
  }

  private static FileText place(Node node, String written, List<String> texts) {
    return new FileText(line(node), node.getStartMark().getColumn() + 1, written, texts);
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
