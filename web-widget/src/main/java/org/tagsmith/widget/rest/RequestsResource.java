package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.access.Role;
import org.tagsmith.domain.access.StaffMember;
import org.tagsmith.domain.access.usecase.KeepStaff;
import org.tagsmith.domain.governance.NameFindings;
import org.tagsmith.domain.governance.request.RequestWeights;
import org.tagsmith.domain.governance.request.TagRequest;
import org.tagsmith.domain.governance.usecase.AnswerRequests;
import org.tagsmith.domain.governance.usecase.AskForTags;
import org.tagsmith.domain.governance.usecase.CheckNames;
import org.tagsmith.domain.governance.usecase.WeighRequests;
import org.tagsmith.domain.report.usecase.ReadTagContacts;
import org.tagsmith.domain.ticket.TicketId;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.Caller;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.problem.RefusedRequest;
import org.tagsmith.widget.view.NameCheckView;
import org.tagsmith.widget.view.RequestForms;
import org.tagsmith.widget.view.TagRequestView;

/** Agents ask for tags and codes that are missing; leads answer. */
@ApplicationScoped
@Path("requests")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused; 'field' says what to correct.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class RequestsResource {
  private static final String ID = "{id: [0-9]{1,18}}";
  private static final LocalDate FIRST_DUE = LocalDate.of(2020, 1, 1);
  private static final LocalDate LAST_DUE = LocalDate.of(2100, 1, 1);

  private final AskForTags askForTags;
  private final AnswerRequests answerRequests;
  private final WeighRequests requests;
  private final CheckNames checkNames;
  private final ReadTagContacts contacts;
  private final KeepStaff staff;
  private final TypedTickets typedTickets;

  protected RequestsResource() {
    this(null, null, null, null, null, null, null);
  }

  @Inject
  public RequestsResource(
      AskForTags askForTags,
      AnswerRequests answerRequests,
      WeighRequests requests,
      CheckNames checkNames,
      ReadTagContacts contacts,
      KeepStaff staff,
      TypedTickets typedTickets) {
    this.askForTags = askForTags;
    this.answerRequests = answerRequests;
    this.requests = requests;
    this.checkNames = checkNames;
    this.contacts = contacts;
    this.staff = staff;
    this.typedTickets = typedTickets;
  }

  @GET
  @OpenTo(Audience.AGENT)
  @Operation(
      summary = "Requests that wait, of most contacts first, then the newest answers.",
      description = "Agents see all that wait, and the answers to what they asked for.")
  public TagRequestView.All list(@Context SecurityContext security) {
    boolean lead = isLead(security);
    String person = Caller.staff(security).name();
    List<WeighRequests.Weighed> found = lead ? requests.all() : requests.waitingAndOf(person);
    return new TagRequestView.All(
        requests.threshold(), RequestWeights.DAYS, lead ? leads() : null, views(found, security));
  }

  @GET
  @Path("waiting")
  @OpenTo(Audience.LEAD)
  @Operation(summary = "How many requests wait.")
  public TagRequestView.Waiting waiting() {
    return new TagRequestView.Waiting(requests.countWaiting());
  }

  @POST
  @Path("alike")
  @OpenTo(Audience.AGENT)
  @Operation(summary = "House tags and waiting requests that might be the same as a name.")
  public TagRequestView.Alike alike(RequestForms.Name wanted, @Context SecurityContext security) {
    String name = wanted.checked();
    NameFindings findings = checkNames.check(name, null, null, null);
    return new TagRequestView.Alike(
        NameCheckView.of(findings, contacts.read(findings.version())).near(),
        views(askForTags.alike(name).stream().map(requests::of).toList(), security));
  }

  @POST
  @OpenTo(Audience.AGENT)
  @Operation(summary = "Asks for a tag or a code.")
  @APIResponse(
      responseCode = "201",
      description = "Asked.",
      content = @Content(schema = @Schema(implementation = TagRequestView.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "It was asked for already (already-asked, 'request' is its number), exists"
              + " (exists-already), or a ticket is not known (unknown-tickets).")
  public Response ask(RequestForms.Ask form, @Context SecurityContext security) {
    TagRequest asked =
        askForTags.ask(
            form.wanted(),
            typedTickets.read(form.tickets(), form.account()),
            Caller.staff(security).name());
    return Response.status(Response.Status.CREATED).entity(view(asked, security)).build();
  }

  @POST
  @Path(ID + "/tickets")
  @OpenTo(Audience.AGENT)
  @Operation(summary = "Adds tickets that need it as well.")
  @APIResponse(
      responseCode = "409",
      description =
          "It is answered by now (request-answered), or has no room for so many (request-full).")
  public TagRequestView support(
      @PathParam("id") long id, RequestForms.Tickets form, @Context SecurityContext security) {
    return view(
        askForTags.support(
            id, typedTickets.read(form.tickets(), form.account()), Caller.staff(security).name()),
        security);
  }

  @PATCH
  @Path(ID)
  @OpenTo(Audience.LEAD)
  @Operation(summary = "Says who looks after it, and until when.")
  @APIResponse(
      responseCode = "409",
      description = "Another lead changed it meanwhile (request-changed).")
  public TagRequestView lookAfter(
      @PathParam("id") long id, RequestForms.Care form, @Context SecurityContext security) {
    int version = RequestForms.version(form.version());
    String owner = form.owner() == null || form.owner().isBlank() ? null : form.owner();
    if (owner != null && !leads().contains(owner)) {
      throw RefusedRequest.badInput("not-a-lead", "The field 'owner' names no lead or admin.");
    }
    LocalDate due = form.dueOn();
    if (due != null && (due.isBefore(FIRST_DUE) || due.isAfter(LAST_DUE))) {
      throw RefusedRequest.badInput("bad-date", "The field 'dueOn' is no day of this century.");
    }
    String by = Caller.staff(security).name();
    return view(answerRequests.lookAfter(id, version, owner, due, by), security);
  }

  @POST
  @Path(ID + "/answer")
  @OpenTo(Audience.LEAD)
  @Operation(summary = "Answers it, or takes an answer back.")
  @APIResponse(
      responseCode = "409",
      description =
          "Too few contacts need it (below-threshold: contacts, missing, threshold), it is answered"
              + " (request-answered), or another lead changed it meanwhile (request-changed).")
  public TagRequestView answer(
      @PathParam("id") long id, RequestForms.Answer form, @Context SecurityContext security) {
    return view(
        answerRequests.answer(
            id, RequestForms.version(form.version()), form.read(), Caller.staff(security).name()),
        security);
  }

  @PUT
  @Path("threshold")
  @OpenTo(Audience.LEAD)
  @Operation(summary = "Sets how many contacts of 30 days it takes to make a tag or a code.")
  public void threshold(RequestForms.Threshold form, @Context SecurityContext security) {
    answerRequests.threshold(
        RequestForms.required("contacts", form.contacts()), Caller.staff(security).name());
  }

  private TagRequestView view(TagRequest request, SecurityContext security) {
    return views(List.of(requests.of(request)), security).get(0);
  }

  private List<TagRequestView> views(
      List<WeighRequests.Weighed> weighed, SecurityContext security) {
    Function<TicketId, Optional<URI>> pages = typedTickets.pages();
    String person = Caller.staff(security).name();
    boolean lead = isLead(security);
    return weighed.stream()
        .map(each -> TagRequestView.of(each.request(), each.weight(), person, lead, pages))
        .toList();
  }

  private static boolean isLead(SecurityContext security) {
    return Caller.staff(security).role().mayActAs(Role.LEAD);
  }

  private List<String> leads() {
    return staff.list().stream()
        .filter(each -> each.role().mayActAs(Role.LEAD))
        .map(StaffMember::name)
        .toList();
  }
}
