package org.tagsmith.connector.freshdesk.wire;

/** An agent of {@code GET /api/v2/agents}; the name stands in the contact that the agent is too. */
public record AgentJson(Long id, ContactJson contact) {}
