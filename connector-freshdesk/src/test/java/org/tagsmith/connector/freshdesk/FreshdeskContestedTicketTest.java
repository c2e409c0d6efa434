package org.tagsmith.connector.freshdesk;

import org.tagsmith.domain.sync.SandboxUnderTest;
import org.tagsmith.domain.sync.usecase.OthersAtTheSameTicket;

/** Others at work on the ticket that we write to, in Freshdesk. */
class FreshdeskContestedTicketTest extends OthersAtTheSameTicket {
  @Override
  protected SandboxUnderTest start(int tickets, int pageSize) {
    return new SandboxedFreshdesk(tickets, pageSize);
  }

  @Override
  protected boolean mayLose() {
    return true;
  }
}
