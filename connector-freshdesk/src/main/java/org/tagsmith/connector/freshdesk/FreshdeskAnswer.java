package org.tagsmith.connector.freshdesk;

/**
 * An answer that was read to its end.
 *
 * @param body never null
 * @param hasNext whether the {@code Link} header names a next page
 * @param limits what the headers say about the account's limit
 */
record FreshdeskAnswer<T>(T body, boolean hasNext, RateLimits limits) {}
