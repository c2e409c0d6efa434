package org.tagsmith.connector.zendesk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tagsmith.connector.zendesk.wire.GroupJson;
import org.tagsmith.connector.zendesk.wire.MetricSetJson;
import org.tagsmith.connector.zendesk.wire.OrganizationJson;
import org.tagsmith.connector.zendesk.wire.TicketJson;
import org.tagsmith.connector.zendesk.wire.TicketPageJson;
import org.tagsmith.connector.zendesk.wire.UserJson;
import org.tagsmith.domain.customer.ContactSnapshot;
import org.tagsmith.domain.customer.CustomerSnapshot;
import org.tagsmith.domain.sync.DeskNames;
import org.tagsmith.domain.sync.http.HelpdeskTime;
import org.tagsmith.domain.ticket.TicketFacts;
import org.tagsmith.domain.ticket.TicketSnapshot;
import org.tagsmith.domain.ticket.TicketStatus;

/**
 * Says in the domain's words what Zendesk said. Pure and total: whatever is missing or null has an
 * answer here, nothing throws. Only a row without a number is left out, because nobody could ever
 * speak of it again.
 */
final class ZendeskTranslator {
  private ZendeskTranslator() {}

  /** The page's tickets in its order, deleted ones too. */
  static List<TicketSnapshot> tickets(TicketPageJson page) {
    Map<Long, UserJson> users = new HashMap<>();
    for (UserJson user : rows(page.users())) {
      if (user != null) {
        users.put(number(user.id()), user);
      }
    }
    Map<Long, MetricSetJson> metrics = new HashMap<>();
    for (MetricSetJson metric : rows(page.metricSets())) {
      if (metric != null) {
        metrics.put(number(metric.ticketId()), metric);
      }
    }
    List<TicketSnapshot> tickets = new ArrayList<>();
    for (TicketJson ticket : rows(page.tickets())) {
      if (ticket != null && number(ticket.id()) > 0) {
        UserJson requester = users.get(number(ticket.requesterId()));
        TicketFacts facts = ZendeskFacts.of(ticket, metrics.get(ticket.id()), requester);
        tickets.add(ticket(ticket).with(facts));
      }
    }
    return tickets;
  }

  /**
   * The people who wrote the page's tickets. Zendesk names agents and copied people beside them;
   * those are no contacts unless they wrote.
   */
  static List<ContactSnapshot> contacts(TicketPageJson page) {
    Set<Long> requesters = new HashSet<>();
    for (TicketJson ticket : rows(page.tickets())) {
      if (ticket != null) {
        requesters.add(number(ticket.requesterId()));
      }
    }
    Map<Long, ContactSnapshot> contacts = new LinkedHashMap<>();
    for (UserJson user : rows(page.users())) {
      if (user != null && number(user.id()) > 0 && requesters.contains(user.id())) {
        contacts.put(
            user.id(),
            new ContactSnapshot(
                user.id(),
                text(user.name()),
                text(user.email()),
                text(user.phone()),
                number(user.organizationId())));
      }
    }
    return List.copyOf(contacts.values());
  }

  /** The organisations beside the page's tickets. */
  static List<CustomerSnapshot> customers(TicketPageJson page) {
    Map<Long, CustomerSnapshot> customers = new LinkedHashMap<>();
    for (OrganizationJson organization : rows(page.organizations())) {
      if (organization != null && number(organization.id()) > 0 && organization.name() != null) {
        customers.put(
            organization.id(), new CustomerSnapshot(organization.id(), text(organization.name())));
      }
    }
    return List.copyOf(customers.values());
  }

  /**
   * What Zendesk calls the agents and groups of the page's tickets.
   *
   * @param brands the names of brands, which the page does not tell
   */
  static DeskNames names(TicketPageJson page, Map<Long, String> brands) {
    Set<Long> assignees = new HashSet<>();
    for (TicketJson ticket : rows(page.tickets())) {
      if (ticket != null) {
        assignees.add(number(ticket.assigneeId()));
      }
    }
    Map<Long, String> agents = new HashMap<>();
    for (UserJson user : rows(page.users())) {
      if (user != null && user.name() != null && assignees.contains(user.id())) {
        agents.put(user.id(), text(user.name()));
      }
    }
    Map<Long, String> groups = new HashMap<>();
    for (GroupJson group : rows(page.groups())) {
      if (group != null && number(group.id()) > 0 && group.name() != null) {
        groups.put(group.id(), text(group.name()));
      }
    }
    return new DeskNames(agents, groups, brands);
  }

  /** One ticket that has a number, without its facts. */
  static TicketSnapshot ticket(TicketJson ticket) {
    long generated = number(ticket.generatedTimestamp());
    Instant updatedAt = instant(ticket.updatedAt());
    Instant createdAt = instant(ticket.createdAt());
    // write answers of 2026 carry generated_timestamp 0
    Instant generatedAt = generated > 0 ? epochSecond(generated) : null;
    Instant updated = first(updatedAt, generatedAt, createdAt);
    return new TicketSnapshot(
        number(ticket.id()),
        status(ticket.status()),
        ticket.via() == null ? null : text(ticket.via().channel()),
        text(ticket.subject()),
        number(ticket.requesterId()),
        number(ticket.organizationId()),
        number(ticket.assigneeId()),
        number(ticket.groupId()),
        first(createdAt, updated, null),
        updated,
        first(generatedAt, updated, null),
        labels(ticket.tags()));
  }

  /** The ticket's labels, exactly as found and without order; null and blank ones are none. */
  static Set<String> labels(Collection<String> tags) {
    Set<String> labels = new HashSet<>();
    for (String tag : rows(tags)) {
      if (tag != null && !tag.isBlank()) {
        labels.add(text(tag));
      }
    }
    return labels;
  }

  static TicketStatus status(String status) {
    if (status == null) {
      return TicketStatus.OTHER;
    }
    return switch (status) {
      case "new" -> TicketStatus.NEW;
      case "open" -> TicketStatus.OPEN;
      case "pending" -> TicketStatus.PENDING;
      case "hold" -> TicketStatus.HOLD;
      case "solved" -> TicketStatus.SOLVED;
      case "closed" -> TicketStatus.CLOSED;
      case "deleted" -> TicketStatus.DELETED;
      default -> TicketStatus.OTHER;
    };
  }

  static <T> Collection<T> rows(Collection<T> rows) {
    return rows == null ? List.of() : rows;
  }

  /** A helpdesk's number; 0 for none. */
  static long number(Long number) {
    return number == null || number < 0 ? 0 : number;
  }

  /** PostgreSQL keeps every character but U+0000, which no agent can type either. */
  static String text(String text) {
    return text == null || text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }

  private static Instant first(Instant one, Instant two, Instant three) {
    if (one != null) {
      return one;
    }
    if (two != null) {
      return two;
    }
    return three == null ? Instant.EPOCH : three;
  }

  private static Instant epochSecond(long second) {
    // beyond the year 9999 it is no time but a slip, such as milliseconds
    return second > 253_402_300_799L ? null : Instant.ofEpochSecond(second);
  }

  static Instant instant(String text) {
    return HelpdeskTime.read(text);
  }
}
