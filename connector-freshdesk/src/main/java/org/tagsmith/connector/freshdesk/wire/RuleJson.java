package org.tagsmith.connector.freshdesk.wire;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An automation rule. Events, conditions and actions are kept as they come: their values are texts,
 * numbers, lists and null.
 */
public record RuleJson(
    Long id, String name, Boolean active, JsonNode events, JsonNode conditions, JsonNode actions) {}
