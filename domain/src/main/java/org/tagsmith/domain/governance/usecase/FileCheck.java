package org.tagsmith.domain.governance.usecase;

import java.util.List;
import org.tagsmith.domain.governance.ChangePreview;
import org.tagsmith.domain.governance.Difference;
import org.tagsmith.domain.governance.file.FileReading;
import org.tagsmith.domain.governance.lint.LintFinding;

/**
 * What a file would do, and what is wrong with it.
 *
 * @param version the version that it was worked out against, the newest
 * @param reading what came of reading the file
 * @param findings what could be better about the vocabulary afterwards; empty if the file cannot be
 * @param preview what publishing it would do; null if the file cannot be
 * @param overwritten what others published since the file was exported, and it would change again
 */
public record FileCheck(
    int version,
    FileReading reading,
    List<LintFinding> findings,
    ChangePreview preview,
    List<Difference> overwritten) {
  public FileCheck {
    findings = List.copyOf(findings);
    overwritten = List.copyOf(overwritten);
  }
}
