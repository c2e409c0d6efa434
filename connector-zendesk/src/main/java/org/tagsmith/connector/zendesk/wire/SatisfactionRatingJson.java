package org.tagsmith.connector.zendesk.wire;

/** What a customer thought: {@code score} is "good", "bad", "offered" or "unoffered". */
public record SatisfactionRatingJson(String score) {}
