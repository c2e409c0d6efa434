package org.tagsmith.connector.zendesk;

import java.util.Set;
import org.tagsmith.domain.sync.HelpdeskRule.Kind;
import org.tagsmith.domain.sync.HelpdeskRules;
import org.tagsmith.domain.sync.HelpdeskRulesContract;
import org.tagsmith.domain.sync.SandboxUnderTest;

/** What every reader of rules promises, kept against the sandbox Zendesk. */
class ZendeskRulesContractTest extends HelpdeskRulesContract {
  @Override
  protected SandboxUnderTest start(int tickets, int pageSize) {
    return new SandboxedZendesk(tickets, pageSize);
  }

  @Override
  protected HelpdeskRules rules(SandboxUnderTest sandbox) {
    return ((SandboxedZendesk) sandbox).rules();
  }

  @Override
  protected String closedList() {
    return "/macros";
  }

  @Override
  protected Kind closedKind() {
    return Kind.MACRO;
  }

  @Override
  protected Set<Kind> neverTold() {
    return Set.of();
  }
}
