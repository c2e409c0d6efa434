package org.tagsmith.domain.report;

import java.time.LocalDate;
import java.util.List;

/**
 * Contacts by house tag and day. A contact is a ticket that was not deleted; it counts on the day
 * (UTC) it began.
 *
 * @param vocabularyVersion the version the labels were read under, 0 while there is none
 * @param from first day
 * @param to last day, inclusive
 * @param contacts all contacts of the period
 * @param taggedContacts those that carry at least one house tag
 * @param labelledContacts those that carry at least one label which is not ignored, whether or not
 *     anybody has given it a meaning
 * @param tags one line per house tag with a contact in this period or the one before, most contacts
 *     first, then by id
 * @param days one line per day of the period, in order, also for days without contacts
 * @param previousContacts all contacts of the equally long period before
 */
public record ContactReport(
    int vocabularyVersion,
    LocalDate from,
    LocalDate to,
    long contacts,
    long taggedContacts,
    long labelledContacts,
    List<TagLine> tags,
    List<DayLine> days,
    long previousContacts) {
  public ContactReport {
    tags = List.copyOf(tags);
    days = List.copyOf(days);
  }
}
