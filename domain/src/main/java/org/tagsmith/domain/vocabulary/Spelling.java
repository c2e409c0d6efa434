package org.tagsmith.domain.vocabulary;

/**
 * One way to write one house tag.
 *
 * @param text as the vocabulary has it; shown to people as evidence
 * @param tag the tag as it counts, a retired one's successor
 */
record Spelling(String text, HouseTag tag) {}
