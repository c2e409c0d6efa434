package org.tagsmith.domain.governance.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import org.tagsmith.domain.governance.Decision;
import org.tagsmith.domain.governance.QueueMarks;

/** Marks in {@code label_open} and {@code label_for_later}, by the database's clock. */
@ApplicationScoped
class JpaQueueMarks implements QueueMarks {
  private static final String OPEN =
      """
      insert into label_open (lead, label, seen_at)
      values (:lead, cast(:label as text), clock_timestamp())
      on conflict (lead) do update set label = excluded.label, seen_at = excluded.seen_at
      """;

  private static final String ELSEWHERE =
      """
      select label, lead from label_open
      where lead <> :lead
        and seen_at > clock_timestamp() - make_interval(secs => cast(:seconds as float8))
      order by lead
      """;

  private static final String LATER =
      """
      select label, cast(extract(epoch from until_at) * 1000000 as bigint) from label_for_later
      where lead = :lead and until_at > clock_timestamp()
      order by until_at, label
      """;

  private static final String SET_ASIDE =
      """
      insert into label_for_later (lead, label, until_at)
      select distinct :lead, label,
        clock_timestamp() + make_interval(secs => cast(:seconds as float8))
      from unnest(:labels) label
      on conflict (lead, md5(label)) do update set until_at = excluded.until_at
      """;

  @PersistenceContext(unitName = "tagsmith")
  private EntityManager entityManager;

  /** For the container, which sets the entity manager. */
  protected JpaQueueMarks() {}

  @Override
  public void open(String lead, String label) {
    if (label == null) {
      entityManager
          .createNativeQuery("delete from label_open where lead = :lead")
          .setParameter("lead", lead)
          .executeUpdate();
      return;
    }
    entityManager
        .createNativeQuery(OPEN)
        .setParameter("lead", lead)
        .setParameter("label", label)
        .executeUpdate();
  }

  @Override
  public List<Decision.Held> openElsewhere(String lead, Duration within) {
    return Rows.held(
        entityManager
            .createNativeQuery(ELSEWHERE)
            .setParameter("lead", lead)
            .setParameter("seconds", within.toSeconds()));
  }

  @Override
  public List<ForLater> forLater(String lead) {
    return Rows.of(entityManager.createNativeQuery(LATER).setParameter("lead", lead)).stream()
        .map(row -> new ForLater((String) row[0], Rows.instant(row[1])))
        .toList();
  }

  @Override
  public void setAside(String lead, List<String> labels, Duration wait) {
    entityManager
        .createNativeQuery(SET_ASIDE)
        .setParameter("lead", lead)
        .setParameter("seconds", wait.toSeconds())
        .setParameter("labels", labels.toArray(String[]::new))
        .executeUpdate();
  }

  @Override
  public void bringBack(String lead, List<String> labels) {
    entityManager
        .createNativeQuery(
            "delete from label_for_later where lead = :lead and label = any (:labels)")
        .setParameter("lead", lead)
        .setParameter("labels", labels.toArray(String[]::new))
        .executeUpdate();
  }
}
