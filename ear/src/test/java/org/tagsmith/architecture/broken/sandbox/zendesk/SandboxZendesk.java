package org.tagsmith.architecture.broken.sandbox.zendesk;

import org.tagsmith.architecture.Breaks;
import org.tagsmith.architecture.broken.connector.zendesk.ZendeskConnector;

/** A sandbox that borrows the connector it should judge. */
@Breaks("the_launcher_and_the_sandbox_know_no_room")
public record SandboxZendesk(ZendeskConnector connector) {}
