package org.tagsmith.domain.governance.file;

import java.util.Map;
import java.util.Objects;

/**
 * One thing in a file that is wrong, or that was passed over.
 *
 * @param line from 1; 0 for the file as a whole
 * @param column from 1: a character's place in YAML, a cell's in CSV; 0 for the whole line
 * @param field as it is called in the file; empty for none in particular
 * @param code a stable word that pages translate by
 * @param message the reason and the remedy, in English
 * @param fields what the reason speaks of
 */
public record FileProblem(
    int line, int column, String field, String code, String message, Map<String, Object> fields) {
  public FileProblem {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(message, "message");
    fields = Map.copyOf(fields);
  }
}
