package org.tagsmith.domain.governance.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.tagsmith.domain.governance.request.NamedTicket;
import org.tagsmith.domain.governance.request.RequestAnswer;
import org.tagsmith.domain.governance.request.RequestAnswer.Accepted;
import org.tagsmith.domain.governance.request.RequestAnswer.Declined;
import org.tagsmith.domain.governance.request.RequestAnswer.Existing;
import org.tagsmith.domain.governance.request.RequestAnswer.Made;
import org.tagsmith.domain.governance.request.RequestAnswer.Open;
import org.tagsmith.domain.governance.request.RequestAnswer.Target;
import org.tagsmith.domain.governance.request.RequestKind;
import org.tagsmith.domain.governance.request.TagRequest;
import org.tagsmith.domain.governance.request.Wanted;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.ticket.TicketId;

/** How an answer lies in the columns of {@code tag_request}. */
record RequestRow(String state, Integer tagId, Integer code, String reason, String overridden) {
  static final String SELECT =
      """
      select id, kind, name, purpose, words, asked_by, asked_at, state, tag_id, code, reason,
        overridden, owner, due_on, version, changed_by, changed_at,
        array(select account_id from request_ticket where request_id = tag_request.id
          order by account_id, ticket_id),
        array(select ticket_id from request_ticket where request_id = tag_request.id
          order by account_id, ticket_id),
        array(select named_by from request_ticket where request_id = tag_request.id
          order by account_id, ticket_id)
      from tag_request
      """;

  static RequestRow of(RequestAnswer answer) {
    Target target =
        answer instanceof Made made
            ? made.target()
            : answer instanceof Existing existing ? existing.target() : null;
    String reason =
        answer instanceof Declined declined
            ? declined.reason()
            : answer instanceof Existing existing ? existing.note() : "";
    String overridden =
        answer instanceof Accepted accepted
            ? accepted.overridden()
            : answer instanceof Made made ? made.overridden() : "";
    return new RequestRow(
        answer.word(),
        target == null ? null : target.tagId(),
        target == null ? null : target.code(),
        reason,
        overridden);
  }

  static TagRequest read(ResultSet row) throws SQLException {
    RequestRow answer =
        new RequestRow(
            row.getString("state"),
            row.getObject("tag_id", Integer.class),
            row.getObject("code", Integer.class),
            row.getString("reason"),
            row.getString("overridden"));
    return new TagRequest(
        row.getLong("id"),
        new Wanted(
            RequestKind.ofWord(row.getString("kind")),
            row.getString("name"),
            row.getString("purpose"),
            row.getString("words")),
        row.getString("asked_by"),
        instant(row, "asked_at"),
        tickets(row),
        answer.answer(),
        row.getString("owner"),
        row.getObject("due_on", LocalDate.class),
        row.getInt("version"),
        row.getString("changed_by"),
        instant(row, "changed_at"));
  }

  private RequestAnswer answer() {
    return switch (state) {
      case "open" -> new Open();
      case "accepted" -> new Accepted(overridden);
      case "made" -> new Made(new Target(tagId, code), overridden);
      case "existing" -> new Existing(new Target(tagId, code), reason);
      case "declined" -> new Declined(reason);
      default -> throw new IllegalStateException("A request is in an unknown state");
    };
  }

  private static List<NamedTicket> tickets(ResultSet row) throws SQLException {
    Integer[] accounts = (Integer[]) row.getArray(18).getArray();
    Long[] numbers = (Long[]) row.getArray(19).getArray();
    String[] people = (String[]) row.getArray(20).getArray();
    List<NamedTicket> tickets = new ArrayList<>();
    for (int i = 0; i < accounts.length; i++) {
      tickets.add(
          new NamedTicket(new TicketId(new HelpdeskAccountId(accounts[i]), numbers[i]), people[i]));
    }
    return tickets;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
