package org.tagsmith.connector.freshdesk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.tagsmith.connector.freshdesk.wire.CompanyJson;
import org.tagsmith.connector.freshdesk.wire.ContactJson;
import org.tagsmith.connector.freshdesk.wire.TicketJson;
import org.tagsmith.domain.customer.ContactSnapshot;
import org.tagsmith.domain.customer.CustomerSnapshot;
import org.tagsmith.domain.sync.http.HelpdeskTime;
import org.tagsmith.domain.ticket.TicketSnapshot;
import org.tagsmith.domain.ticket.TicketStatus;

/**
 * Says in the domain's words what Freshdesk said. Pure and total: whatever is missing or null has
 * an answer here, nothing throws. Only a row without a number is left out, because nobody could
 * ever speak of it again.
 */
final class FreshdeskTranslator {
  private FreshdeskTranslator() {}

  /**
   * The tickets of a list in its order. Those of the lists of deleted tickets and of spam are
   * deleted, whatever their row says: nobody works on them, and they count in no report.
   *
   * @param sources the word for a source's number, where Freshdesk's documentation has none
   * @param languages of requesters by number, as far as they are told
   */
  static List<TicketSnapshot> tickets(
      FreshdeskPage page, IntFunction<String> sources, Map<Long, String> languages) {
    return tickets(page.listing(), page.tickets(), sources, languages);
  }

  /** The same for tickets that were read one by one: those of the plain list, or its archive. */
  static List<TicketSnapshot> tickets(
      Listing listing,
      Collection<TicketJson> rows,
      IntFunction<String> sources,
      Map<Long, String> languages) {
    List<TicketSnapshot> tickets = new ArrayList<>();
    for (TicketJson ticket : rows) {
      if (number(ticket.id()) > 0) {
        String language = languages.get(number(ticket.requesterId()));
        tickets.add(
            ticket(ticket, listing != Listing.TICKETS, sources)
                .with(FreshdeskFacts.of(ticket, language)));
      }
    }
    return tickets;
  }

  /** The people, each with the company of their ticket where their own is not told. */
  static List<ContactSnapshot> contacts(
      Collection<ContactJson> contacts, Collection<TicketJson> tickets) {
    Map<Long, Long> companies = new HashMap<>();
    for (TicketJson ticket : tickets) {
      if (number(ticket.companyId()) > 0) {
        companies.put(number(ticket.requesterId()), ticket.companyId());
      }
    }
    List<ContactSnapshot> snapshots = new ArrayList<>();
    for (ContactJson contact : contacts) {
      long own = number(contact.companyId());
      String phone = text(contact.phone());
      snapshots.add(
          new ContactSnapshot(
              number(contact.id()),
              text(contact.name()),
              text(contact.email()),
              phone == null || phone.isBlank() ? text(contact.mobile()) : phone,
              own > 0 ? own : companies.getOrDefault(number(contact.id()), 0L)));
    }
    return snapshots;
  }

  /** The languages of the people of whom it is told. */
  static Map<Long, String> languages(Collection<ContactJson> contacts) {
    Map<Long, String> languages = new HashMap<>();
    for (ContactJson contact : contacts) {
      if (contact.language() != null) {
        languages.put(number(contact.id()), contact.language());
      }
    }
    return languages;
  }

  /** The companies that have a name. */
  static List<CustomerSnapshot> customers(Collection<CompanyJson> companies) {
    return companies.stream()
        .filter(company -> company.name() != null)
        .map(company -> new CustomerSnapshot(number(company.id()), text(company.name())))
        .toList();
  }

  private static TicketSnapshot ticket(
      TicketJson ticket, boolean deleted, IntFunction<String> sources) {
    Instant createdAt = instant(ticket.createdAt());
    Instant updatedAt = instant(ticket.updatedAt());
    Instant updated = first(updatedAt, createdAt);
    return new TicketSnapshot(
        number(ticket.id()),
        deleted || isGone(ticket) ? TicketStatus.DELETED : status(ticket.status()),
        source(ticket.source(), sources),
        text(ticket.subject()),
        number(ticket.requesterId()),
        number(ticket.companyId()),
        number(ticket.responderId()),
        number(ticket.groupId()),
        first(createdAt, updated),
        updated,
        updated,
        labels(ticket.tags()));
  }

  /** Whether the ticket is deleted or spam; only a ticket that is read alone says so. */
  static boolean isGone(TicketJson ticket) {
    return Boolean.TRUE.equals(ticket.deleted()) || Boolean.TRUE.equals(ticket.spam());
  }

  /** The ticket's labels, exactly as found and without order; null and blank ones are none. */
  static Set<String> labels(Collection<String> tags) {
    Set<String> labels = new HashSet<>();
    if (tags != null) {
      for (String tag : tags) {
        if (tag != null && !tag.isBlank()) {
          labels.add(text(tag));
        }
      }
    }
    return labels;
  }

  /** The two states of waiting have their numbers in each account; an account's own have none. */
  static TicketStatus status(Integer status) {
    if (status == null) {
      return TicketStatus.OTHER;
    }
    return switch (status) {
      case 2 -> TicketStatus.OPEN;
      case 3, 6 -> TicketStatus.PENDING;
      case 7 -> TicketStatus.HOLD;
      case 4 -> TicketStatus.SOLVED;
      case 5 -> TicketStatus.CLOSED;
      default -> TicketStatus.OTHER;
    };
  }

  private static String source(Integer source, IntFunction<String> sources) {
    if (source == null) {
      return null;
    }
    return switch (source) {
      case 1 -> "email";
      case 2 -> "portal";
      case 3 -> "phone";
      case 4 -> "forum";
      case 5 -> "twitter";
      case 6 -> "facebook";
      case 7 -> "chat";
      case 9 -> "feedback_widget";
      case 10 -> "outbound_email";
      default -> text(sources.apply(source));
    };
  }

  /** A helpdesk's number; 0 for none. */
  static long number(Long number) {
    return number == null || number < 0 ? 0 : number;
  }

  /** The second of a time as Freshdesk writes it; -1 if it is none. */
  static long secondOf(String time) {
    Instant instant = instant(time);
    return instant == null ? -1 : Math.max(-1, instant.getEpochSecond());
  }

  /** PostgreSQL keeps every character but U+0000, which no agent can type either. */
  static String text(String text) {
    return text == null || text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }

  private static Instant first(Instant one, Instant two) {
    if (one != null) {
      return one;
    }
    return two == null ? Instant.EPOCH : two;
  }

  static Instant instant(String text) {
    return HelpdeskTime.read(text);
  }
}
