package org.tagsmith.connector.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tagsmith.connector.zendesk.wire.PageMetaJson;
import org.tagsmith.connector.zendesk.wire.RuleJson;
import org.tagsmith.connector.zendesk.wire.RulesPageJson;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskRule;
import org.tagsmith.domain.sync.HelpdeskRule.Kind;
import org.tagsmith.domain.sync.HelpdeskRules;
import org.tagsmith.domain.sync.RuleBook;
import org.tagsmith.domain.sync.RuleBook.Unread;

/**
 * Zendesk's triggers, automations, views and macros, as far as they speak of tags. Thread-safe.
 *
 * @see <a
 *     href="https://developer.zendesk.com/api-reference/ticketing/business-rules/triggers/">Triggers</a>
 */
@ApplicationScoped
class ZendeskRules implements HelpdeskRules {
  /** A thousand rules of a kind; a house with more is told so. */
  private static final int MOST_PAGES = 10;

  private static final Set<String> OF_TAGS = Set.of("current_tags", "set_tags", "remove_tags");

  private final ZendeskAccounts accounts;

  /** For the container's proxy only. */
  protected ZendeskRules() {
    accounts = null;
  }

  @Inject
  ZendeskRules(ZendeskAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public ConnectorId connector() {
    return ZendeskConnector.ID;
  }

  @Override
  public RuleBook read(HelpdeskAccount account) {
    ZendeskAccount parts = accounts.of(account);
    List<HelpdeskRule> rules = new ArrayList<>();
    Map<Kind, Unread> unread = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      try {
        if (!read(parts, kind, rules)) {
          unread.put(kind, Unread.TOO_MANY);
        }
      } catch (ConnectorFailure.NotPermitted e) {
        unread.put(kind, Unread.NOT_PERMITTED);
      } catch (ZendeskRefusal e) {
        if (e.status() != 404) {
          throw e.asFailure();
        }
        unread.put(kind, Unread.NOT_OFFERED);
      }
    }
    return new RuleBook(rules, unread);
  }

  /**
   * Reads all of a kind.
   *
   * @return whether these are all
   */
  private static boolean read(ZendeskAccount parts, Kind kind, List<HelpdeskRule> rules) {
    String cursor = null;
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      RulesPageJson page = parts.gateway().call(ZendeskRequest.rules(list(kind), cursor));
      for (RuleJson rule : ZendeskTranslator.rows(rows(kind, page))) {
        translate(parts, kind, rule).ifPresent(rules::add);
      }
      PageMetaJson meta = page.meta();
      if (meta == null || !Boolean.TRUE.equals(meta.hasMore()) || meta.afterCursor() == null) {
        return true;
      }
      cursor = meta.afterCursor();
    }
    return false;
  }

  private static Optional<HelpdeskRule> translate(ZendeskAccount parts, Kind kind, RuleJson rule) {
    if (rule == null || Boolean.FALSE.equals(rule.active())) {
      return Optional.empty();
    }
    Set<String> labels = new TreeSet<>();
    gather(rule.conditions(), labels);
    gather(rule.actions(), labels);
    long id = ZendeskTranslator.number(rule.id());
    Optional<URI> page = id > 0 ? Optional.of(parts.page(address(kind) + id)) : Optional.empty();
    return labels.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new HelpdeskRule(
                kind,
                rule.title() == null ? "" : ZendeskTranslator.text(rule.title()),
                page,
                labels));
  }

  /** Conditions may stand in groups, so each object with a field counts, however deep. */
  private static void gather(JsonNode node, Set<String> labels) {
    if (node == null) {
      return;
    }
    if (node.isObject() && OF_TAGS.contains(node.path("field").asText())) {
      gatherTags(node.path("value"), labels);
      return;
    }
    node.forEach(part -> gather(part, labels));
  }

  private static void gatherTags(JsonNode value, Set<String> labels) {
    if (value.isArray()) {
      value.forEach(each -> gatherTags(each, labels));
    } else if (value.isValueNode() && !value.isNull()) {
      for (String tag : value.asText().split("[\\s,]+", -1)) {
        if (!tag.isEmpty()) {
          labels.add(ZendeskTranslator.text(tag));
        }
      }
    }
  }

  private static String list(Kind kind) {
    return switch (kind) {
      case TRIGGER -> "triggers";
      case AUTOMATION -> "automations";
      case VIEW -> "views";
      case MACRO -> "macros";
    };
  }

  private static List<RuleJson> rows(Kind kind, RulesPageJson page) {
    return switch (kind) {
      case TRIGGER -> page.triggers();
      case AUTOMATION -> page.automations();
      case VIEW -> page.views();
      case MACRO -> page.macros();
    };
  }

  /** Below Zendesk's Admin Center. */
  private static String address(Kind kind) {
    return switch (kind) {
      case TRIGGER -> "/admin/objects-rules/rules/triggers/";
      case AUTOMATION -> "/admin/objects-rules/rules/automations/";
      case VIEW -> "/admin/workspaces/agent-workspace/views/";
      case MACRO -> "/admin/workspaces/agent-workspace/macros/";
    };
  }
}
