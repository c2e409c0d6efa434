package org.tagsmith.domain.sync.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.plan.PauseReason;
import org.tagsmith.domain.sync.plan.PlanRepository;
import org.tagsmith.domain.sync.plan.PlanState;
import org.tagsmith.domain.sync.plan.Replacement;
import org.tagsmith.domain.sync.plan.Rewriting;
import org.tagsmith.domain.sync.plan.TicketLabels;
import org.tagsmith.domain.sync.plan.WriteBackPlan;

/** Plans and the labels that they replace; tickets are found by their sets of labels. */
@ApplicationScoped
class JdbcPlanRepository implements PlanRepository {
  private static final int CLOSED = 5;
  private static final int DELETED = 6;

  private static final String LABELS =
      """
      select text from label where id in (
        select unnest(s.label_ids) from tag_set s where s.id in (
          select tag_set_id from contact_day where account_id = ? and contacts > 0))
      """;

  private static final String CARRIERS =
      """
      with wanted as (select array_agg(id) as ids from label where text = any (?)),
      sets as (select s.id, s.label_ids from tag_set s, wanted w where s.label_ids && w.ids)
      select array(select text from label where id = any (s.label_ids)) as labels,
        count(*) filter (where t.status <> ?) as open, count(*) filter (where t.status = ?) as closed
      from ticket t join sets s on s.id = t.tag_set_id
      where t.account_id = ? and t.status <> ?
      group by s.id, s.label_ids
      """;

  /** The tickets of a plan: its number, then whether closed ones count, then the account. */
  private static final String TICKETS =
      """
      from ticket t join tag_set s on s.id = t.tag_set_id
      where s.id in (
          select each.id from tag_set each where each.label_ids && (
            select array_agg(l.id) from write_back_plan_label p join label l on l.text = p.label
            where p.plan_id = ?))
        and t.status <> 6 and (? or t.status <> 5) and t.account_id = ?
      """;

  private static final String NO_TURN_YET =
      """
      and not exists (
          select 1 from outbox_entry e
          where e.plan_id = ? and not e.takes_back and e.ticket_id = t.remote_id
            and (e.state <> 'dropped' or e.last_problem is distinct from 'stopped'))
      """;

  private static final String TICKET =
      "select t.remote_id, array(select text from label where id = any (s.label_ids)) as labels ";

  private static final String KEEP =
      """
      insert into write_back_plan (account_id, of_version, of_tag, vocabulary_version, closed_too,
        tickets, state, made_by, made_at)
      values (?, ?, ?, ?, ?, ?, 'ready', ?, clock_timestamp())
      returning id
      """;

  private static final String KEEP_LABELS =
      """
      insert into write_back_plan_label (plan_id, label, replacement, tag_id, tickets)
      select ?, label, replacement, tag_id::integer, tickets
      from unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[])
        as row (label, replacement, tag_id, tickets)
      """;

  private final Sql sql;

  @Inject
  JdbcPlanRepository(DataSource database) {
    this.sql = new Sql(database);
  }

  /** For the container's proxy. */
  protected JdbcPlanRepository() {
    this.sql = null;
  }

  @Override
  public Set<String> labelsOf(HelpdeskAccountId account) {
    return new HashSet<>(sql.query(LABELS, row -> row.getString("text"), account.value()));
  }

  @Override
  public List<Carriers> carriers(HelpdeskAccountId account, Set<String> labels) {
    return sql.query(
        CARRIERS,
        row -> new Carriers(labels(row), row.getLong("open"), row.getLong("closed")),
        labels.toArray(String[]::new),
        CLOSED,
        CLOSED,
        account.value(),
        DELETED);
  }

  @Override
  public long keep(WriteBackPlan plan) {
    long id =
        sql.first(
                KEEP,
                row -> row.getLong("id"),
                plan.account().value(),
                plan.origin().version(),
                plan.origin().tag(),
                plan.vocabulary(),
                plan.closedToo(),
                plan.tickets(),
                plan.madeBy())
            .orElseThrow();
    List<Replacement> all = plan.replacements();
    sql.update(
        KEEP_LABELS,
        id,
        all.stream().map(Replacement::label).toArray(String[]::new),
        all.stream().map(Replacement::by).toArray(String[]::new),
        all.stream().map(each -> (long) each.tag()).toArray(Long[]::new),
        all.stream().map(Replacement::tickets).toArray(Long[]::new));
    return id;
  }

