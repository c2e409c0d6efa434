package org.tagsmith.connector.zendesk;

import org.tagsmith.domain.sync.SandboxUnderTest;
import org.tagsmith.domain.sync.usecase.OthersAtTheSameTicket;

/** Others at work on the ticket that we write to, in Zendesk. */
class ZendeskContestedTicketTest extends OthersAtTheSameTicket {
  @Override
  protected SandboxUnderTest start(int tickets, int pageSize) {
    return new SandboxedZendesk(tickets, pageSize);
  }

  @Override
  protected boolean mayLose() {
    return false;
  }
}
