package org.tagsmith.domain.governance.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tagsmith.domain.governance.file.FileBlock.Kind;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.NamingRules;
import org.tagsmith.domain.vocabulary.Question;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;

/** A vocabulary as rows: what each is about stands in its first cell. */
final class CsvWriter {
  /** Tells spreadsheets that this is UTF-8. */
  private static final String MARK = "\uFEFF";

  private final Vocabulary vocabulary;
  private final FileOrder order;
  private final List<String> columns = new ArrayList<>();
  private final StringBuilder csv = new StringBuilder(MARK);

  private CsvWriter(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.order = new FileOrder(vocabulary);
  }

  static String write(Vocabulary vocabulary) {
    CsvWriter writer = new CsvWriter(vocabulary);
    writer.head();
    writer.body();
    return writer.csv.toString();
  }

  private void head() {
    columns.addAll(List.of("kind", "id", "number", "name", "family"));
    FileOrder.languages(languages()).forEach(each -> columns.add("name:" + each));
    columns.addAll(
        List.of(
            "aliases",
            "description",
            "examples",
            "hue",
            "owner",
            "facets",
            "retired",
            "successor",
            "tag",
            "department",
            "parent",
            "groups",
            "beside",
            "value"));
    line(columns);
  }

  private List<String> languages() {
    return Stream.of(
            Stream.of("en", "zh-Hant", "zh-Hans"),
            in(vocabulary.families(), TagFamily::names),
            in(vocabulary.tags(), HouseTag::names),
            in(vocabulary.reasonCodes(), ReasonCode::names),
            in(vocabulary.rules().patterns(), NamingRules.NamePattern::words),
            in(vocabulary.questions(), Question::guidance),
            vocabulary.questions().stream()
                .flatMap(each -> in(each.choices(), Question.Choice::when)))
        .flatMap(languages -> languages)
        .distinct()
        .toList();
  }

  private static <T> Stream<String> in(List<T> all, Function<T, Map<String, String>> names) {
    return all.stream().flatMap(each -> names.apply(each).keySet().stream());
  }

  private void body() {
    row(Kind.VERSION).with("value", Integer.toString(vocabulary.version())).end();
    for (TagFamily family : vocabulary.families()) {
      row(Kind.FAMILY)
          .with("name", family.name())
          .with("hue", family.hue())
          .named(family.names())
          .end();
    }
    order.tags().forEach(this::tag);
    order.codes().forEach(this::code);
    order
        .abbreviations()
        .forEach(
            each ->
                row(Kind.ABBREVIATION)
                    .with("name", each.shortForm())
                    .with("value", List.of(each.expansion()))
                    .end());
    FileOrder.sorted(vocabulary.machineLabels())
        .forEach(each -> row(Kind.PREFIX).with("name", each).end());
    FileOrder.sorted(vocabulary.ignoredLabels())
        .forEach(each -> row(Kind.IGNORED).with("name", each).end());
    rules();
    order.questions().forEach(this::question);
  }

  private void tag(HouseTag tag) {
    row(Kind.TAG)
        .with("id", Integer.toString(tag.id()))
        .with("name", tag.name())
        .with("family", tag.family())
        .named(tag.names())
        .with("aliases", order.aliases(tag))
        .with("description", tag.description())
        .with("examples", tag.examples())
        .with("hue", tag.hue() == null ? "" : tag.hue())
        .with("owner", tag.owner())
        .with("facets", inTurn(tag.facets()))
        .with("retired", word(tag.retired()))
        .with("successor", order.name(tag.successorId()))
        .end();
  }

  private void code(ReasonCode code) {
    row(Kind.CODE)
        .with("number", Integer.toString(code.number()))
        .with("tag", order.name(code.houseTagId()))
        .named(code.names())
        .with("examples", code.examples())
        .with("department", code.department())
        .with("parent", code.parent() == null ? "" : code.parent().toString())
        .with("groups", code.groups())
        .with("retired", word(code.retired()))
        .with("successor", code.successor() == null ? "" : code.successor().toString())
        .end();
  }

  private void rules() {
    RuleWords.of(vocabulary.rules())
        .forEach(
            (name, value) ->
                row(Kind.RULE)
                    .with("name", name)
                    .with(
                        "value",
                        value instanceof List<?> list
                            ? list.stream().map(Object::toString).toList()
                            : List.of(
                                value instanceof Boolean flag ? word(flag) : value.toString()))
                    .end());
    vocabulary
        .rules()
        .patterns()
        .forEach(
            each ->
                row(Kind.PATTERN)
                    .with("name", each.pattern())
                    .with("value", word(each.forbidden()))
                    .named(each.words())
                    .end());
  }

  private void question(Question question) {
    row(Kind.QUESTION).with("name", question.label()).named(question.guidance()).end();
    for (Question.Choice choice : question.choices()) {
      row(Kind.CHOICE)
          .with("name", question.label())
          .with("tag", order.name(choice.houseTagId()))
          .named(choice.when())
          .with("beside", order.names(choice.beside()))
          .end();
    }
  }

  /** Not true and false, which spreadsheets write in their own language. */
  private static String word(boolean flag) {
    return flag ? "yes" : "no";
  }

  private static List<String> inTurn(Map<String, String> facets) {
    List<String> turns = new ArrayList<>();
    new TreeMap<>(facets)
        .forEach(
            (facet, value) -> {
              turns.add(facet);
              turns.add(value);
            });
    return turns;
  }

  private Row row(Kind kind) {
    return new Row().with("kind", kind.word());
  }

  private void line(List<String> cells) {
    csv.append(cells.stream().map(CsvCell::quoted).collect(Collectors.joining(","))).append('\n');
  }

  private final class Row {
    private final Map<String, String> cells = new HashMap<>();

    Row with(String column, String text) {
      cells.put(column, CsvCell.of(text));
      return this;
    }

    Row with(String column, List<String> texts) {
      cells.put(column, CsvCell.of(texts));
      return this;
    }

    Row named(Map<String, String> names) {
      names.forEach((language, name) -> cells.put("name:" + language, CsvCell.present(name)));
      return this;
    }

    void end() {
      line(columns.stream().map(column -> cells.getOrDefault(column, "")).toList());
    }
  }
}
