package org.tagsmith.domain.governance.file;

import java.util.List;

/**
 * What a file says about one field.
 *
 * @param line from 1
 * @param column from 1
 * @param written the field's name as it stands in the file
 * @param texts one for a text, any number for a list; keys and values in turn for a mapping
 */
record FileText(int line, int column, String written, List<String> texts) {
  FileText {
    texts = List.copyOf(texts);
  }

  /** The text of a field that has one; empty for none. */
  String text() {
    return texts.isEmpty() ? "" : texts.get(0);
  }
}
