package org.tagsmith.connector.freshdesk;

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
import java.util.regex.Pattern;
import org.tagsmith.connector.freshdesk.wire.RuleJson;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskRule;
import org.tagsmith.domain.sync.HelpdeskRule.Kind;
import org.tagsmith.domain.sync.HelpdeskRules;
import org.tagsmith.domain.sync.RuleBook;
import org.tagsmith.domain.sync.RuleBook.Unread;
import org.tagsmith.domain.sync.http.AnswerTooHeavy;

/**
 * Freshdesk's automation rules, as far as they speak of tags. Its views and scenario automations
 * are given to no program. Thread-safe.
 *
 * @see <a href="https://developers.freshdesk.com/api/#automations">Automations</a>
 */
@ApplicationScoped
class FreshdeskRules implements HelpdeskRules {
  /** When a ticket is opened, each hour, when it changes; there is no 2. */
  private static final int[] OCCASIONS = {1, 3, 4};

  private static final int MOST_PAGES = 10;

  /** Rules call the tags {@code tags}, {@code tag_names}, {@code ticket_tags}, {@code add_tag}. */
  private static final Pattern OF_TAGS = Pattern.compile("(?:.*_)?tags?(?:_.*)?");

  /** Where an admin finds all rules; which address opens one of them is not told. */
  private static final String PAGE = "/a/admin/automations";

  private final FreshdeskAccounts accounts;

  /** For the container's proxy only. */
  protected FreshdeskRules() {
    accounts = null;
  }

  @Inject
  FreshdeskRules(FreshdeskAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public ConnectorId connector() {
    return FreshdeskConnector.ID;
  }

  @Override
  public RuleBook read(HelpdeskAccount account) {
    FreshdeskAccount parts = accounts.of(account);
    List<HelpdeskRule> rules = new ArrayList<>();
    Map<Kind, Unread> unread = new EnumMap<>(Kind.class);
    unread.put(Kind.VIEW, Unread.NOT_OFFERED);
    unread.put(Kind.MACRO, Unread.NOT_OFFERED);
    try {
      for (int occasion : OCCASIONS) {
        if (!read(parts, occasion, rules)) {
          unread.put(Kind.AUTOMATION, Unread.TOO_MANY);
        }
      }
    } catch (ConnectorFailure.NotPermitted e) {
      unread.put(Kind.AUTOMATION, Unread.NOT_PERMITTED);
    } catch (FreshdeskRefusal e) {
      if (e.status() != 404) {
        throw e.asFailure();
      }
      unread.put(Kind.AUTOMATION, Unread.NOT_OFFERED);
    } catch (AnswerTooHeavy e) {
      throw e.asFailure();
    }
    return new RuleBook(rules, unread);
  }

  /**
   * Reads the rules of one occasion.
   *
   * @return whether these are all
   */
  private static boolean read(FreshdeskAccount parts, int occasion, List<HelpdeskRule> rules) {
    for (int number = 1; number <= MOST_PAGES; number++) {
      FreshdeskAnswer<RuleJson[]> page =
          parts.gateway().page(FreshdeskRequest.rules(occasion, number), true);
      for (RuleJson rule : page.body()) {
        translate(parts, rule).ifPresent(rules::add);
      }
      if (!page.hasNext()) {
        return true;
      }
    }
    return false;
  }

  private static Optional<HelpdeskRule> translate(FreshdeskAccount parts, RuleJson rule) {
    if (rule == null || Boolean.FALSE.equals(rule.active())) {
      return Optional.empty();
    }
    Set<String> labels = new TreeSet<>();
    gather(rule.events(), labels);
    gather(rule.conditions(), labels);
    gather(rule.actions(), labels);
    Optional<URI> page = Optional.of(parts.page(PAGE));
    return labels.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new HelpdeskRule(
                Kind.AUTOMATION,
                rule.name() == null ? "" : FreshdeskTranslator.text(rule.name()),
                page,
                labels));
  }

  /** Conditions stand in sets of properties, so each object with a field counts, however deep. */
  private static void gather(JsonNode node, Set<String> labels) {
    if (node == null) {
      return;
    }
    if (node.isObject() && OF_TAGS.matcher(node.path("field_name").asText()).matches()) {
      gatherTags(node.path("value"), labels);
      gatherTags(node.path("from"), labels);
      gatherTags(node.path("to"), labels);
      return;
    }
    node.forEach(part -> gather(part, labels));
  }

  private static void gatherTags(JsonNode value, Set<String> labels) {
    if (value.isArray()) {
      value.forEach(each -> gatherTags(each, labels));
    } else if (value.isTextual()) {
      for (String tag : value.asText().split(",", -1)) {
        if (!tag.isBlank()) {
          labels.add(FreshdeskTranslator.text(tag.strip()));
        }
      }
    }
  }
}
