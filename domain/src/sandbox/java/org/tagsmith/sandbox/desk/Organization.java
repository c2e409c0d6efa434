package org.tagsmith.sandbox.desk;

/**
 * A company behind people.
 *
 * @param id positive
 */
public record Organization(long id, String name) {}
