package org.tagsmith.widget.view;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tagsmith.domain.report.ContactReport;
import org.tagsmith.domain.report.DayLine;
import org.tagsmith.domain.report.TagLine;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.Vocabulary;

/**
 * A contact report as a spreadsheet opens it: one row per house tag, one column per day; RFC 4180,
 * UTF-8 with the mark that spreadsheets need to read Chinese.
 */
public final class ContactCsv {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private ContactCsv() {}

  /**
   * The whole file.
   *
   * @param vocabulary the version that the report was drawn under
   */
  public static byte[] of(ContactReport report, Vocabulary vocabulary) {
    Map<Integer, String> names =
        vocabulary.tags().stream().collect(Collectors.toMap(HouseTag::id, HouseTag::name));
    StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK);
    List<String> head =
        new ArrayList<>(List.of("house tag", "reason codes", "contacts", "contacts before"));
    report.days().stream().map(DayLine::day).map(Object::toString).forEach(head::add);
    row(csv, head);
    for (TagLine line : report.tags()) {
      List<String> cells = new ArrayList<>();
      cells.add(names.getOrDefault(line.houseTagId(), Integer.toString(line.houseTagId())));
      cells.add(codesOf(line, vocabulary));
      cells.add(Long.toString(line.contacts()));
      cells.add(Long.toString(line.previousContacts()));
      for (long contacts : line.perDay()) {
        cells.add(Long.toString(contacts));
      }
      row(csv, cells);
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String codesOf(TagLine line, Vocabulary vocabulary) {
    return vocabulary.reasonCodes().stream()
        .filter(code -> code.houseTagId() == line.houseTagId() && !code.retired())
        .map(code -> Integer.toString(code.number()))
        .collect(Collectors.joining(" "));
  }

  private static void row(StringBuilder csv, List<String> cells) {
    csv.append(cells.stream().map(ContactCsv::cell).collect(Collectors.joining(",")));
    csv.append("\r\n");
  }

  /** A text that a spreadsheet would run as a formula gets an apostrophe in front. */
  private static String cell(String text) {
    String safe = text.matches("(?s)[=+\\-@＝＋－＠\\t\\r\\n].*") ? "'" + text : text;
    return safe.matches("[^,\"\\r\\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
