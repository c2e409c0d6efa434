package org.tagsmith.connector.freshdesk;

import org.tagsmith.domain.sync.SandboxUnderTest;
import org.tagsmith.domain.sync.usecase.InjectedFaults;

/** Hundreds of faults at Freshdesk's edge. */
class FreshdeskInjectedFaultsTest extends InjectedFaults {
  @Override
  protected SandboxUnderTest start(int tickets, int pageSize) {
    return new SandboxedFreshdesk(tickets, pageSize);
  }
}
