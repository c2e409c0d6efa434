package org.tagsmith.widget;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskRule;
import org.tagsmith.domain.sync.HelpdeskRule.Kind;
import org.tagsmith.domain.sync.HelpdeskRules;
import org.tagsmith.domain.sync.InMemoryConnector;
import org.tagsmith.domain.sync.RuleBook;
import org.tagsmith.domain.sync.RuleBook.Unread;

/** The helpdesk in memory has a trigger and a macro; its views may not be read. */
@ApplicationScoped
public class RulesForTests implements HelpdeskRules {
  private static volatile boolean broken;

  /** Lets every read fail from now on, or no more. */
  public static void breakDown(boolean down) {
    broken = down;
  }

  @Override
  public ConnectorId connector() {
    return InMemoryConnector.ID;
  }

  @Override
  public RuleBook read(HelpdeskAccount account) {
    if (broken) {
      throw new ConnectorFailure.Unreachable("nobody answers", null);
    }
    return new RuleBook(
        List.of(
            new HelpdeskRule(
                Kind.TRIGGER,
                "Route \"upgrades\" <b>",
                Optional.of(URI.create("https://bank.example/triggers/1")),
                Set.of("upgrade_creditcard", "vip")),
            new HelpdeskRule(Kind.MACRO, "Mark", Optional.empty(), Set.of("vip"))),
        Map.of(Kind.VIEW, Unread.NOT_PERMITTED));
  }
}
