package org.tagsmith.connector.zendesk;

import org.tagsmith.domain.sync.SandboxUnderTest;
import org.tagsmith.domain.sync.usecase.InjectedFaults;

/** Hundreds of faults at Zendesk's edge. */
class ZendeskInjectedFaultsTest extends InjectedFaults {
  @Override
  protected SandboxUnderTest start(int tickets, int pageSize) {
    return new SandboxedZendesk(tickets, pageSize);
  }
}
