package org.tagsmith.connector.zendesk.wire;

/** A span of time around the clock, in minutes. */
public record MinutesJson(Integer calendar) {}
