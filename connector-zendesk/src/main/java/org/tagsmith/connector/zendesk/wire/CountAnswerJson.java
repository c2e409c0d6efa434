package org.tagsmith.connector.zendesk.wire;

/** The answer of {@code GET /api/v2/tickets/count.json}. */
public record CountAnswerJson(CountJson count) {}
