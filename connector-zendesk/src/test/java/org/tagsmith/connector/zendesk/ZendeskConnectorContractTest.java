package org.tagsmith.connector.zendesk;

import org.tagsmith.domain.sync.ConnectorContract;
import org.tagsmith.domain.sync.HelpdeskUnderTest;

/** What every connector promises, kept against the sandbox Zendesk. */
class ZendeskConnectorContractTest extends ConnectorContract {
  @Override
  protected HelpdeskUnderTest start(int tickets, int pageSize) {
    return new SandboxedZendesk(tickets, pageSize);
  }
}
