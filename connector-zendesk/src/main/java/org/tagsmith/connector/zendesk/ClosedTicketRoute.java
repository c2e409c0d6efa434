package org.tagsmith.connector.zendesk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tagsmith.connector.zendesk.wire.JobResultJson;
import org.tagsmith.connector.zendesk.wire.JobStatusAnswerJson;
import org.tagsmith.connector.zendesk.wire.JobStatusJson;
import org.tagsmith.connector.zendesk.wire.TicketJson;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.LabelChange;
import org.tagsmith.domain.sync.LabelPlan;
import org.tagsmith.domain.sync.LabelWriteOutcome;
import org.tagsmith.domain.sync.LabelWriteOutcome.Refused;
import org.tagsmith.domain.sync.LabelWriteOutcome.Written;
import org.tagsmith.domain.sync.http.Pause;

/**
 * The only way to the labels of a closed ticket: a background job. It is "completed" even when it
 * did nothing, its failures stand inside its results, so the ticket is read again at the end. It
 * outlives whoever asked for it: while the end of one is not known, nothing is believed about its
 * ticket.
 *
 * @see <a
 *     href="https://developer.zendesk.com/documentation/ticketing/managing-tickets/adding-tags-to-tickets-without-overwriting-existing-tags/">Adding
 *     tags without overwriting</a>
 */
final class ClosedTicketRoute {
  private static final List<Duration> LOOKS =
      List.of(
          Duration.ofMillis(250),
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(4),
          Duration.ofSeconds(8));

  private final ZendeskGateway gateway;
  private final Pause pause;

  /** The last job of each ticket whose job's end was not seen. */
  private final Map<Long, String> unseen = new ConcurrentHashMap<>();

  ClosedTicketRoute(ZendeskGateway gateway, Pause pause) {
    this.gateway = gateway;
    this.pause = pause;
  }

  /**
   * Makes sure that no job of ours still works on the ticket, as far as this process knows. It does
   * not wait for one, so that two jobs do not take longer than the writer's lease lasts.
   *
   * @throws ConnectorFailure.Unreachable if one does
   */
  void requireEarlierJobEnded(long ticketId) {
    String id = unseen.get(ticketId);
    if (id == null) {
      return;
    }
    try {
      if (isRunning(job(gateway.call(ZendeskRequest.job(id))))) {
        throw new ConnectorFailure.Unreachable("Zendesk's earlier job has not ended yet", null);
      }
    } catch (ZendeskRefusal e) {
      // jobs are forgotten after some time, and all of them had ended by then
      if (e.status() != 404) {
        throw e.asFailure();
      }
    }
    unseen.remove(ticketId, id);
  }

  /**
   * Sends the plan and waits for the job's end, at most some 16 seconds.
   *
   * @throws ConnectorFailure.Unreachable if the job still runs then; asking again later does no
   *     harm
   */
  LabelWriteOutcome write(LabelChange change, LabelPlan plan) {
    long id = change.ticketId();
    JobStatusJson job =
        finished(id, gateway.call(ZendeskRequest.batchChange(id, plan.missing(), plan.surplus())));
    if (!"completed".equals(job.status())) {
      throw new ConnectorFailure.Unreachable("Zendesk's job ended as failed or killed", null);
    }
    Optional<Refused> refused = refusal(job, change, plan);
    if (refused.isPresent()) {
      return refused.get();
    }
    TicketJson ticket = gateway.call(ZendeskRequest.ticket(id)).ticket();
    Set<String> labels = ZendeskTranslator.labels(ticket == null ? null : ticket.tags());
    LabelChange sent = change.settled(change.unsettled());
    return LabelPlan.between(labels, sent, ZendeskSpelling::asWritten).isDone()
        ? new Written(labels)
        : new Refused(
            "not-kept", LabelPlan.askedAs(plan.touched(), change, ZendeskSpelling::asWritten));
  }

  private JobStatusJson finished(long ticketId, JobStatusAnswerJson answer) {
    JobStatusJson job = job(answer);
    unseen.put(ticketId, job.id());
    for (Duration look : LOOKS) {
      if (!isRunning(job)) {
        break;
      }
      pause.take(look);
      job = job(gateway.call(ZendeskRequest.job(job.id())));
    }
    if (isRunning(job)) {
      throw new ConnectorFailure.Unreachable("Zendesk's job has not ended yet", null);
    }
    unseen.remove(ticketId);
    return job;
  }

  private static JobStatusJson job(JobStatusAnswerJson answer) {
    JobStatusJson job = answer.jobStatus();
    if (job == null || job.id() == null || job.status() == null) {
      throw new ConnectorFailure.ContractBroken(
          "Zendesk answered a batch update without a job status", null);
    }
    return job;
  }

  private static boolean isRunning(JobStatusJson job) {
    return job.status().equals("queued") || job.status().equals("working");
  }

  private static Optional<Refused> refusal(JobStatusJson job, LabelChange change, LabelPlan plan) {
    if (job.results() == null) {
      return Optional.empty();
    }
    for (JobResultJson result : job.results()) {
      boolean ours = result.id() == null || result.id() == change.ticketId();
      boolean failed = Boolean.FALSE.equals(result.success()) || result.error() != null;
      if (ours && failed) {
        boolean gone = result.error() != null && result.error().contains("NotFound");
        return Optional.of(
            gone
                ? new Refused("deleted", Set.of())
                : new Refused(
                    "closed",
                    LabelPlan.askedAs(plan.touched(), change, ZendeskSpelling::asWritten)));
      }
    }
    return Optional.empty();
  }
}
