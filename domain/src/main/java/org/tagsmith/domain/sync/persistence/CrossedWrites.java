package org.tagsmith.domain.sync.persistence;

import java.time.Duration;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/**
 * Finds writes that replaced all labels of a ticket while somebody else changed it. A written entry
 * that is still to be judged holds in {@code last_problem} how often labels were replaced.
 * Thread-safe: of two that judge at a time, one finds the entry judged.
 */
final class CrossedWrites {
  // A delivery is here within seconds. Of a write that was sent for several decisions, one counts.
  private static final String LIST_CROSSED =
      """
      with open as (
        select id, ticket_id, sent_at, finished_at, substr(last_problem, 10)::integer as times
        from outbox_entry
        where account_id = ? and state = 'written' and last_problem like 'replaced %'
          and finished_at <= clock_timestamp() - ? * interval '1 millisecond'
        for update skip locked),
      judged as (
        update outbox_entry e set last_problem = null from open o where e.id = o.id returning 1),
      replaced as (
        select ticket_id, sent_at, max(finished_at) as finished_at, max(times) as times
        from open
        group by ticket_id, sent_at)
      insert into outbox_entry (account_id, ticket_id, add_labels, remove_labels, state,
        next_attempt_at, created_at, created_by, finished_at, last_problem)
      select ?, r.ticket_id, '{}', '{}', 'refused', clock_timestamp(), r.sent_at, 'tagsmith',
        clock_timestamp(), 'crossed'
      from replaced r
      where r.times < (
        select count(*) from delivery_seen d
        where d.account_id = ? and starts_with(d.mark, '#' || r.ticket_id || '-')
          and d.seen_at >= r.sent_at
          and d.seen_at <= r.finished_at + ? * interval '1 millisecond')
      """;

  /** How long after a write a delivery of that time may still arrive. */
  private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(30);

  private final Sql sql;

  CrossedWrites(Sql sql) {
    this.sql = sql;
  }

  /** What a written entry holds until it is judged; null if there is nothing to judge. */
  static String toBeJudged(int replacements) {
    return replacements == 0 ? null : "replaced " + replacements;
  }

  /** Judges what can be judged by now; returns how many writes were listed as crossed. */
  int list(HelpdeskAccountId account) {
    long patience = ARRIVES_WITHIN.toMillis();
    int id = account.value();
    return sql.update(LIST_CROSSED, id, patience, id, id, patience);
  }
}
