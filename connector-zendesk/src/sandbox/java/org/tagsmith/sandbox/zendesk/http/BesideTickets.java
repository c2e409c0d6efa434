package org.tagsmith.sandbox.zendesk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tagsmith.sandbox.desk.Organization;
import org.tagsmith.sandbox.desk.Person;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;
import org.tagsmith.sandbox.zendesk.desk.Staff;
import org.tagsmith.sandbox.zendesk.desk.TicketDesk;

/** What an answer holds beside its tickets when the caller asks for it with {@code include}. */
final class BesideTickets {
  private final TicketDesk desk;
  private final TicketJson json;

  BesideTickets(TicketDesk desk, TicketJson json) {
    this.desk = desk;
    this.json = json;
  }

  void write(JsonGenerator out, List<SandboxTicket> tickets, Set<String> include)
      throws IOException {
    if (include.contains("users")) {
      people(out, tickets);
    }
    if (include.contains("organizations")) {
      organizations(out, tickets);
    }
    if (include.contains("groups")) {
      out.writeArrayFieldStart("groups");
      for (Organization group : Staff.groups()) {
        json.group(out, group);
      }
      out.writeEndArray();
    }
  }

  private void people(JsonGenerator out, List<SandboxTicket> tickets) throws IOException {
    Set<Long> ids = new TreeSet<>();
    for (SandboxTicket ticket : tickets) {
      ids.add(ticket.requesterId());
      ids.add(ticket.assigneeId());
    }
    out.writeArrayFieldStart("users");
    for (long id : ids) {
      Optional<Person> person = desk.person(id);
      if (person.isPresent()) {
        json.person(out, person.get());
      }
    }
    out.writeEndArray();
  }

  private void organizations(JsonGenerator out, List<SandboxTicket> tickets) throws IOException {
    Set<Long> ids = new TreeSet<>();
    tickets.forEach(ticket -> ids.add(ticket.organizationId()));
    out.writeArrayFieldStart("organizations");
    for (long id : ids) {
      Optional<Organization> organization = desk.organization(id);
      if (organization.isPresent()) {
        json.organization(out, organization.get());
      }
    }
    out.writeEndArray();
  }
}
