package org.tagsmith.connector.zendesk.wire;

import java.util.List;

/** A background job: queued, working, completed, failed or killed. */
public record JobStatusJson(String id, String status, List<JobResultJson> results) {}
