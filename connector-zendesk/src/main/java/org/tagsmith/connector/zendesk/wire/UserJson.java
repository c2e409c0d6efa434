package org.tagsmith.connector.zendesk.wire;

/** A person beside the tickets of a page ({@code include=users}). */
public record UserJson(
    Long id, String name, String email, String phone, Long organizationId, String locale) {}