  @Override
  public Optional<WriteBackPlan> find(long id) {
    return sql.first(PlanRow.SELECT + "where id = ?", PlanRow::read, id);
  }

  @Override
  public List<WriteBackPlan> newest(int most) {
    return sql.query(
        PlanRow.SELECT
            + """
            where account_id in (select id from helpdesk_account where disconnected_at is null)
              and (state <> 'stopped' or started_at is not null)
            order by state = 'running' desc, id desc limit ?
            """,
        PlanRow::read,
        most);
  }

  @Override
  public void lock(HelpdeskAccountId account) {
    sql.query(
        "select id from write_back_plan where account_id = ? order by id for update",
        row -> row.getLong("id"),
        account.value());
  }

  @Override
  public Optional<WriteBackPlan> running(HelpdeskAccountId account) {
    return sql.first(
        PlanRow.SELECT + "where account_id = ? and state = 'running'",
        PlanRow::read,
        account.value());
  }

  @Override
  public boolean move(long id, Set<PlanState> from, PlanState to) {
    boolean ends = to == PlanState.STOPPED || to == PlanState.FINISHED;
    return sql.update(
            """
            update write_back_plan
            set state = ?, pause_reason = null, ended_at = case when ? then clock_timestamp() end
            where id = ? and state = any (?)
            """,
            to.word(),
            ends,
            id,
            from.stream().map(PlanState::word).toArray(String[]::new))
        == 1;
  }

  @Override
  public boolean pause(long id, PauseReason reason) {
    return sql.update(
            """
            update write_back_plan set state = 'paused', pause_reason = ?
            where id = ? and state = 'running'
            """,
            reason.word(),
            id)
        == 1;
  }

  @Override
  public void begin(long id, String by, long tickets, boolean takingBack) {
    sql.update(
        """
        update write_back_plan
        set state = 'running', pause_reason = null, taking_back = ?, tickets = ?, up_to = 0, started_by = ?,
          started_at = clock_timestamp(), ended_at = null
        where id = ?
        """,
        takingBack,
        tickets,
        by,
        id);
  }

  @Override
  public void advance(long id, long upTo) {
    sql.update("update write_back_plan set up_to = ? where id = ?", upTo, id);
  }

  @Override
  public long countTickets(WriteBackPlan plan) {
    return sql.first(
            "select count(*) as tickets " + TICKETS,
            row -> row.getLong("tickets"),
            plan.id(),
            plan.closedToo(),
            plan.account().value())
        .orElseThrow();
  }

  @Override
  public List<TicketLabels> next(WriteBackPlan plan, int most) {
    return tickets(
        plan,
        NO_TURN_YET + "and t.remote_id > ? order by t.remote_id limit ?",
        plan.id(),
        plan.upTo(),
        most);
  }

  @Override
  public List<TicketLabels> sample(WriteBackPlan plan, int most) {
    return tickets(plan, "order by t.remote_id desc limit ?", most);
  }

  private List<TicketLabels> tickets(WriteBackPlan plan, String rest, Object... more) {
    List<Object> parameters =
        new ArrayList<>(List.of(plan.id(), plan.closedToo(), plan.account().value()));
    parameters.addAll(List.of(more));
    return sql.query(
        TICKET + TICKETS + rest,
        row -> new TicketLabels(row.getLong("remote_id"), labels(row)),
        parameters.toArray());
  }

  @Override
  public Rewriting rewriting(long plan) {
    return new Rewriting(find(plan).map(WriteBackPlan::replacements).orElse(List.of()));
  }

  private static Set<String> labels(ResultSet row) throws SQLException {
    return Set.of((String[]) row.getArray("labels").getArray());
  }
}
