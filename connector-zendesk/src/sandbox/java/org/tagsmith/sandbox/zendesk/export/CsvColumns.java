package org.tagsmith.sandbox.zendesk.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Which column of a CSV file is what, told by the names in its first row. */
final class CsvColumns {
  /** What a column can be, with the names it goes by, the best first. */
  enum Role {
    SUBJECT("subject", "title", "summary"),
    TEXT(
        "text",
        "message",
        "description",
        "body",
        "content",
        "question",
        "query",
        "utterance",
        "comment"),
    TAGS("tags", "labels", "currenttags"),
    TAG("tag", "label", "category", "intent", "reason", "topic"),
    ID("id", "ticketid", "number", "ticketnumber", "case", "caseid", "casenumber"),
    CREATED("createdat", "created", "date", "createddate", "opened", "timestamp", "time"),
    UPDATED("updatedat", "updated", "lastupdated"),
    EMAIL("email", "requesteremail", "customeremail", "from", "mail"),
    NAME("requester", "requestername", "customer", "customername", "name"),
    COMPANY("organization", "organisation", "company"),
    STATUS("status", "state");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> names;

    Role(String... names) {
      this.names = List.of(names);
    }
  }

  private final List<String> header;
  private final Map<Role, Integer> places = new EnumMap<>(Role.class);

  private CsvColumns(List<String> header) {
    this.header = header;
    List<String> plain =
        header.stream()
            .map(name -> name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", ""))
            .toList();
    for (Role role : Role.values()) {
      role.names.stream()
          .map(plain::indexOf)
          .filter(place -> place >= 0)
          .findFirst()
          .ifPresent(place -> places.put(role, place));
    }
  }

  /**
   * Reads the first row.
   *
   * @throws ExportUnreadable if no column holds text
   */
  static CsvColumns of(Path file, List<String> header) throws ExportUnreadable {
    CsvColumns columns = new CsvColumns(header);
    if (!columns.has(Role.SUBJECT) && !columns.has(Role.TEXT)) {
      String names =
          header.stream()
              .limit(12)
              .map(name -> name.length() > 30 ? name.substring(0, 30) + "…" : name)
              .collect(Collectors.joining(", "));
      throw new ExportUnreadable(
          file,
          1,
          "none of the columns (" + names + ") is known to hold what the customer wrote",
          "Name one of them subject, text, message or description in the first row");
    }
    return columns;
  }

  int size() {
    return header.size();
  }

  boolean has(Role role) {
    return places.containsKey(role);
  }

  /** The cell of that role, empty if there is no such column. */
  String cell(List<String> row, Role role) {
    Integer place = places.get(role);
    return place == null ? "" : row.get(place).strip();
  }

  /** What was taken for what, for people. */
  String described() {
    List<String> taken = new ArrayList<>();
    places.forEach(
        (role, place) ->
            taken.add(header.get(place) + " as " + role.name().toLowerCase(Locale.ROOT)));
    return String.join(", ", taken);
  }
}
