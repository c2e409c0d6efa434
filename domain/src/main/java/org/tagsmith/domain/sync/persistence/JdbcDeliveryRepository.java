package org.tagsmith.domain.sync.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.DeliveryRepository;
import org.tagsmith.domain.sync.DeliveryVerifier;

/** Counts of deliveries, and what is forgotten of them in time. */
@ApplicationScoped
class JdbcDeliveryRepository implements DeliveryRepository {
  private static final String ADD =
      """
      insert into delivery_count as held (account_id, hour, outcome, deliveries, last_at)
      values (?, date_trunc('hour', ?::timestamptz, 'UTC'), ?, ?, ?)
      on conflict (account_id, hour, outcome) do update
      set deliveries = held.deliveries + excluded.deliveries,
        last_at = greatest(held.last_at, excluded.last_at)
      """;

  private static final String LATELY =
      """
      select account_id, outcome, max(last_at) as last_at,
        coalesce(sum(deliveries) filter (
          where hour > ?::timestamptz - interval '24 hours'), 0)::bigint as deliveries
      from delivery_count
      where hour > ?::timestamptz - interval '7 days'
      group by account_id, outcome
      order by account_id, outcome
      """;

  private final Sql sql;

  @Inject
  JdbcDeliveryRepository(DataSource database) {
    this.sql = new Sql(database);
  }

  /** For the container's proxy. */
  protected JdbcDeliveryRepository() {
    this.sql = null;
  }

  @Override
  public void add(Collection<Count> counts) {
    for (Count count : counts) {
      sql.update(
          ADD,
          count.account().value(),
          count.lastAt(),
          count.outcome(),
          count.deliveries(),
          count.lastAt());
    }
  }

  @Override
  public void forgetOld(Instant now) {
    // a delivery may be signed as far in our future as in our past, by a clock that is ahead
    sql.update(
        "delete from delivery_seen where seen_at < clock_timestamp() - ? * interval '1 second'",
        3 * DeliveryVerifier.WINDOW.toSeconds());
    sql.update("delete from delivery_count where hour < ?::timestamptz - interval '8 days'", now);
  }

  @Override
  public List<Count> lately(Instant now) {
    return sql.query(
        LATELY,
        row ->
            new Count(
                new HelpdeskAccountId(row.getInt("account_id")),
                row.getString("outcome"),
                row.getLong("deliveries"),
                Sql.instant(row, "last_at")),
        now,
        now);
  }
}
