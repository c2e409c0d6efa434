package org.tagsmith.sandbox.zendesk.desk;

/**
 * A company behind people.
 *
 * @param id positive
 */
public record Organization(long id, String name) {}
