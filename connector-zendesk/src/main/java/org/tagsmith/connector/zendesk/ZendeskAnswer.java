package org.tagsmith.connector.zendesk;

/**
 * A good answer.
 *
 * @param body never null
 * @param limits what its headers say about the limits on such calls
 */
record ZendeskAnswer<T>(T body, RateLimits limits) {}
