package org.tagsmith.connector.zendesk.wire;

/** One option of a drop-down or multi-select field; {@code value} is the label it sets. */
public record FieldOptionJson(String value) {}
