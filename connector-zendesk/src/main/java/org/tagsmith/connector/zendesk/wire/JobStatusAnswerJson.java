package org.tagsmith.connector.zendesk.wire;

/** The answer that holds one background job. */
public record JobStatusAnswerJson(JobStatusJson jobStatus) {}
