package org.tagsmith.connector.freshdesk.wire;

/**
 * The answer of {@code GET /api/v2/agents/me}: the key's owner.
 *
 * @param ticketScope 1 all tickets, 2 those of the groups, 3 those assigned
 */
public record MeJson(Long id, Integer ticketScope) {}
