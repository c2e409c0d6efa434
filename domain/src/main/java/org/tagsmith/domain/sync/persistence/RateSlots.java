package org.tagsmith.domain.sync.persistence;

import java.util.List;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.ReadingRate;
import org.tagsmith.domain.sync.SyncStateRepository.RateSlot;
import org.tagsmith.domain.sync.SyncStream;

/** How many tickets came in lately by one stream, in slots of time. */
final class RateSlots {
  private static final String COUNT =
      """
      with slot as (
        select ?::integer as account_id, ?::varchar as stream,
          date_bin(? * interval '1 second', clock_timestamp(), 'epoch') as began_at),
      outdated as (
        delete from sync_rate r using slot
        where r.account_id = slot.account_id and r.stream = slot.stream
          and r.began_at < slot.began_at - 2 * (? * interval '1 second'))
      insert into sync_rate as r (account_id, stream, began_at, tickets)
      select account_id, stream, began_at, ? from slot
      on conflict (account_id, stream, began_at) do update
      set tickets = r.tickets + excluded.tickets
      """;

  private final Sql sql;
  private final SyncStream stream;

  RateSlots(Sql sql, SyncStream stream) {
    this.sql = sql;
    this.stream = stream;
  }

  void count(HelpdeskAccountId account, long tickets) {
    if (tickets > 0) {
      sql.update(
          COUNT,
          account.value(),
          stream.word(),
          ReadingRate.SLOT.toSeconds(),
          ReadingRate.WINDOW.toSeconds(),
          tickets);
    }
  }

  /** Oldest first. */
  List<RateSlot> recent(HelpdeskAccountId account) {
    return sql.query(
        """
        select began_at, tickets from sync_rate where account_id = ? and stream = ?
        order by began_at
        """,
        row -> new RateSlot(Sql.instant(row, "began_at"), row.getLong("tickets")),
        account.value(),
        stream.word());
  }

  /** Begins anew. */
  void forget(HelpdeskAccountId account) {
    sql.update(
        "delete from sync_rate where account_id = ? and stream = ?",
        account.value(),
        stream.word());
  }
}
