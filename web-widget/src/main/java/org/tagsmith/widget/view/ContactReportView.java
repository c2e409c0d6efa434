package org.tagsmith.widget.view;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.report.ContactReport;
import org.tagsmith.domain.report.DayLine;
import org.tagsmith.domain.report.TagLine;

/** Contacts by house tag and day. */
@Schema(
    name = "ContactReport",
    properties = {
      @SchemaProperty(name = "to", description = "The last day, inclusive."),
      @SchemaProperty(name = "contacts", description = "Tickets that began and were not deleted."),
      @SchemaProperty(name = "taggedContacts", description = "Those with a house tag."),
      @SchemaProperty(
          name = "labelledContacts",
          description = "Those with a label that is not ignored."),
      @SchemaProperty(
          name = "previousContacts",
          description = "Contacts of the equally long period before."),
      @SchemaProperty(name = "tags", description = "Most contacts first."),
      @SchemaProperty(name = "days", description = "Every day of the period, in order.")
    })
public record ContactReportView(
    int vocabularyVersion,
    LocalDate from,
    LocalDate to,
    long contacts,
    long taggedContacts,
    long labelledContacts,
    long previousContacts,
    List<TagLineView> tags,
    List<DayLineView> days) {

  /** Shows a report. */
  public static ContactReportView of(ContactReport report) {
    return new ContactReportView(
        report.vocabularyVersion(),
        report.from(),
        report.to(),
        report.contacts(),
        report.taggedContacts(),
        report.labelledContacts(),
        report.previousContacts(),
        report.tags().stream().map(TagLineView::of).toList(),
        report.days().stream().map(DayLineView::of).toList());
  }

  /** The contacts of one house tag. */
  @Schema(
      name = "TagLine",
      properties = @SchemaProperty(name = "perDay", description = "One number per day, in order."))
  public record TagLineView(int tagId, long contacts, long previousContacts, List<Long> perDay) {
    private static TagLineView of(TagLine line) {
      return new TagLineView(
          line.houseTagId(),
          line.contacts(),
          line.previousContacts(),
          Arrays.stream(line.perDay()).boxed().toList());
    }
  }

  /** The contacts of one day, each counted once. */
  @Schema(name = "DayLine")
  public record DayLineView(LocalDate day, long contacts, long taggedContacts) {
    private static DayLineView of(DayLine line) {
      return new DayLineView(line.day(), line.contacts(), line.taggedContacts());
    }
  }
}
