package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.SettingsRefused;
import org.tagsmith.domain.sync.usecase.ReadConnections;
import org.tagsmith.domain.sync.usecase.TicketPages;
import org.tagsmith.domain.ticket.TicketId;
import org.tagsmith.widget.problem.RefusedRequest;

/**
 * Understands how people name tickets: by number, or by the address of the ticket's page, which
 * tells the account. Thread-safe.
 */
@ApplicationScoped
public class TypedTickets {
  private static final int MOST = 50;
  private static final int LONGEST = 500;
  private static final Pattern NUMBER = Pattern.compile("#?([1-9][0-9]{0,17})");
  private static final Pattern IN_ADDRESS = Pattern.compile("/tickets/([1-9][0-9]{0,17})\\b");

  private final ReadConnections connections;
  private final TicketPages pages;

  /** For the container's proxy. */
  protected TypedTickets() {
    this(null, null);
  }

  @Inject
  public TypedTickets(ReadConnections connections, TicketPages pages) {
    this.connections = connections;
    this.pages = pages;
  }

  /**
   * The tickets that somebody named.
   *
   * @param typed as they were typed, each a number or an address
   * @param account of mere numbers; null where there is only one account
   * @throws RefusedRequest {@code no-tickets}, {@code too-many-tickets}, {@code not-a-ticket},
   *     {@code unknown-helpdesk} or {@code which-helpdesk}
   */
  public Set<TicketId> read(List<String> typed, Integer account) {
    if (typed == null || typed.isEmpty() || typed.contains(null)) {
      throw RefusedRequest.badInput(
          "no-tickets", "The field 'tickets' is a list of ticket numbers or addresses.");
    }
    if (typed.size() > MOST) {
      throw RefusedRequest.badInput(
          "too-many-tickets", "At most " + MOST + " tickets are named at once.");
    }
    List<HelpdeskAccountId> accounts =
        connections.read().stream().map(each -> each.account().id()).toList();
    Set<TicketId> tickets = new LinkedHashSet<>();
    typed.forEach(each -> tickets.add(ticket(each.strip(), account, accounts)));
    return tickets;
  }

  private TicketId ticket(String typed, Integer account, List<HelpdeskAccountId> accounts) {
    Matcher number = NUMBER.matcher(typed);
    if (number.matches()) {
      return new TicketId(chosen(account, accounts), Long.parseLong(number.group(1)));
    }
    Matcher inside = IN_ADDRESS.matcher(typed);
    String host = typed.length() > LONGEST ? null : authority(typed);
    if (host == null || !inside.find()) {
      throw RefusedRequest.badInput(
          "not-a-ticket",
          "A ticket is named by its number or by the address of its page. One of the list is"
              + " neither.");
    }
    long found = Long.parseLong(inside.group(1));
    return accounts.stream()
        .filter(each -> host.equalsIgnoreCase(hostOf(each, found)))
        .findFirst()
        .map(each -> new TicketId(each, found))
        .orElseThrow(
            () ->
                RefusedRequest.badInput(
                    "unknown-helpdesk",
                    "The address of ticket "
                        + found
                        + " belongs to no connected helpdesk. Choose the helpdesk and send the"
                        + " number alone."));
  }

  private static HelpdeskAccountId chosen(Integer account, List<HelpdeskAccountId> accounts) {
    if (account != null) {
      return AccountNumber.of(account);
    }
    if (accounts.size() != 1) {
      throw RefusedRequest.badInput(
          "which-helpdesk", "The field 'account' says which helpdesk a number belongs to.");
    }
    return accounts.get(0);
  }

  private String hostOf(HelpdeskAccountId account, long ticket) {
    return finder(account).page(ticket).map(URI::getAuthority).orElse(null);
  }

  /**
   * Where agents open tickets; empty where a helpdesk has no such page or is disconnected. For one
   * answer and one thread: it asks for each account once.
   */
  public Function<TicketId, Optional<URI>> pages() {
    Map<HelpdeskAccountId, TicketPages.Finder> finders = new HashMap<>();
    return ticket ->
        finders.computeIfAbsent(ticket.account(), this::finder).page(ticket.remoteId());
  }

  private TicketPages.Finder finder(HelpdeskAccountId account) {
    try {
      return pages.of(account);
    } catch (SettingsRefused disconnected) {
      return ticket -> Optional.empty();
    }
  }

  private static String authority(String address) {
    try {
      return URI.create(address).getAuthority();
    } catch (IllegalArgumentException noAddress) {
      return null;
    }
  }
}
