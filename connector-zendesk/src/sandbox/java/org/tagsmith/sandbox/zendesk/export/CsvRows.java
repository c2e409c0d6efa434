package org.tagsmith.sandbox.zendesk.export;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads rows as RFC 4180 has them, with comma, semicolon or tab between cells; which of them, the
 * first row decides. A cell in quotes may hold line ends.
 */
final class CsvRows {
  private static final int LONGEST_CELL = 4_000_000;

  private final Path file;
  private final Reader in;
  private char separator;
  private int ahead = -2;
  private long line = 1;
  private long rowLine = 1;

  CsvRows(Path file, Reader in) {
    this.file = file;
    this.in = in;
  }

  /** The line in which the last row began. */
  long rowLine() {
    return rowLine;
  }

  /** The next row that is not empty, null at the end. */
  List<String> next() throws IOException {
    List<String> row = null;
    while (peek() >= 0 && row == null) {
      rowLine = line;
      List<String> read = row();
      if (read.size() > 1 || !read.get(0).isBlank()) {
        row = read;
      }
    }
    return row;
  }

  private List<String> row() throws IOException {
    List<String> cells = new ArrayList<>();
    while (true) {
      cells.add(peek() == '"' ? quoted() : plain());
      int end = read();
      if (end == '\r' && peek() == '\n') {
        end = read();
      }
      if (end < 0 || end == '\n' || end == '\r') {
        return cells;
      }
    }
  }

  private String plain() throws IOException {
    StringBuilder cell = new StringBuilder();
    while (peek() >= 0 && peek() != '\n' && peek() != '\r' && !separates(peek())) {
      append(cell, (char) read());
    }
    return cell.toString();
  }

  private String quoted() throws IOException {
    long opened = line;
    StringBuilder cell = new StringBuilder();
    read();
    while (true) {
      int next = read();
      if (next < 0) {
        throw new ExportUnreadable(
            file,
            opened,
            "a quote opens here and is never closed, so the file was cut off or a quote is not doubled",
            "Export it again, with quotes inside a cell doubled");
      }
      if (next == '"' && peek() != '"') {
        break;
      }
      append(cell, (char) (next == '"' ? read() : next));
    }
    if (peek() >= 0 && peek() != '\n' && peek() != '\r' && !separates(peek())) {
      throw new ExportUnreadable(
          file,
          line,
          "there is text after a closing quote",
          "Export it again, with quotes inside a cell doubled");
    }
    return cell.toString();
  }

  private void append(StringBuilder cell, char character) throws ExportUnreadable {
    if (cell.length() == LONGEST_CELL) {
      throw new ExportUnreadable(
          file, rowLine, "a cell is longer than 4,000,000 characters", "Export it again");
    }
    cell.append(character);
  }

  private boolean separates(int character) {
    if (separator == 0) {
      if (character == ',' || character == ';' || character == '\t') {
        separator = (char) character;
        return true;
      }
      return false;
    }
    return character == separator;
  }

  private int peek() throws IOException {
    if (ahead == -2) {
      ahead = in.read();
    }
    return ahead;
  }

  private int read() throws IOException {
    int character = peek();
    ahead = -2;
    if (character == '\n') {
      line++;
    }
    return character;
  }
}
