package org.tagsmith.sandbox.zendesk.http;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.Endpoint;
import org.tagsmith.sandbox.http.JsonText;
import org.tagsmith.sandbox.http.Request;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;
import org.tagsmith.sandbox.zendesk.desk.TicketDesk;

/** Tickets by their numbers; those that are not there, or deleted, are left out without a word. */
final class ShowManyEndpoint implements Endpoint {
  private static final int MOST = 100;
  private static final int BYTES_FOR_A_TICKET = 3000;

  private final TicketDesk desk;
  private final TicketJson json;
  private final BesideTickets beside;

  ShowManyEndpoint(TicketDesk desk, TicketJson json) {
    this.desk = desk;
    this.json = json;
    this.beside = new BesideTickets(desk, json);
  }

  @Override
  public Answer answer(Request request, long id) {
    List<Long> ids =
        Arrays.stream(request.param("ids").orElse("").split(","))
            .filter(text -> text.matches("\\d{1,18}"))
            .map(Long::valueOf)
            .toList();
    if (ids.size() > MOST) {
      return Answer.json(
          400, Map.of("error", "TooManyValues", "description", "Too many ids (max_count 100)"));
    }
    List<SandboxTicket> found =
        ids.stream()
            .map(desk::find)
            .flatMap(Optional::stream)
            .filter(ticket -> !ticket.deleted())
            .toList();
    Set<String> include =
        new HashSet<>(Arrays.asList(request.param("include").orElse("").split(",")));
    byte[] body =
        JsonText.bytes(
            found.size() * BYTES_FOR_A_TICKET + 1000,
            out -> {
              out.writeStartObject();
              out.writeArrayFieldStart("tickets");
              for (SandboxTicket ticket : found) {
                json.ticket(out, ticket, ticket.generatedAt(), include.contains("metric_sets"));
              }
              out.writeEndArray();
              beside.write(out, found, include);
              out.writeNullField("next_page");
              out.writeNullField("previous_page");
              out.writeNumberField("count", found.size());
              out.writeEndObject();
            });
    return Answer.json(200, body, found.size());
  }
}
