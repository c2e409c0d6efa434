package org.tagsmith.connector.zendesk.wire;

/** How a ticket came in: {@code channel} is "email", "web", "api" and more to come. */
public record ViaJson(String channel) {}
