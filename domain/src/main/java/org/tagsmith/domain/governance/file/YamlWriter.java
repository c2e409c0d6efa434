package org.tagsmith.domain.governance.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.NamingRules;
import org.tagsmith.domain.vocabulary.Question;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** A vocabulary as YAML: keys in one order, one fact on each line. */
final class YamlWriter {
  private final Vocabulary vocabulary;
  private final FileOrder order;

  private YamlWriter(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.order = new FileOrder(vocabulary);
  }

  static String write(Vocabulary vocabulary) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
    options.setAllowUnicode(true);
    options.setSplitLines(false);
    options.setIndent(2);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    options.setLineBreak(DumperOptions.LineBreak.UNIX);
    return new Yaml(new OneLine(options), options).dump(new YamlWriter(vocabulary).document());
  }

  private Map<String, Object> document() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("format", YamlReader.FORMAT);
    all.put("version", vocabulary.version());
    all.put("families", vocabulary.families().stream().map(YamlWriter::family).toList());
    all.put("tags", order.tags().stream().map(this::tag).toList());
    all.put("codes", order.codes().stream().map(this::code).toList());
    all.put(
        "abbreviations",
        order.abbreviations().stream()
            .map(each -> block("short", each.shortForm(), "long", each.expansion()))
            .toList());
    all.put("machine-prefixes", FileOrder.sorted(vocabulary.machineLabels()));
    all.put("ignored-labels", FileOrder.sorted(vocabulary.ignoredLabels()));
    Map<String, Object> rules = new LinkedHashMap<>(RuleWords.of(vocabulary.rules()));
    rules.put("patterns", vocabulary.rules().patterns().stream().map(YamlWriter::pattern).toList());
    all.put("rules", rules);
    all.put("questions", order.questions().stream().map(this::question).toList());
    return all;
  }

  private static Map<String, Object> family(TagFamily family) {
    return block(
        "name", family.name(), "hue", family.hue(), "names", FileOrder.byLanguage(family.names()));
  }

  private Map<String, Object> tag(HouseTag tag) {
    return block(
        "id",
        tag.id(),
        "name",
        tag.name(),
        "family",
        tag.family(),
        "names",
        FileOrder.byLanguage(tag.names()),
        "aliases",
        new ArrayList<>(order.aliases(tag)),
        "description",
        tag.description(),
        "examples",
        new ArrayList<>(tag.examples()),
        "hue",
        tag.hue() == null ? "" : tag.hue(),
        "owner",
        tag.owner(),
        "facets",
        new TreeMap<>(tag.facets()),
        "retired",
        tag.retired(),
        "successor",
        order.name(tag.successorId()));
  }

  private Map<String, Object> code(ReasonCode code) {
    return block(
        "number",
        code.number(),
        "tag",
        order.name(code.houseTagId()),
        "names",
        FileOrder.byLanguage(code.names()),
        "examples",
        new ArrayList<>(code.examples()),
        "department",
        code.department(),
        "parent",
        code.parent() == null ? "" : code.parent(),
        "groups",
        new ArrayList<>(code.groups()),
        "retired",
        code.retired(),
        "successor",
        code.successor() == null ? "" : code.successor());
  }

  private static Map<String, Object> pattern(NamingRules.NamePattern pattern) {
    return block(
        "pattern",
        pattern.pattern(),
        "forbidden",
        pattern.forbidden(),
        "words",
        FileOrder.byLanguage(pattern.words()));
  }

  private Map<String, Object> question(Question question) {
    return block(
        "label",
        question.label(),
        "guidance",
        FileOrder.byLanguage(question.guidance()),
        "choices",
        question.choices().stream()
            .map(
                choice ->
                    block(
                        "tag",
                        order.name(choice.houseTagId()),
                        "when",
                        FileOrder.byLanguage(choice.when()),
                        "beside",
                        new ArrayList<>(order.names(choice.beside()))))
            .toList());
  }

  private static Map<String, Object> block(Object... keysAndValues) {
    Map<String, Object> block = new LinkedHashMap<>();
    for (int at = 0; at < keysAndValues.length; at += 2) {
      block.put((String) keysAndValues[at], keysAndValues[at + 1]);
    }
    return block;
  }

  /** Texts with line breaks stay on one line, and things that are equal are written out each. */
  private static final class OneLine extends Representer {
    OneLine(DumperOptions options) {
      super(options);
      representers.put(String.class, text -> text((String) text));
      options.setDereferenceAliases(true);
    }

    private Node text(String text) {
      boolean plain = text.chars().noneMatch(sign -> sign < ' ' || (sign > '~' && isOdd(sign)));
      return representScalar(
          Tag.STR,
          text,
          plain ? DumperOptions.ScalarStyle.PLAIN : DumperOptions.ScalarStyle.DOUBLE_QUOTED);
    }

    private static boolean isOdd(int sign) {
      return Character.isISOControl(sign)
          || Character.isSpaceChar(sign)
          || Character.getType(sign) == Character.FORMAT
          || sign == '\uFEFF';
    }
  }
}
