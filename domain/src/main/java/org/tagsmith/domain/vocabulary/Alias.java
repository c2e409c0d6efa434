package org.tagsmith.domain.vocabulary;

/**
 * Another spelling of a house tag, confirmed by a person.
 *
 * @param text as people type it, in any script
 * @param houseTagId the tag it stands for
 */
public record Alias(String text, int houseTagId) {}
