package org.tagsmith.sandbox.freshdesk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tagsmith.sandbox.freshdesk.desk.Order;
import org.tagsmith.sandbox.freshdesk.desk.Place;
import org.tagsmith.sandbox.freshdesk.desk.SandboxTicket;
import org.tagsmith.sandbox.freshdesk.desk.TicketDesk;
import org.tagsmith.sandbox.freshdesk.desk.TicketList;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.JsonText;
import org.tagsmith.sandbox.http.Request;
import org.tagsmith.sandbox.http.Router;

/** What customers say of the service. Source: https://developers.freshdesk.com/api/#surveys */
final class RatingEndpoints {
  private static final long SURVEY = 43_000_004_001L;
  private static final long FIRST_RATING = 43_500_000_000L;

  private final TicketDesk desk;
  private final String home;

  RatingEndpoints(TicketDesk desk, String home) {
    this.desk = desk;
    this.home = home;
  }

  void addTo(Router router) {
    router
        .on("GET", "/api/v2/surveys", (request, id) -> surveys())
        .on("GET", "/api/v2/surveys/satisfaction_ratings", (request, id) -> all(request))
        .on("GET", "/api/v2/tickets/{id}/satisfaction_ratings", (request, id) -> ofTicket(id));
  }

  private static Answer surveys() {
    List<Integer> accepted = List.of(-103, -102, -101, 100, 101, 102, 103);
    return Answer.json(
        200,
        List.of(
            Map.of(
                "id", SURVEY,
                "title", "Default Survey",
                "questions",
                    List.of(
                        Map.of(
                            "id", "default_question",
                            "label", "How would you rate your overall satisfaction?",
                            "accepted_ratings", accepted)),
                "created_at", "2023-01-09T08:00:00Z",
                "updated_at", "2023-01-09T08:00:00Z")));
  }

  private Answer all(Request request) {
    Paging paging = Paging.of(request, Set.of("created_since", "user_id"));
    long since = Math.max(1, Moments.param(request, "created_since", 1));
    long user = request.number("user_id", 0);
    List<TicketList> rated =
        Stream.of(Place.LISTED, Place.ARCHIVED)
            .map(place -> desk.list(Order.RATED, place, since))
            .toList();
    int total = rated.stream().mapToInt(TicketList::size).sum();
    if (user == 0) {
      // tickets are invented when they are looked at: those of the page only
      List<Long> page = slice(rated, paging.from(), paging.until());
      return paging.linked(answer(tickets(page).toList()), request, home, total);
    }
    List<SandboxTicket> theirs =
        tickets(slice(rated, 0, total)).filter(ticket -> ticket.requesterId() == user).toList();
    return paging.linked(answer(paging.of(theirs)), request, home, theirs.size());
  }

  /** A stretch of lists that follow each other. */
  private static List<Long> slice(List<TicketList> lists, int from, int until) {
    List<Long> ids = new ArrayList<>();
    int before = 0;
    for (TicketList list : lists) {
      ids.addAll(list.slice(from - before, until - before, false, false));
      before += list.size();
    }
    return ids;
  }

  private Stream<SandboxTicket> tickets(List<Long> ids) {
    return ids.stream().map(desk::find).flatMap(Optional::stream);
  }

  private Answer ofTicket(long id) {
    return desk.find(id)
        .filter(ticket -> ticket.place() != Place.ARCHIVED)
        .map(ticket -> answer(ticket.rating() == null ? List.of() : List.of(ticket)))
        .orElseGet(Errors::notFound);
  }

  private static Answer answer(List<SandboxTicket> tickets) {
    byte[] body =
        JsonText.bytes(
            tickets.size() * 300 + 50,
            out -> {
              out.writeStartArray();
              for (SandboxTicket ticket : tickets) {
                rating(out, ticket);
              }
              out.writeEndArray();
            });
    return Answer.json(200, body, 0);
  }

  private static void rating(JsonGenerator out, SandboxTicket ticket) throws IOException {
    out.writeStartObject();
    out.writeNumberField("id", FIRST_RATING + ticket.id());
    out.writeNumberField("survey_id", SURVEY);
    out.writeNumberField("user_id", ticket.requesterId());
    TicketJson.number(out, "agent_id", ticket.responderId());
    out.writeStringField("feedback", ticket.rating().feedback());
    TicketJson.number(out, "group_id", ticket.groupId());
    out.writeNumberField("ticket_id", ticket.id());
    out.writeObjectFieldStart("ratings");
    out.writeNumberField("default_question", ticket.rating().score());
    out.writeEndObject();
    TicketJson.time(out, "created_at", ticket.rating().createdAt());
    TicketJson.time(out, "updated_at", ticket.rating().createdAt());
    out.writeEndObject();
  }
}
