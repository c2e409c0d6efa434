package org.tagsmith.domain.vocabulary;

/**
 * One way to write one house tag.
 *
 * @param text as the vocabulary has it; shown to people as evidence
 * @param houseTagId the tag for which the vocabulary has it
 * @param tag the tag as it counts, a retired one's successor
 * @param confirmed whether people confirmed it as an alias; else it is a name
 */
record Spelling(String text, int houseTagId, HouseTag tag, boolean confirmed) {}
