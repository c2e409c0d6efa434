package org.tagsmith.domain.governance.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagsmith.domain.governance.file.FileBlock.Kind;

/** Reads what a lead's spreadsheet saved. */
final class CsvReader {
  private static final Pattern SAYS_SEPARATOR = Pattern.compile("(?i)\"?sep=(.)\"?\\r?(\\n|$)");
  private static final String SEPARATORS = ",;\t";
  private static final int LONGEST_NUMBER = 100_000;

  private final FileProblems problems;
  private final List<FileBlock> blocks = new ArrayList<>();
  private List<String> columns;

  private CsvReader(FileProblems problems) {
    this.problems = problems;
  }

  static List<FileBlock> read(String text, FileProblems problems) {
    CsvReader reader = new CsvReader(problems);
    Matcher said = SAYS_SEPARATOR.matcher(text);
    boolean says = said.lookingAt();
    String rows = says ? text.substring(said.end()) : text;
    char separator = says ? said.group(1).charAt(0) : separator(rows);
    reader.rows(rows, separator, says ? 1 : 0);
    if (reader.columns == null && problems.isEmpty()) {
      problems.add(
          new FileProblem(
              1,
              0,
              "",
              "no-rows",
              "The file is empty. Export the vocabulary to see how it looks.",
              Map.of()));
    }
    return reader.blocks;
  }

  /** The one that stands most often in the first line. */
  private static char separator(String text) {
    int end = text.indexOf('\n');
    String head = end < 0 ? text : text.substring(0, end);
    char most = ',';
    long count = 0;
    for (int at = 0; at < SEPARATORS.length(); at++) {
      char each = SEPARATORS.charAt(at);
      long here = head.chars().filter(sign -> sign == each).count();
      if (here > count) {
        most = each;
        count = here;
      }
    }
    return most;
  }

  private void rows(String text, char separator, int linesBefore) {
    CsvFactory csv = CsvFactory.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
    try (CsvParser parser = csv.createParser(text)) {
      parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator).withoutEscapeChar());
      List<String> cells = new ArrayList<>();
      int line = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          cells.add(parser.getText());
          if (cells.size() == 1) {
            line = parser.currentTokenLocation().getLineNr() + linesBefore;
          }
        } else if (token == JsonToken.END_ARRAY && !cells.isEmpty()) {
          row(line, cells);
          cells.clear();
        }
      }
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      problems.add(
          new FileProblem(
              at == null ? 0 : at.getLineNr() + linesBefore,
              0,
              "",
              "not-csv",
              "From here on the rows cannot be told apart. Look for a quotation mark without its twin.",
              Map.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void row(int line, List<String> cells) {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    if (columns == null) {
      head(line, cells);
      return;
    }
    int at = columns.indexOf("kind");
    String word =
        at < cells.size() && at >= 0 ? cells.get(at).strip().toLowerCase(Locale.ROOT) : "";
    Optional<Kind> kind = Kind.of(word);
    if (at >= 0 && kind.isEmpty()) {
      problems.add(
          new FileText(line, at + 1, "kind", List.of()),
          "unknown-kind",
          "'"
              + FileProblems.shown(word)
              + "' is no kind of row. Take one of those that an export has.",
          Map.of("value", FileProblems.shown(word)));
    }
    kind.ifPresent(known -> blocks.add(new FileBlock(known, line, fields(known, line, cells))));
  }

  private void head(int line, List<String> cells) {
    columns = cells.stream().map(cell -> ours(cell.strip())).toList();
    if (!columns.contains("kind")) {
      problems.add(
          new FileProblem(
              line,
              0,
              "kind",
              "no-kind",
              "The first row names the columns, and none of them is 'kind'. Keep the first row of the export.",
              Map.of()));
    }
    for (int at = 0; at < columns.size(); at++) {
      String column = columns.get(at);
      if (columns.indexOf(column) < at && !column.isEmpty()) {
        problems.add(
            new FileText(line, at + 1, cells.get(at), List.of()),
            "twice",
            "Two columns have this name. Remove one.",
            Map.of());
      } else if (!column.equals("kind") && !column.isEmpty() && !isKnown(column)) {
        problems.notice(
            new FileProblem(
                line,
                at + 1,
                FileProblems.shown(cells.get(at)),
                "unknown-field",
                "This column is unknown here and was passed over.",
                Map.of()));
      }
    }
  }

  private static String ours(String head) {
    return head.startsWith("name:") ? FileBlock.LANGUAGE + head.substring(5).strip() : head;
  }

  private static boolean isKnown(String column) {
    for (Kind kind : Kind.values()) {
      if (kind.speaksOf(column)) {
        return true;
      }
    }
    return false;
  }

  private Map<String, FileText> fields(Kind kind, int line, List<String> cells) {
    Map<String, FileText> fields = new LinkedHashMap<>();
    for (int at = 0; at < columns.size(); at++) {
      String column = columns.get(at);
      if (kind.speaksOf(column)) {
        String cell = at < cells.size() ? cells.get(at) : "";
        fields.put(column, new FileText(line, at + 1, written(column), texts(column, cell)));
      }
    }
    for (int at = columns.size(); at < cells.size(); at++) {
      if (!cells.get(at).isBlank()) {
        problems.add(
            new FileText(line, Math.min(at + 1, LONGEST_NUMBER), "", List.of()),
            "too-many-cells",
            "The row has more cells than the first row names. Look for a comma that should stand between quotation marks.",
            Map.of());
        break;
      }
    }
    return fields;
  }

  private static String written(String column) {
    return column.startsWith(FileBlock.LANGUAGE)
        ? "name:" + column.substring(FileBlock.LANGUAGE.length())
        : column;
  }

  private static List<String> texts(String column, String cell) {
    if (FileBlock.LISTS.contains(column)) {
      return CsvCell.texts(cell);
    }
    return cell.isEmpty() ? List.of() : List.of(CsvCell.text(cell));
  }
}
