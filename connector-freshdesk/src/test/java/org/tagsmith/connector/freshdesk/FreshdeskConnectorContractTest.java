package org.tagsmith.connector.freshdesk;

import org.tagsmith.domain.sync.ConnectorContract;
import org.tagsmith.domain.sync.HelpdeskUnderTest;

/** What every connector promises, kept against the sandbox Freshdesk. */
class FreshdeskConnectorContractTest extends ConnectorContract {
  @Override
  protected HelpdeskUnderTest start(int tickets, int pageSize) {
    return new SandboxedFreshdesk(tickets, pageSize);
  }
}
