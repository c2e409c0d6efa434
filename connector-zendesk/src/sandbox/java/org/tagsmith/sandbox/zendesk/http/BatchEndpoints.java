package org.tagsmith.sandbox.zendesk.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.JsonText;
import org.tagsmith.sandbox.http.Refusal;
import org.tagsmith.sandbox.http.Request;
import org.tagsmith.sandbox.http.Router;
import org.tagsmith.sandbox.http.Wording;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;
import org.tagsmith.sandbox.zendesk.desk.TicketDesk;

/**
 * {@code PUT /api/v2/tickets/update_many.json?ids=} and the jobs it starts. The only way to change
 * tags of closed tickets; failures stand inside the results of a completed job. Source:
 * https://developer.zendesk.com/documentation/ticketing/managing-tickets/adding-tags-to-tickets-without-overwriting-existing-tags/
 */
final class BatchEndpoints {
  private static final int MOST_IDS = 100;
  private static final int MOST_RUNNING = 30;
  private static final int JOBS_KEPT = 1000;
  private static final long RUNS_AFTER_SECONDS = 2;

  private final TicketDesk desk;
  private final String jobUrl;
  private final Map<String, Job> jobs = new LinkedHashMap<>();

  BatchEndpoints(TicketDesk desk, String subdomain) {
    this.desk = desk;
    jobUrl = "https://" + subdomain + ".zendesk.com/api/v2/job_statuses/";
  }

  void addTo(Router router) {
    router
        // a job runs whether or not whoever asked for it is still there to look
        .before(this::runDue)
        .on("PUT", "/api/v2/tickets/update_many.json", this::updateMany)
        .on("GET", "/api/v2/job_statuses/{job}.json", this::show);
  }

  private static final class Job {
    private final String id = UUID.randomUUID().toString().replace("-", "");
    private final List<Long> tickets;
    private final JsonNode change;
    private final long submittedAt;
    private String status = "queued";
    private List<Map<String, Object>> results;

    Job(List<Long> tickets, JsonNode change, long submittedAt) {
      this.tickets = tickets;
      this.change = change;
      this.submittedAt = submittedAt;
    }
  }

  private synchronized Answer updateMany(Request request, long none) {
    List<Long> ids = ids(request.param("ids").orElse(""));
    if (ids.size() > MOST_IDS) {
      throw new Refusal(
          Answer.json(
              400,
              Map.of(
                  "error", "TooManyValues",
                  "description", "Too many values were passed",
                  "details", Map.of("max_count", MOST_IDS))));
    }
    JsonNode change = request.json().path("ticket");
    if (ids.isEmpty() || !change.isObject()) {
      throw new Refusal(Answer.error(400, "InvalidValue", "ids and ticket are required"));
    }
    if (jobs.values().stream().filter(job -> job.results == null).count() >= MOST_RUNNING) {
      throw new Refusal(
          Answer.error(429, "TooManyJobs", "Too many jobs are queued or running")
              .with("Retry-After", "10"));
    }
    Job job = new Job(ids, change, desk.now());
    jobs.put(job.id, job);
    forgetOldest();
    return answer(job);
  }

  private void forgetOldest() {
    Iterator<Job> oldest = jobs.values().iterator();
    while (jobs.size() > JOBS_KEPT && oldest.hasNext()) {
      oldest.next();
      oldest.remove();
    }
  }

  private static List<Long> ids(String text) {
    List<Long> ids = new ArrayList<>();
    for (String id : text.split(",")) {
      if (!id.isBlank()) {
        try {
          ids.add(Long.parseLong(id.strip()));
        } catch (NumberFormatException notANumber) {
          throw new Refusal(Answer.error(400, "InvalidValue", "ids must be numbers"), notANumber);
        }
      }
    }
    return ids;
  }

  private synchronized Answer show(Request request, long none) {
    String path = request.path();
    String id = path.substring(path.lastIndexOf('/') + 1).replace(".json", "");
    Job job = jobs.get(id);
    if (job == null) {
      return TicketEndpoints.notFound();
    }
    if (job.status.equals("queued")) {
      job.status = "working";
    } else {
      runUpTo(job);
    }
    return answer(job);
  }

  private synchronized void runDue() {
    for (Job job : jobs.values()) {
      if (desk.now() >= job.submittedAt + RUNS_AFTER_SECONDS) {
        run(job);
      }
    }
  }

  /** In the order in which they were asked for: a job never overtakes an earlier one. */
  private void runUpTo(Job last) {
    for (Job job : jobs.values()) {
      run(job);
      if (job == last) {
        return;
      }
    }
  }

  private void run(Job job) {
    if (job.results != null) {
      return;
    }
    List<Map<String, Object>> results = new ArrayList<>();
    for (long id : job.tickets) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("id", id);
      result.put("index", results.size());
      Optional<String> failure = change(id, job.change);
      result.put("action", "update");
      if (failure.isEmpty()) {
        result.put("status", "Updated");
      } else {
        result.put("error", failure.get());
      }
      result.put("success", failure.isEmpty());
      results.add(result);
    }
    job.results = results;
    job.status = "completed";
  }

  private Optional<String> change(long id, JsonNode change) {
    if (desk.find(id).filter(ticket -> !ticket.deleted()).isEmpty()) {
      return Optional.of("TicketNotFound");
    }
    try {
      desk.change(id, "batch", ticket -> edited(ticket, change));
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(
          refusal.answer(Wording.PLAIN).status() == 409 ? "UpdateConflict" : "TicketUpdateFailed");
    }
  }

  private SandboxTicket edited(SandboxTicket ticket, JsonNode change) {
    TicketEndpoints.checkStamp(change, ticket);
    if (!ticket.closed()) {
      return TicketEdit.apply(ticket, change, desk.now());
    }
    if (!onlyTags(change)) {
      throw new Refusal(TicketEndpoints.closed());
    }
    return TicketDesk.retagged(ticket, tags -> TicketEdit.tagsAfter(tags, change));
  }

  private static boolean onlyTags(JsonNode change) {
    Set<String> harmless = Set.of("additional_tags", "remove_tags", "safe_update", "updated_stamp");
    for (var names = change.fieldNames(); names.hasNext(); ) {
      if (!harmless.contains(names.next())) {
        return false;
      }
    }
    return true;
  }

  private Answer answer(Job job) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("id", job.id);
    status.put("job_type", "Bulk Update Ticket");
    status.put("url", jobUrl + job.id + ".json");
    status.put("total", job.tickets.size());
    status.put("progress", job.results == null ? null : job.results.size());
    status.put("status", job.status);
    status.put("message", job.results == null ? null : message(job));
    status.put("results", job.results);
    return Answer.json(200, Map.of("job_status", status));
  }

  private String message(Job job) {
    return "Completed at " + JsonText.time(Math.max(desk.now(), job.submittedAt));
  }
}
