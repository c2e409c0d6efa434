package org.tagsmith.sandbox.zendesk.export;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.tagsmith.sandbox.zendesk.export.CsvColumns.Role;

/** Reads tickets from a CSV file with a column of text. */
final class CsvTickets {
  private static final Set<String> STATUSES =
      Set.of("new", "open", "pending", "hold", "solved", "closed", "deleted");
  private static final int LONGEST_SUBJECT = 150;

  private final Path file;
  private final Directory directory;
  private final List<Draft> drafts = new ArrayList<>();

  private CsvTickets(Path file, Directory directory) {
    this.file = file;
    this.directory = directory;
  }

  /**
   * The tickets of a file and what its columns were taken for.
   *
   * @param columns for people to read
   */
  record Result(List<Draft> drafts, String columns) {}

  static Result read(Path file, Reader in, Directory directory) throws IOException {
    CsvTickets reading = new CsvTickets(file, directory);
    CsvRows rows = new CsvRows(file, in);
    List<String> header = rows.next();
    if (header == null) {
      throw new ExportUnreadable(file, 1, "it holds no rows", "Export it again");
    }
    CsvColumns columns = CsvColumns.of(file, header);
    for (List<String> row = rows.next(); row != null; row = rows.next()) {
      if (row.size() != columns.size()) {
        throw new ExportUnreadable(
            file,
            rows.rowLine(),
            "the row has " + row.size() + " columns, the first row has " + columns.size(),
            "Export it again; a cell that holds the separator must be in quotes");
      }
      reading.take(columns, row, rows.rowLine());
    }
    return new Result(reading.drafts, columns.described());
  }

  private void take(CsvColumns columns, List<String> row, long line) throws ExportUnreadable {
    Draft draft = new Draft();
    String text = columns.cell(row, Role.TEXT);
    draft.subject = columns.has(Role.SUBJECT) ? columns.cell(row, Role.SUBJECT) : shortened(text);
    draft.text = text.isEmpty() ? draft.subject : text;
    for (String tag : columns.cell(row, Role.TAGS).split("[\\s,;|]+")) {
      add(draft, tag);
    }
    add(draft, columns.cell(row, Role.TAG).replaceAll("\\s+", "_"));
    if (columns.has(Role.ID)) {
      draft.id = number(columns.cell(row, Role.ID), line);
    }
    draft.createdAt = time(columns, row, Role.CREATED, line);
    draft.updatedAt = time(columns, row, Role.UPDATED, line);
    draft.organizationId = directory.organizationNumber(columns.cell(row, Role.COMPANY));
    draft.requesterId =
        directory.personNumber(
            columns.cell(row, Role.EMAIL), columns.cell(row, Role.NAME), draft.organizationId);
    String status = columns.cell(row, Role.STATUS).toLowerCase(Locale.ROOT);
    if (STATUSES.contains(status)) {
      draft.status = status;
    }
    drafts.add(draft);
  }

  private static String shortened(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.codePointCount(0, line.length()) <= LONGEST_SUBJECT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT)) + "…";
  }

  private static void add(Draft draft, String tag) {
    if (!tag.isEmpty()) {
      draft.tags.add(tag);
    }
  }

  private long number(String cell, long line) throws ExportUnreadable {
    String digits = cell.startsWith("#") ? cell.substring(1) : cell;
    if (digits.matches("[1-9][0-9]{0,17}")) {
      return Long.parseLong(digits);
    }
    throw new ExportUnreadable(
        file,
        line,
        "the ticket's number is not a whole number above 0",
        "Correct it, or remove the column to have tickets numbered by line");
  }

  private long time(CsvColumns columns, List<String> row, Role role, long line)
      throws ExportUnreadable {
    String cell = columns.cell(row, role);
    if (cell.isEmpty()) {
      return 0;
    }
    OptionalLong second = Times.read(cell);
    if (second.isEmpty()) {
      throw new ExportUnreadable(
          file,
          line,
          "the cell taken as " + role.name().toLowerCase(Locale.ROOT) + " is not an ISO date",
          "Write dates as "
              + String.join(" or ", Arrays.asList("2026-03-31", "2026-03-31T14:05:00Z")));
    }
    return second.getAsLong();
  }
}
