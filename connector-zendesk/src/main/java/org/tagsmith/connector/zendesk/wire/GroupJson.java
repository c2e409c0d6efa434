package org.tagsmith.connector.zendesk.wire;

/** A group of agents beside the tickets of a page ({@code include=groups}). */
public record GroupJson(Long id, String name) {}
