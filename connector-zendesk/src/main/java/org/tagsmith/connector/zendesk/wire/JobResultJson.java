package org.tagsmith.connector.zendesk.wire;

/** What a background job did to one ticket. A job is "completed" even when this failed. */
public record JobResultJson(Long id, Boolean success, String error) {}
