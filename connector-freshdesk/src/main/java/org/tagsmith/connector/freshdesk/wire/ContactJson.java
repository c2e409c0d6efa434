package org.tagsmith.connector.freshdesk.wire;

/**
 * A person: beside a ticket (then without {@code companyId} and {@code language}) or of {@code GET
 * /contacts/{id}}.
 */
public record ContactJson(
    Long id,
    String name,
    String email,
    String phone,
    String mobile,
    Long companyId,
    String language) {}
