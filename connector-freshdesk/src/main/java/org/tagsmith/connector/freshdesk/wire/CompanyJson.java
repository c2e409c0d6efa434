package org.tagsmith.connector.freshdesk.wire;

/** A company of {@code GET /api/v2/companies}. */
public record CompanyJson(Long id, String name) {}
