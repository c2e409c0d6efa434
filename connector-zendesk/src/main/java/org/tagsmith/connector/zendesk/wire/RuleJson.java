package org.tagsmith.connector.zendesk.wire;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A trigger, automation, view or macro. Conditions and actions are kept as they come: their values
 * are texts, numbers, lists and null.
 */
public record RuleJson(
    Long id, String title, Boolean active, JsonNode conditions, JsonNode actions) {}
