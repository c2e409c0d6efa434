package org.tagsmith.widget.view;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tagsmith.domain.report.QuestionUse;

/**
 * What became of the contacts that carry a label about which the house asks.
 *
 * @param version of the vocabulary under which they were read
 * @param from first day (UTC) of the 90
 * @param to last day, inclusive
 */
@Schema(name = "QuestionUse")
public record QuestionUseView(int version, LocalDate from, LocalDate to, List<Line> questions) {
  /** Shows them. */
  public static QuestionUseView of(QuestionUse use) {
    return new QuestionUseView(
        use.vocabularyVersion(),
        use.from(),
        use.to(),
        use.questions().stream()
            .map(
                line ->
                    new Line(
                        line.label(),
                        line.open(),
                        line.decided().stream()
                            .map(each -> new Decided(each.houseTagId(), each.contacts()))
                            .toList(),
                        line.spellings()))
            .toList());
  }

  /**
   * One question.
   *
   * @param label as the question has it
   * @param open contacts that wait for a person
   * @param spellings the label as contacts carry it, the most used first, a few
   */
  @Schema(name = "QuestionUseLine")
  public record Line(String label, long open, List<Decided> decided, List<String> spellings) {}

  /** Contacts that count for a tag, since something beside the label decides. */
  @Schema(name = "QuestionDecided")
  public record Decided(int tagId, long contacts) {}
}
