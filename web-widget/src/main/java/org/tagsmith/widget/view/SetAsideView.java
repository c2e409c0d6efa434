package org.tagsmith.widget.view;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tagsmith.domain.governance.SetAside;

/**
 * What the house set aside.
 *
 * @param version the vocabulary version that says so
 * @param rows that of most contacts first
 */
@Schema(name = "SetAside")
public record SetAsideView(int version, List<Row> rows) {
  /** Shows the list. */
  public static SetAsideView of(int version, List<SetAside> all) {
    return new SetAsideView(
        version,
        all.stream()
            .map(
                each ->
                    new Row(
                        each.kind().name().toLowerCase(Locale.ROOT),
                        each.text(),
                        each.labels(),
                        each.contacts()))
            .toList());
  }

  /**
   * One label or prefix.
   *
   * @param kind which of both, in lower case
   * @param labels how many labels in use it sets aside
   * @param contacts how many carry one of them
   */
  @Schema(name = "SetAsideLine")
  public record Row(String kind, String text, int labels, long contacts) {}
}
