package org.tagsmith.widget.view;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tagsmith.domain.governance.Difference;
import org.tagsmith.domain.governance.file.FileProblem;
import org.tagsmith.domain.governance.usecase.FileCheck;

/**
 * What a vocabulary file would do.
 *
 * @param version the newest version, to publish it on
 * @param madeFrom the version that the file was exported from, null if it does not say
 * @param problemCount how many things cannot be
 * @param problems the first hundred of them by line
 * @param notices what was passed over
 * @param lint what could be better afterwards
 * @param overwritten what others published since the export, and the file would change again
 * @param preview null where something cannot be
 */
@Schema(name = "FileCheck")
public record FileCheckView(
    int version,
    @Schema(nullable = true) Integer madeFrom,
    int problemCount,
    List<FileProblem> problems,
    List<FileProblem> notices,
    FindingView.Report lint,
    List<Difference> overwritten,
    @Schema(nullable = true) ChangePreviewView preview) {

  /** Shows a check. */
  public static FileCheckView of(FileCheck check) {
    return new FileCheckView(
        check.version(),
        check.reading().madeFrom(),
        check.reading().problemCount(),
        check.reading().problems(),
        check.reading().notices(),
        FindingView.Report.of(check.findings(), check.reading().lines()),
        check.overwritten(),
        check.preview() == null ? null : ChangePreviewView.of(check.preview()));
  }
}
