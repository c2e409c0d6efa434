package org.tagsmith.connector.zendesk.wire;

/** An organisation beside the tickets of a page ({@code include=organizations}). */
public record OrganizationJson(Long id, String name) {}
