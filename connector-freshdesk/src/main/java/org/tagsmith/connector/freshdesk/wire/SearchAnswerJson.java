package org.tagsmith.connector.freshdesk.wire;

/** The answer of {@code GET /api/v2/search/tickets}; the tickets in it are not read. */
public record SearchAnswerJson(Long total) {}
