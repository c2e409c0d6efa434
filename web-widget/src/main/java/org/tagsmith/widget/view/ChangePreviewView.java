package org.tagsmith.widget.view;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tagsmith.domain.governance.ChangePreview;
import org.tagsmith.domain.governance.Difference;
import org.tagsmith.domain.report.ContactEffects;

/**
 * What a publication would do.
 *
 * @param version the version that it was worked out against
 * @param differenceCount in how many things it would differ from what is published
 * @param differences the first of them
 * @param labelCount how many labels would mean something else
 * @param labels the first of them, those of most contacts first
 * @param writes by account, what a write-back plan for this would have to replace
 */
@Schema(name = "ChangePreview")
public record ChangePreviewView(
    int version,
    int differenceCount,
    List<Difference> differences,
    long contacts,
    long affected,
    List<ContactEffects.MonthEffect> months,
    List<ContactEffects.TagEffect> tags,
    int labelCount,
    List<ContactEffects.LabelEffect> labels,
    List<ContactEffects.WriteEffect> writes) {
  private static final int MOST_LABELS = 200;
  private static final int MOST_DIFFERENCES = 1_000;

  /** Shows a preview. */
  public static ChangePreviewView of(ChangePreview preview) {
    ContactEffects effects = preview.effects();
    return new ChangePreviewView(
        preview.version(),
        preview.differences().size(),
        preview.differences().stream().limit(MOST_DIFFERENCES).toList(),
        effects.contacts(),
        effects.affected(),
        effects.months(),
        effects.tags(),
        effects.labels().size(),
        effects.labels().stream().limit(MOST_LABELS).toList(),
        effects.writes());
  }
}
