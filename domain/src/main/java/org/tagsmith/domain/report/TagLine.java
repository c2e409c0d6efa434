package org.tagsmith.domain.report;

/**
 * The contacts of one house tag. A contact with several spellings of the tag counts once; a contact
 * with several tags counts in the line of each.
 *
 * @param houseTagId the tag as it counts, so the successor for a retired one that has one
 * @param contacts in the period
 * @param previousContacts in the equally long period before
 * @param perDay one number per day of the period, in order; not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // a report holds thousands of numbers; nobody compares it
public record TagLine(int houseTagId, long contacts, long previousContacts, long[] perDay) {}
