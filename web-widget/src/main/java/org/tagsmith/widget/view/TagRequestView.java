package org.tagsmith.widget.view;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.governance.request.RequestAnswer;
import org.tagsmith.domain.governance.request.RequestAnswer.Accepted;
import org.tagsmith.domain.governance.request.RequestAnswer.Declined;
import org.tagsmith.domain.governance.request.RequestAnswer.Existing;
import org.tagsmith.domain.governance.request.RequestAnswer.Made;
import org.tagsmith.domain.governance.request.RequestAnswer.Target;
import org.tagsmith.domain.governance.request.RequestWeight;
import org.tagsmith.domain.governance.request.TagRequest;
import org.tagsmith.domain.ticket.TicketId;

/** A request for a tag or a code, as far as the caller may see it. */
@Schema(
    name = "TagRequest",
    properties = {
      @SchemaProperty(
          name = "kind",
          enumeration = {"tag", "code"}),
      @SchemaProperty(
          name = "words",
          nullable = true,
          description = "What customers say; told to leads, and to whom it concerns."),
      @SchemaProperty(
          name = "tickets",
          nullable = true,
          description = "Told to leads, and to whom it concerns."),
      @SchemaProperty(name = "mine", description = "Whether the caller asked or named a ticket."),
      @SchemaProperty(
          name = "contacts",
          description = "Of the last 30 days: named tickets and those with the label, each once."),
      @SchemaProperty(
          name = "state",
          enumeration = {"open", "accepted", "made", "existing", "declined"}),
      @SchemaProperty(name = "tagId", nullable = true),
      @SchemaProperty(name = "code", nullable = true),
      @SchemaProperty(
          name = "overridden",
          description = "Why it was accepted although too few contacts need it; told to leads."),
      @SchemaProperty(name = "owner", nullable = true),
      @SchemaProperty(name = "dueOn", nullable = true),
      @SchemaProperty(name = "changedBy", nullable = true),
      @SchemaProperty(name = "changedAt", nullable = true)
    })
public record TagRequestView(
    long id,
    String kind,
    String name,
    String purpose,
    String words,
    String askedBy,
    Instant askedAt,
    int ticketCount,
    List<TicketView> tickets,
    boolean mine,
    long contacts,
    long labelled,
    long missing,
    String state,
    Integer tagId,
    Integer code,
    String reason,
    String overridden,
    String owner,
    LocalDate dueOn,
    int version,
    String changedBy,
    Instant changedAt) {

  /**
   * A request as this person may see it.
   *
   * @param lead whether they may see all of it
   * @param page where agents open a ticket
   */
  public static TagRequestView of(
      TagRequest request,
      RequestWeight weight,
      String person,
      boolean lead,
      Function<TicketId, Optional<URI>> page) {
    boolean mine = request.concerns(person);
    boolean all = lead || mine;
    RequestAnswer answer = request.answer();
    Target target = target(answer);
    return new TagRequestView(
        request.id(),
        request.wanted().kind().word(),
        request.wanted().name(),
        request.wanted().purpose(),
        all ? request.wanted().words() : null,
        request.askedBy(),
        request.askedAt(),
        request.tickets().size(),
        all ? TicketView.of(request, page) : null,
        mine,
        weight.contacts(),
        weight.labelled(),
        weight.missing(),
        answer.word(),
        target == null ? null : target.tagId(),
        target == null ? null : target.code(),
        reason(answer),
        lead ? overridden(answer) : "",
        request.owner(),
        request.dueOn(),
        request.version(),
        request.changedBy(),
        request.changedAt());
  }

  private static Target target(RequestAnswer answer) {
    if (answer instanceof Made made) {
      return made.target();
    }
    return answer instanceof Existing existing ? existing.target() : null;
  }

  private static String reason(RequestAnswer answer) {
    if (answer instanceof Declined declined) {
      return declined.reason();
    }
    return answer instanceof Existing existing ? existing.note() : "";
  }

  private static String overridden(RequestAnswer answer) {
    if (answer instanceof Accepted accepted) {
      return accepted.overridden();
    }
    return answer instanceof Made made ? made.overridden() : "";
  }

  /**
   * A ticket that needs it.
   *
   * @param page where agents open it, null where the helpdesk has none
   */
  @Schema(name = "TagRequestTicket")
  public record TicketView(
      int account, long ticket, String by, @Schema(nullable = true) String page) {
    private static final int MOST = 50;

    private static List<TicketView> of(TagRequest request, Function<TicketId, Optional<URI>> page) {
      return request.tickets().stream()
          .limit(MOST)
          .map(
              each ->
                  new TicketView(
                      each.ticket().account().value(),
                      each.ticket().remoteId(),
                      each.by(),
                      page.apply(each.ticket()).map(URI::toString).orElse(null)))
          .toList();
    }
  }

  /**
   * Requests.
   *
   * @param threshold how many contacts of the last {@code days} it takes
   * @param leads who may look after requests; null for agents
   */
  @Schema(name = "TagRequests")
  public record All(
      int threshold,
      int days,
      @Schema(nullable = true) List<String> leads,
      List<TagRequestView> requests) {}

  /** What might be the same as a name that somebody thinks of. */
  @Schema(name = "TagRequestAlike")
  public record Alike(List<NameCheckView.NearView> near, List<TagRequestView> requests) {}

  /** How many requests wait for a lead. */
  @Schema(name = "TagRequestsWaiting")
  public record Waiting(long count) {}
}
