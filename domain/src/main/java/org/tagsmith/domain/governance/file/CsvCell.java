package org.tagsmith.domain.governance.file;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts as a spreadsheet's cell: a backslash keeps line breaks and bars, an apostrophe keeps a
 * spreadsheet from running a text as a formula. Reading gives back exactly what was written.
 */
final class CsvCell {
  private static final Pattern NEEDS_APOSTROPHE =
      Pattern.compile("(?s)\\s*[=+\\-@＝＋－＠'\\t\\r\\n].*");
  private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[^,;\"\\r\\n\\t]*");
  private static final String PRESENT = "\\e";

  private CsvCell() {}

  /** One text; the empty one is an empty cell. */
  static String of(String text) {
    return guarded(escaped(text, false));
  }

  /** A text that is there even if it is empty. */
  static String present(String text) {
    return text.isEmpty() ? PRESENT : of(text);
  }

  /** Several texts, with bars between. */
  static String of(List<String> texts) {
    return guarded(
        texts.stream()
            .map(text -> text.isEmpty() ? PRESENT : escaped(text, true))
            .collect(Collectors.joining(" | ")));
  }

  /** As it stands between separators. */
  static String quoted(String cell) {
    return NEEDS_NO_QUOTES.matcher(cell).matches() && cell.strip().length() == cell.length()
        ? cell
        : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /** The text of a cell. */
  static String text(String cell) {
    String said = unguarded(cell);
    return said.equals(PRESENT) ? "" : plain(said);
  }

  /** The texts of a cell; blanks around them do not count, since people type them. */
  static List<String> texts(String cell) {
    List<String> texts = new ArrayList<>();
    String said = unguarded(cell);
    int from = 0;
    for (int at = 0; at <= said.length(); at++) {
      if (at < said.length() && said.charAt(at) == '\\') {
        at++;
      } else if (at >= said.length() || said.charAt(at) == '|') {
        String one = said.substring(from, Math.min(at, said.length())).strip();
        if (!one.isEmpty()) {
          texts.add(one.equals(PRESENT) ? "" : plain(one));
        }
        from = at + 1;
      }
    }
    return texts;
  }

  private static String escaped(String text, boolean amongOthers) {
    StringBuilder cell = new StringBuilder(text.length() + 8);
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      boolean edge = at == 0 || at == text.length() - 1;
      if (sign == '\n') {
        cell.append("\\n");
      } else if (sign == '\r') {
        cell.append("\\r");
      } else if (sign == '\t') {
        cell.append("\\t");
      } else if (sign == '\\' || (amongOthers && sign == '|')) {
        cell.append('\\').append(sign);
      } else if (edge && Character.isWhitespace(sign)) {
        cell.append("\\u%04x".formatted((int) sign));
      } else {
        cell.append(sign);
      }
    }
    return cell.toString();
  }

  private static String plain(String cell) {
    if (cell.indexOf('\\') < 0) {
      return cell;
    }
    StringBuilder text = new StringBuilder(cell.length());
    for (int at = 0; at < cell.length(); at++) {
      char sign = cell.charAt(at);
      char next = at + 1 < cell.length() ? cell.charAt(at + 1) : 0;
      int kept = sign == '\\' ? "nrt\\|".indexOf(next) : -1;
      if (kept >= 0 && next != 0) {
        text.append("\n\r\t\\|".charAt(kept));
        at++;
      } else if (sign == '\\'
          && next == 'u'
          && cell.substring(at + 2).matches("(?s)[0-9a-f]{4}.*")) {
        text.append((char) Integer.parseInt(cell.substring(at + 2, at + 6), 16));
        at += 5;
      } else {
        text.append(sign);
      }
    }
    return text.toString();
  }

  private static String guarded(String cell) {
    return NEEDS_APOSTROPHE.matcher(cell).matches() ? "'" + cell : cell;
  }

  private static String unguarded(String cell) {
    return cell.startsWith("'") && NEEDS_APOSTROPHE.matcher(cell.substring(1)).matches()
        ? cell.substring(1)
        : cell;
  }
}
