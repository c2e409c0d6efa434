/**
 * Everything Tagsmith knows about Zendesk: reads tickets by the incremental export, writes labels
 * by the safest call there is, and checks who opens the sidebar. Implements the ports of {@code
 * org.tagsmith.domain.sync}; imports the domain's model and nobody's use case or persistence.
 *
 * <p>What Zendesk does that nobody would expect stands in {@code BEHAVIOR.md}, with the test that
 * pins it.
 *
 * <p>No body, subject line, tag text or address from Zendesk may reach a log line or an exception.
 * Only {@link org.tagsmith.connector.zendesk.ZendeskAuthenticator} touches the credential.
 */
package org.tagsmith.connector.zendesk;
