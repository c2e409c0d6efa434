package org.tagsmith.sandbox.zendesk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.Endpoint;
import org.tagsmith.sandbox.http.JsonText;
import org.tagsmith.sandbox.http.Mishap;
import org.tagsmith.sandbox.http.Refusal;
import org.tagsmith.sandbox.http.Request;
import org.tagsmith.sandbox.zendesk.desk.ExportCursor;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;
import org.tagsmith.sandbox.zendesk.desk.TicketDesk;

/**
 * {@code GET /api/v2/incremental/tickets/cursor.json}. Source:
 * https://developer.zendesk.com/api-reference/ticketing/ticket-management/incremental_exports/
 *
 * <p>The URL of the next page names another host than the one that was called, as recorded:
 * accounts have a canonical address, and a client must not follow it with its credentials.
 */
final class ExportEndpoint implements Endpoint {
  private static final int LARGEST_PAGE = 1000;
  private static final int BYTES_FOR_A_TICKET = 3000;
  private static final String NEXT_URL =
      "https://harbourbank-canonical.zendesk.com/api/v2/incremental/tickets/cursor.json?cursor=";

  private final TicketDesk desk;
  private final TicketJson json;
  private final BesideTickets beside;

  ExportEndpoint(TicketDesk desk, TicketJson json) {
    this.desk = desk;
    this.json = json;
    this.beside = new BesideTickets(desk, json);
  }

  @Override
  public Answer answer(Request request, long id) {
    int size = pageSize(request);
    String asked = request.param("cursor").orElse(null);
    ExportCursor from = asked == null ? startTime(request) : cursor(asked);
    ExportCursor start =
        request.param(Mishap.AGAIN).isPresent() ? desk.before(from, size / 2) : from;
    boolean excludeDeleted = request.param("exclude_deleted").filter("true"::equals).isPresent();
    TicketDesk.Page page =
        nothingOfThatKind(request)
            ? new TicketDesk.Page(List.of(), from, true)
            : desk.page(start, size, excludeDeleted);
    boolean stuck = request.param(Fault.STUCK).isPresent();
    String next = asked == null && page.tickets().isEmpty() ? null : page.after().encoded();
    String after = stuck && asked != null ? asked : next;
    boolean end = page.endOfStream() && !stuck;
    Set<String> include =
        new HashSet<>(Arrays.asList(request.param("include").orElse("").split(",")));
    byte[] body =
        JsonText.bytes(
            page.tickets().size() * BYTES_FOR_A_TICKET + 1000,
            out -> write(out, page.tickets(), after, end, include));
    return Answer.json(200, body, page.tickets().size());
  }

  private static boolean nothingOfThatKind(Request request) {
    return request.param("support_type_scope").filter("ai_agent"::equals).isPresent();
  }

  private static int pageSize(Request request) {
    long size = request.number("per_page", LARGEST_PAGE);
    return (int) Math.max(1, Math.min(LARGEST_PAGE, size));
  }

  private static ExportCursor cursor(String text) {
    return ExportCursor.decoded(text)
        .orElseThrow(
            () -> new Refusal(Answer.error(400, "InvalidCursor", "cursor parameter is not valid")));
  }

  private ExportCursor startTime(Request request) {
    if (request.param("start_time").isEmpty()) {
      throw new Refusal(Answer.error(400, "MissingParameter", "start_time or cursor is required"));
    }
    long second = request.number("start_time", 0);
    if (second > desk.now() - TicketDesk.HELD_BACK_SECONDS) {
      throw new Refusal(
          Answer.error(
              400,
              "StartTimeTooRecent",
              "Too recent start_time. Use a start_time older than 60 seconds"));
    }
    return ExportCursor.startingAt(Math.max(1, second));
  }

  private void write(
      JsonGenerator out,
      List<SandboxTicket> tickets,
      String after,
      boolean endOfStream,
      Set<String> include)
      throws IOException {
    out.writeStartObject();
    out.writeArrayFieldStart("tickets");
    for (SandboxTicket ticket : tickets) {
      json.ticket(out, ticket, ticket.generatedAt(), include.contains("metric_sets"));
    }
    out.writeEndArray();
    beside.write(out, tickets, include);
    out.writeStringField("after_url", after == null ? null : NEXT_URL + after);
    out.writeStringField("after_cursor", after);
    out.writeNullField("before_url");
    out.writeNullField("before_cursor");
    out.writeBooleanField("end_of_stream", endOfStream);
    out.writeEndObject();
  }
}
