package org.tagsmith.domain.sync;

/** The contract itself, held against a helpdesk that cannot fail to keep it. */
class InMemoryConnectorTest extends ConnectorContract {
  @Override
  protected HelpdeskUnderTest start(int tickets, int pageSize) {
    return new InMemoryConnector(tickets, pageSize);
  }
}
