package org.tagsmith.sandbox.freshdesk.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tagsmith.sandbox.freshdesk.desk.Contact;
import org.tagsmith.sandbox.freshdesk.desk.Order;
import org.tagsmith.sandbox.freshdesk.desk.Place;
import org.tagsmith.sandbox.freshdesk.desk.SandboxTicket;
import org.tagsmith.sandbox.freshdesk.desk.Staff;
import org.tagsmith.sandbox.freshdesk.desk.Statuses;
import org.tagsmith.sandbox.freshdesk.desk.TicketDesk;
import org.tagsmith.sandbox.freshdesk.desk.TicketList;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.Endpoint;
import org.tagsmith.sandbox.http.JsonText;
import org.tagsmith.sandbox.http.Request;

/**
 * {@code GET /api/v2/tickets}. Source: https://developers.freshdesk.com/api/#list_all_tickets
 *
 * <p>Pages are counted from the front of the list as it is at that moment: a ticket that changes
 * between two calls moves to another place and pulls its neighbours over the edges of pages.
 * Whether {@code updated_since} is meant inclusively is not documented; here it is.
 */
final class ListEndpoint implements Endpoint {
  static final String PATH = "/api/v2/tickets";
  private static final int BYTES_FOR_A_TICKET = 1800;
  private static final long USUAL_REACH_SECONDS = 30L * 86_400;
  private static final Set<String> PARAMETERS =
      Set.of(
          "filter",
          "requester_id",
          "email",
          "unique_external_id",
          "company_id",
          "updated_since",
          "order_by",
          "order_type",
          "include");
  private static final List<String> FILTERS =
      List.of("new_and_my_open", "watching", "spam", "deleted");

  private final TicketDesk desk;
  private final TicketJson json;

  ListEndpoint(TicketDesk desk, TicketJson json) {
    this.desk = desk;
    this.json = json;
  }

  @Override
  public Answer answer(Request request, long id) {
    Paging paging = Paging.of(request, PARAMETERS);
    Set<String> include = Inclusion.of(request, Inclusion.OF_LIST);
    Order order = order(request);
    boolean descending = descending(request);
    Optional<String> filter = filter(request);
    Place place =
        filter.filter("deleted"::equals).isPresent()
            ? Place.DELETED
            : filter.filter("spam"::equals).isPresent() ? Place.SPAM : Place.LISTED;
    long updatedSince = Moments.param(request, "updated_since", 0);
    long createdSince =
        request.param("updated_since").isPresent() ? 0 : desk.now() - USUAL_REACH_SECONDS;
    paging.stopAtTheWall();
    TicketList list =
        desk.list(
            order,
            place,
            order == Order.UPDATED ? updatedSince : order == Order.CREATED ? createdSince : 0);
    Predicate<SandboxTicket> wanted = wanted(request, filter);
    if (order != Order.UPDATED && updatedSince > 0) {
      wanted = wanted.and(ticket -> ticket.updatedAt() >= updatedSince);
    }
    if (order != Order.CREATED && createdSince > 0) {
      wanted = wanted.and(ticket -> ticket.createdAt() >= createdSince);
    }
    boolean all = request.query().keySet().stream().noneMatch(ListEndpoint::narrows);
    boolean plain =
        all
            && (order == Order.UPDATED
                ? createdSince == 0
                : order == Order.CREATED && updatedSince == 0);
    boolean turned = request.param(Fault.TIES).isPresent();
    List<SandboxTicket> shown;
    int total;
    if (plain) {
      total = list.size();
      shown = tickets(list.slice(paging.from(), paging.until(), descending, turned));
    } else {
      List<SandboxTicket> matching =
          tickets(list.slice(0, list.size(), descending, turned)).stream().filter(wanted).toList();
      total = matching.size();
      shown = paging.of(matching);
    }
    return paging.linked(page(shown, include), request, json.home(), total);
  }

  private static boolean narrows(String parameter) {
    return Set.of("requester_id", "email", "unique_external_id", "company_id").contains(parameter);
  }

  private List<SandboxTicket> tickets(List<Long> ids) {
    List<SandboxTicket> tickets = new ArrayList<>(ids.size());
    // one that left in this very moment is simply not there
    ids.forEach(id -> desk.find(id).ifPresent(tickets::add));
    return tickets;
  }

  private Answer page(List<SandboxTicket> tickets, Set<String> include) {
    byte[] body =
        JsonText.bytes(
            tickets.size() * BYTES_FOR_A_TICKET + 100,
            out -> {
              out.writeStartArray();
              for (SandboxTicket ticket : tickets) {
                out.writeStartObject();
                json.listed(out, ticket, include);
                out.writeEndObject();
              }
              out.writeEndArray();
            });
    return Answer.json(200, body, tickets.size());
  }

  private static Order order(Request request) {
    String by = request.param("order_by").orElse("created_at");
    return switch (by) {
      case "created_at" -> Order.CREATED;
      case "updated_at" -> Order.UPDATED;
      case "due_by" -> Order.DUE;
      case "status" -> Order.STATUS;
      default ->
          throw Errors.refused(
              Errors.notOneOf("order_by", List.of("created_at", "due_by", "updated_at", "status")));
    };
  }

  private static boolean descending(Request request) {
    String type = request.param("order_type").orElse("desc");
    if (!type.equals("asc") && !type.equals("desc")) {
      throw Errors.refused(Errors.notOneOf("order_type", List.of("asc", "desc")));
    }
    return type.equals("desc");
  }

  private static Optional<String> filter(Request request) {
    Optional<String> filter = request.param("filter");
    if (filter.isPresent() && !FILTERS.contains(filter.get())) {
      throw Errors.refused(Errors.notOneOf("filter", FILTERS));
    }
    return filter;
  }

  private Predicate<SandboxTicket> wanted(Request request, Optional<String> filter) {
    long requester = request.number("requester_id", 0);
    long company = request.number("company_id", 0);
    Optional<String> email = request.param("email").map(text -> text.toLowerCase(Locale.ROOT));
    return ticket ->
        (requester == 0 || ticket.requesterId() == requester)
            && (company == 0 || ticket.companyId() == company)
            && (email.isEmpty() || email.equals(address(ticket)))
            && request.param("unique_external_id").isEmpty()
            && !filter.filter("watching"::equals).isPresent()
            && (!filter.filter("new_and_my_open"::equals).isPresent() || newOrMine(ticket));
  }

  private Optional<String> address(SandboxTicket ticket) {
    return desk.directory()
        .contact(ticket.requesterId())
        .map(Contact::email)
        .map(text -> text.toLowerCase(Locale.ROOT));
  }

  private static boolean newOrMine(SandboxTicket ticket) {
    return ticket.status() == Statuses.OPEN
        && (ticket.responderId() == 0 || ticket.responderId() == Staff.ADMIN.id());
  }
}
