package org.tagsmith.connector.freshdesk;

import java.util.Set;
import org.tagsmith.domain.sync.HelpdeskRule.Kind;
import org.tagsmith.domain.sync.HelpdeskRules;
import org.tagsmith.domain.sync.HelpdeskRulesContract;
import org.tagsmith.domain.sync.SandboxUnderTest;

/** What every reader of rules promises, kept against the sandbox Freshdesk. */
class FreshdeskRulesContractTest extends HelpdeskRulesContract {
  @Override
  protected SandboxUnderTest start(int tickets, int pageSize) {
    return new SandboxedFreshdesk(tickets, pageSize);
  }

  @Override
  protected HelpdeskRules rules(SandboxUnderTest sandbox) {
    return ((SandboxedFreshdesk) sandbox).rules();
  }

  @Override
  protected String closedList() {
    return "/rules";
  }

  @Override
  protected Kind closedKind() {
    return Kind.AUTOMATION;
  }

  @Override
  protected Set<Kind> neverTold() {
    return Set.of(Kind.VIEW, Kind.MACRO);
  }
}
