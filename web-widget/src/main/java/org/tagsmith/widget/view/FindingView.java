package org.tagsmith.widget.view;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.governance.Difference;
import org.tagsmith.domain.governance.lint.LintFinding;

/**
 * One thing that could be better about the vocabulary.
 *
 * @param rule a stable word to translate by
 * @param severity error, warning or hint
 * @param key the thing's id, number or name
 * @param detail the spelling, languages or naming rules that it is about; may be empty
 * @param other the other thing's name, where there are two, or a name that keeps the rules; may be
 *     empty
 * @param line where a file that is checked names the tag; null if none does
 * @param reason why it matters, in English
 * @param remedy what to do, in English
 */
@Schema(
    name = "LintFinding",
    properties = {@SchemaProperty(name = "line", nullable = true)})
public record FindingView(
    String rule,
    String severity,
    Difference.Kind kind,
    Object key,
    String name,
    String detail,
    String other,
    Integer line,
    String reason,
    String remedy) {
  private static final int MOST = 1000;

  private static FindingView of(LintFinding finding, Map<Integer, Integer> lines) {
    return new FindingView(
        finding.rule().code(),
        finding.rule().severity().name().toLowerCase(Locale.ROOT),
        finding.kind(),
        finding.key(),
        finding.name(),
        finding.detail(),
        finding.other(),
        finding.kind() == Difference.Kind.TAG ? lines.get(finding.key()) : null,
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
    /** Shows what was found without a file. */
    public static Report of(List<LintFinding> findings) {
      return of(findings, Map.of());
    }

    /** Shows what was found, with the lines in which a file names the tags. */
    public static Report of(List<LintFinding> findings, Map<Integer, Integer> lines) {
      return new Report(
          findings.size(),
          findings.stream().limit(MOST).map(each -> FindingView.of(each, lines)).toList());
    }
  }
}
