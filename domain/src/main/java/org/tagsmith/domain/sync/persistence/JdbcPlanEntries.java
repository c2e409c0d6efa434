package org.tagsmith.domain.sync.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.tagsmith.domain.sync.LabelChange;
import org.tagsmith.domain.sync.LabelPlan;
import org.tagsmith.domain.sync.ReadingRate;
import org.tagsmith.domain.sync.SyncStateRepository.RateSlot;
import org.tagsmith.domain.sync.plan.PlanEntries;
import org.tagsmith.domain.sync.plan.PlanProblem;
import org.tagsmith.domain.sync.plan.PlanProgress;
import org.tagsmith.domain.sync.plan.WriteBackPlan;

/** The outbox's entries that belong to plans. */
@ApplicationScoped
class JdbcPlanEntries implements PlanEntries {
  private static final String STOPPED = "stopped";

  private static final String HAND_OUT =
      """
      with switched as (select mode from write_back where account_id = ? for share)
      insert into outbox_entry (account_id, ticket_id, add_labels, remove_labels, state,
        next_attempt_at, created_at, created_by, plan_id, takes_back)
      select ?, ?, ?, ?,
        case when exists (select 1 from switched where mode = 'review') then 'held'
          else 'waiting' end,
        clock_timestamp(), clock_timestamp(), ?, ?, ?
      """;

  private static final String NOT_TAKEN_BACK =
      """
      from outbox_entry e
      where e.plan_id = any (?) and not e.takes_back and e.state = 'written'
        and cardinality(e.found_missing) + cardinality(e.found_surplus) > 0
        and not exists (
          select 1 from outbox_entry back
          where back.plan_id = e.plan_id and back.takes_back and back.ticket_id = e.ticket_id
            and (back.state <> 'dropped' or back.last_problem is distinct from 'stopped'))
      """;

  private static final String COUNTS =
      """
        count(*) filter (where state = 'written'
          and cardinality(found_missing) + cardinality(found_surplus) > 0) as changed,
        count(*) filter (where state = 'written') as written,
        count(*) filter (where state = 'dropped' and last_problem = 'changed-since') as skipped,
        count(*) filter (where state = 'refused') as refused,
        count(*) filter (where state = 'dropped' and last_problem is distinct from 'changed-since'
          and last_problem is distinct from 'stopped') as dropped,
        count(*) filter (where state = 'waiting') as waiting,
        count(*) filter (where state = 'held') as held
      """;

  private static final String PROGRESS =
      "select " + COUNTS + "from outbox_entry where plan_id = ? and takes_back = ?";

  private static final String PROGRESS_OF_SEVERAL =
      "select plan_id, "
          + COUNTS
          + """
          from outbox_entry
          where (plan_id, takes_back) in (
            select p.id, p.taking_back from write_back_plan p where p.id = any (?))
          group by plan_id
          """;

  private final Sql sql;

  @Inject
  JdbcPlanEntries(DataSource database) {
    this.sql = new Sql(database);
  }

  /** For the container's proxy. */
  protected JdbcPlanEntries() {
    this.sql = null;
  }

  @Override
  public void handOut(WriteBackPlan plan, LabelChange change) {
    sql.update(
        HAND_OUT,
        plan.account().value(),
        plan.account().value(),
        change.ticketId(),
        change.add().toArray(String[]::new),
        change.remove().toArray(String[]::new),
        plan.startedBy(),
        plan.id(),
        plan.takingBack());
  }

  @Override
  public Open open(long plan) {
    return sql.first(
            """
            select count(*) filter (where attempts = 0) as untried, count(*) as all_of_them
            from outbox_entry where plan_id = ? and state in ('waiting', 'held')
            """,
            row -> new Open(row.getLong("untried"), row.getLong("all_of_them")),
            plan)
        .orElseThrow();
  }

  @Override
  public boolean found(long entry, LabelPlan found) {
    return sql.update(
            """
            update outbox_entry set
              found_missing = array(
                select unnest(coalesce(found_missing, '{}')) union select unnest(?::text[])),
              found_surplus = array(
                select unnest(coalesce(found_surplus, '{}')) union select unnest(?::text[]))
            where id = ? and state = 'waiting'
            """,
            found.missing().toArray(String[]::new),
            found.surplus().toArray(String[]::new),
            entry)
        == 1;
  }

