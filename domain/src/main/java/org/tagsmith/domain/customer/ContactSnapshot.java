package org.tagsmith.domain.customer;

/**
 * A person who wrote, as the helpdesk describes them.
 *
 * @param remoteId the helpdesk's number, positive
 * @param name may be null when the helpdesk gave none
 * @param email may be null
 * @param phone may be null
 * @param customerId the organisation's number in the helpdesk, 0 if none
 */
public record ContactSnapshot(
    long remoteId, String name, String email, String phone, long customerId) {}
