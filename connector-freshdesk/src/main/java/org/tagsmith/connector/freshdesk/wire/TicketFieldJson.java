package org.tagsmith.connector.freshdesk.wire;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A ticket field. {@code choices} is a list, an object from label to number or one from number to
 * labels, depending on the field.
 */
public record TicketFieldJson(String name, String type, JsonNode choices) {}