  @Override
  public void setAside(long entry, String reason) {
    sql.update(
        """
        update outbox_entry
        set state = 'dropped', finished_at = clock_timestamp(), last_problem = ?
        where id = ? and state = 'waiting'
        """,
        reason,
        entry);
  }

  @Override
  public void takeIn(long plan) {
    sql.update(
        """
        update outbox_entry
        set state = 'dropped', finished_at = clock_timestamp(), last_problem = ?
        where plan_id = ? and state in ('waiting', 'held') and found_surplus is null
        """,
        STOPPED,
        plan);
  }

  @Override
  public List<Done> notTakenBack(long plan, int most) {
    return sql.query(
        "select e.ticket_id, e.found_missing, e.found_surplus "
            + NOT_TAKEN_BACK
            + "order by e.ticket_id limit ?",
        row ->
            new Done(
                row.getLong("ticket_id"),
                labels(row, "found_missing"),
                labels(row, "found_surplus")),
        new Long[] {plan},
        most);
  }

  @Override
  public long countNotTakenBack(long plan) {
    return countNotTakenBack(List.of(plan)).getOrDefault(plan, 0L);
  }

  @Override
  public Map<Long, Long> countNotTakenBack(Collection<Long> plans) {
    return byPlan(
        sql.query(
            "select e.plan_id, count(*) as tickets " + NOT_TAKEN_BACK + "group by e.plan_id",
            row -> Map.entry(row.getLong("plan_id"), row.getLong("tickets")),
            (Object) plans.toArray(Long[]::new)));
  }

  @Override
  public boolean isWriting(long plan, boolean takingBack) {
    // an undo waits for the ends of its plan's own writes as well
    return sql.first(
            """
            select 1 from outbox_entry
            where plan_id = ? and state in ('waiting', 'held') and (? or not takes_back)
            """,
            row -> true,
            plan,
            takingBack)
        .isPresent();
  }

  @Override
  public PlanProgress progress(long plan, boolean takingBack) {
    return sql.first(PROGRESS, JdbcPlanEntries::progress, plan, takingBack).orElseThrow();
  }

  @Override
  public Map<Long, PlanProgress> progress(Collection<Long> plans) {
    return byPlan(
        sql.query(
            PROGRESS_OF_SEVERAL,
            row -> Map.entry(row.getLong("plan_id"), progress(row)),
            (Object) plans.toArray(Long[]::new)));
  }

  private static PlanProgress progress(ResultSet row) throws SQLException {
    return new PlanProgress(
        row.getLong("changed"),
        row.getLong("written") - row.getLong("changed"),
        row.getLong("skipped"),
        row.getLong("refused"),
        row.getLong("dropped"),
        row.getLong("waiting"),
        row.getLong("held"));
  }

  private static <T> Map<Long, T> byPlan(List<Map.Entry<Long, T>> rows) {
    return rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public List<RateSlot> recentSlots(long plan, boolean takingBack) {
    return sql.query(
        """
        select date_bin(? * interval '1 second', finished_at, 'epoch') as began_at,
          count(*) as tickets
        from outbox_entry
        where plan_id = ? and takes_back = ?
          and finished_at > clock_timestamp() - ? * interval '1 second'
        group by 1
        """,
        row -> new RateSlot(Sql.instant(row, "began_at"), row.getLong("tickets")),
        ReadingRate.SLOT.toSeconds(),
        plan,
        takingBack,
        ReadingRate.WINDOW.toSeconds());
  }

  @Override
  public List<PlanProblem> problems(long plan, boolean takingBack, int most) {
    return sql.query(
        """
        select ticket_id, coalesce(split_part(last_problem, ':', 1), 'dropped') as reason
        from outbox_entry
        where plan_id = ? and takes_back = ? and state in ('refused', 'dropped')
          and last_problem is distinct from ?
        order by ticket_id, id limit ?
        """,
        row -> new PlanProblem(row.getLong("ticket_id"), row.getString("reason")),
        plan,
        takingBack,
        STOPPED,
        most);
  }

  private static Set<String> labels(ResultSet row, String column) throws SQLException {
    return Set.of((String[]) row.getArray(column).getArray());
  }
}
