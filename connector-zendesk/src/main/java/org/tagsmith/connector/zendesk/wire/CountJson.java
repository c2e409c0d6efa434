package org.tagsmith.connector.zendesk.wire;

/** An approximate number; capped at 100,000 while {@code refreshedAt} is null. */
public record CountJson(Long value, String refreshedAt) {}
