package org.tagsmith.domain.customer;

/**
 * An organisation behind contacts, as the helpdesk describes it.
 *
 * @param remoteId the helpdesk's number, positive
 * @param name never null
 */
public record CustomerSnapshot(long remoteId, String name) {}
