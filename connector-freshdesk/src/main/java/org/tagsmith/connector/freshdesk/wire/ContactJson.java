package org.tagsmith.connector.freshdesk.wire;

/** A person: beside a ticket (then without {@code companyId}) or of {@code GET /contacts/{id}}. */
public record ContactJson(
    Long id, String name, String email, String phone, String mobile, Long companyId) {}
