/**
 * Everything Tagsmith knows about Freshdesk: reads tickets by windows of {@code updated_since},
 * deleted tickets and spam by lists of their own, writes labels by replacing the whole array with
 * care, and checks who opens the sidebar. Implements the ports of {@code org.tagsmith.domain.sync};
 * imports the domain's model and nobody's use case or persistence.
 *
 * <p>What Freshdesk does that nobody would expect stands in {@code BEHAVIOR.md}, with the test that
 * pins it.
 *
 * <p>No body, subject line, tag text or address from Freshdesk may reach a log line or an
 * exception. Only {@link org.tagsmith.connector.freshdesk.FreshdeskAuthenticator} touches the
 * credential.
 */
package org.tagsmith.connector.freshdesk;
