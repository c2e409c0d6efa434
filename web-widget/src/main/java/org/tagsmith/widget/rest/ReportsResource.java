package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.report.ContactReport;
import org.tagsmith.domain.report.usecase.ReadContactReport;
import org.tagsmith.domain.report.usecase.ReadUnmappedLabels;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.problem.RefusedRequest;
import org.tagsmith.widget.view.ContactCsv;
import org.tagsmith.widget.view.ContactReportView;
import org.tagsmith.widget.view.UnmappedLabelsView;

/** Why customers got in touch. */
@ApplicationScoped
@Path("reports")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class ReportsResource {
  private static final int USUAL_DAYS = 28;
  private static final int MOST_LABELS = 1000;
  private static final String CSV = "text/csv;charset=UTF-8";

  private final ReadContactReport contacts;
  private final ReadUnmappedLabels unmapped;
  private final ShownVocabulary vocabulary;
  private final Clock clock;

  protected ReportsResource() {
    this(null, null, null, null);
  }

  @Inject
  public ReportsResource(
      ReadContactReport contacts,
      ReadUnmappedLabels unmapped,
      ShownVocabulary vocabulary,
      Clock clock) {
    this.contacts = contacts;
    this.unmapped = unmapped;
    this.vocabulary = vocabulary;
    this.clock = clock;
  }

  @GET
  @Path("contacts")
  @OpenTo(Audience.LEAD)
  @Operation(
      summary = "Contacts by house tag and day, beside those of the equally long period before.",
      description = "Without days: the 28 days that end on the newest day with a contact.")
  public ContactReportView contacts(
      @Parameter(description = "The first day, as 2026-11-24.") @QueryParam("from") String from,
      @Parameter(description = "The last day, inclusive.") @QueryParam("to") String to,
      @Parameter(description = "Only this account.") @QueryParam("account") String account) {
    return ContactReportView.of(report(from, to, account));
  }

  @GET
  @Path("contacts.csv")
  @Produces({CSV, Problem.MEDIA_TYPE})
  @OpenTo(Audience.LEAD)
  @Operation(summary = "The same as a spreadsheet: a row per house tag, a column per day.")
  public Response contactsAsCsv(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("account") String account) {
    ContactReport report = report(from, to, account);
    String name = "contacts-" + report.from() + "-" + report.to() + ".csv";
    return Response.ok(ContactCsv.of(report, vocabulary.labels().reader().vocabulary()), CSV)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }

  @GET
  @Path("unmapped-labels")
  @OpenTo(Audience.LEAD)
  @Operation(summary = "Labels that the vocabulary gives no meaning, the busiest first.")
  public UnmappedLabelsView unmappedLabels(
      @Parameter(description = "How many at most, 1 to 1000.")
          @QueryParam("limit")
          @DefaultValue("100")
          String limit,
      @Parameter(description = "How many of them were read before.")
          @QueryParam("from")
          @DefaultValue("0")
          String from,
      @Parameter(description = "Only this account.") @QueryParam("account") String account) {
    Optional<HelpdeskAccountId> only = account(account);
    int first =
        number(from)
            .orElseThrow(
                () ->
                    RefusedRequest.badInput(
                        "bad-from", "The parameter 'from' is a number, 0 or more."));
    int most =
        number(limit)
            .filter(value -> value >= 1 && value <= MOST_LABELS)
            .orElseThrow(
                () ->
                    RefusedRequest.badInput(
                        "bad-limit", "The limit is not a number from 1 to " + MOST_LABELS + "."));
    return UnmappedLabelsView.of(unmapped.count(only), unmapped.read(first, most, only));
  }

  private ContactReport report(String from, String to, String account) {
    Optional<HelpdeskAccountId> only = account(account);
    Optional<LocalDate> first = day("from", from);
    LocalDate last =
        day("to", to)
            .or(() -> first.map(day -> day.plusDays(USUAL_DAYS - 1)))
            .or(() -> contacts.newestDay(only))
            .orElseGet(() -> LocalDate.now(clock));
    return contacts.read(first.orElseGet(() -> last.minusDays(USUAL_DAYS - 1)), last, only);
  }

  private static Optional<LocalDate> day(String name, String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      // LocalDate alone reads years of nine digits, and reckons with them until it overflows.
      if (text.strip().length() == "2026-11-24".length()) {
        return Optional.of(LocalDate.parse(text.strip()));
      }
    } catch (DateTimeException noSuchDay) {
      // refused below
    }
    throw RefusedRequest.badInput(
        "bad-day", "The day '" + name + "' is not a date such as 2026-11-24. Correct it.");
  }

  private static Optional<HelpdeskAccountId> account(String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        number(text)
            .filter(id -> id > 0)
            .map(HelpdeskAccountId::new)
            .orElseThrow(
                () ->
                    RefusedRequest.badInput(
                        "bad-account",
                        "The account is not a number. GET /api/accounts lists all.")));
  }

  private static Optional<Integer> number(String text) {
    return text.strip().matches("[0-9]{1,9}")
        ? Optional.of(Integer.valueOf(text.strip()))
        : Optional.empty();
  }
}
