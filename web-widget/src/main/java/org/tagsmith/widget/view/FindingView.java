package org.tagsmith.widget.view;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tagsmith.domain.governance.Difference;
import org.tagsmith.domain.governance.lint.LintFinding;

/**
 * One thing that could be better about the vocabulary.
 *
 * @param rule a stable word to translate by
 * @param severity error, warning or hint
 * @param key the thing's id, number or name
 * @param detail the spelling or languages that it is about; may be empty
 * @param other the other thing's name, where there are two; may be empty
 * @param reason why it matters, in English
 * @param remedy what to do, in English
 */
@Schema(name = "LintFinding")
public record FindingView(
    String rule,
    String severity,
    Difference.Kind kind,
    Object key,
    String name,
    String detail,
    String other,
    String reason,
    String remedy) {
  private static final int MOST = 1000;

  /** Shows the first of them. */
  public static List<FindingView> of(List<LintFinding> findings) {
    return findings.stream().limit(MOST).map(FindingView::of).toList();
  }

  private static FindingView of(LintFinding finding) {
    return new FindingView(
        finding.rule().code(),
        finding.rule().severity().name().toLowerCase(Locale.ROOT),
        finding.kind(),
        finding.key(),
        finding.name(),
        finding.detail(),
        finding.other(),
        finding.rule().reason(),
        finding.rule().remedy());
  }

  /**
   * What a linter found.
   *
   * @param count how many there are
   * @param findings the worst thousand
   */
  @Schema(name = "LintReport")
  public record Report(int count, List<FindingView> findings) {
    /** Shows all of it. */
    public static Report of(List<LintFinding> findings) {
      return new Report(findings.size(), FindingView.of(findings));
    }
  }
}
