package org.tagsmith.domain.report;

import java.time.LocalDate;

/**
 * The contacts of one day, each counted once however many tags it carries.
 *
 * @param day UTC
 * @param contacts all that began on this day
 * @param taggedContacts those that carry at least one house tag
 */
public record DayLine(LocalDate day, long contacts, long taggedContacts) {}
