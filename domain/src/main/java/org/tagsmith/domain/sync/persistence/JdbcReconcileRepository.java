package org.tagsmith.domain.sync.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.Comparison;
import org.tagsmith.domain.sync.Drift;
import org.tagsmith.domain.sync.Reconcile;
import org.tagsmith.domain.sync.Reconcile.State;
import org.tagsmith.domain.sync.ReconcileRepository;
import org.tagsmith.domain.ticket.TicketStatus;

/** Comparisons with the helpdesk. */
@ApplicationScoped
class JdbcReconcileRepository implements ReconcileRepository {
  private static final int MOST_DRIFT = 1000;

  private final Sql sql;

  @Inject
  JdbcReconcileRepository(DataSource database) {
    this.sql = new Sql(database);
  }

  /** For the container's proxy. */
  protected JdbcReconcileRepository() {
    this.sql = null;
  }

  @Override
  public boolean ask(HelpdeskAccountId account, OptionalInt sample, String by) {
    sql.update(ReconcileSql.NOTE_INTERRUPTED, account.value());
    Integer size = sample.isPresent() ? sample.getAsInt() : null;
    return sql.update(ReconcileSql.ASK, account.value(), by, size) == 1;
  }

  @Override
  public void askIfDue(HelpdeskAccountId account, Duration every, int sample) {
    sql.update(ReconcileSql.ASK_IF_DUE, sample, account.value(), every.toMillis());
  }

  @Override
  public boolean resume(HelpdeskAccountId account, long reconcile) {
    sql.update(ReconcileSql.NOTE_INTERRUPTED, account.value());
    return sql.update(ReconcileSql.RESUME, reconcile, account.value()) == 1;
  }

  @Override
  public Optional<Reconcile> latest(HelpdeskAccountId account) {
    sql.update(ReconcileSql.NOTE_INTERRUPTED, account.value());
    return sql.first(
        "select * from reconcile where account_id = ? order by id desc limit 1",
        JdbcReconcileRepository::job,
        account.value());
  }

  @Override
  public Optional<Reconcile> claim(HelpdeskAccountId account, String holder, Duration lease) {
    return sql.first(
        ReconcileSql.CLAIM,
        JdbcReconcileRepository::job,
        holder,
        lease.toMillis(),
        account.value());
  }

  @Override
  public void choose(Reconcile job, String holder, Set<Long> theirs, OptionalLong count) {
    int account = job.account().value();
    sql.update(
        ReconcileSql.CHOOSE,
        numbers(theirs),
        account,
        job.sample().isEmpty(),
        account,
        job.id(),
        account,
        job.sample().orElse(0),
        account,
        count.isPresent() ? count.getAsLong() : null,
        job.sample().isEmpty(),
        job.id(),
        holder);
  }

  @Override
  public Reconcile.Part next(Reconcile job, int most) {
    Set<Long> rest =
        new HashSet<>(
            sql.query(
                "select unnest(rest) as id from reconcile where id = ? order by 1 limit ?",
                row -> row.getLong("id"),
                job.id(),
                most));
    if (!rest.isEmpty() || job.sample().isPresent()) {
      return new Reconcile.Part(rest, 0);
    }
    List<Long> walk =
        sql.query(
            """
            select remote_id from ticket
            where account_id = ? and status <> 6
              and remote_id > (select up_to from reconcile where id = ?)
            order by remote_id limit ?
            """,
            row -> row.getLong("remote_id"),
            job.account().value(),
            job.id(),
            most);
    return new Reconcile.Part(new HashSet<>(walk), walk.isEmpty() ? 0 : walk.get(walk.size() - 1));
  }

  @Override
  public Map<Long, Drift.State> held(HelpdeskAccountId account, Collection<Long> tickets) {
    Map<Long, Drift.State> held = new HashMap<>();
    sql.query(
            """
            select t.remote_id, t.status, t.updated_at,
              array(select l.text from label l where l.id = any (s.label_ids)) as labels
            from ticket t join tag_set s on s.id = t.tag_set_id
            where t.account_id = ? and t.remote_id = any (?)
            """,
            row ->
                Map.entry(
                    row.getLong("remote_id"),
                    new Drift.State(
                        labels(row.getArray("labels")),
                        TicketStatus.ofCode(row.getInt("status")),
                        Sql.instant(row, "updated_at"))),
            account.value(),
            numbers(tickets))
        .forEach(each -> held.put(each.getKey(), each.getValue()));
    return held;
  }

  @Override
  public Set<Long> waitingForLook(HelpdeskAccountId account, Collection<Long> tickets) {
    return Set.copyOf(
        sql.query(
            "select ticket_id from ticket_to_look_at where account_id = ? and ticket_id = any (?)",
            row -> row.getLong("ticket_id"),
            account.value(),
            numbers(tickets)));
  }

  @Override
  public boolean compared(
      Reconcile job, String holder, Duration lease, Reconcile.Part part, Comparison comparison) {
    return sql.update(
            ReconcileSql.COMPARED,
            job.confirming() ? 0 : comparison.answered().size(),
            comparison.onItsWay(),
            comparison.drift().size(),
            numbers(part.ids()),
            numbers(comparison.answered()),
            part.upTo(),
            numbers(comparison.suspects()),
            lease.toMillis(),
            job.id(),
            holder)
        == 1;
  }

  @Override
  public void add(Reconcile job, List<Drift> drift) {
    for (Drift each : drift) {
      sql.update(
          ReconcileSql.ADD_DRIFT,
          job.id(),
          job.account().value(),
          each.ticketId(),
          each.kinds().stream().map(Drift.Kind::word).sorted().toArray(String[]::new),
          texts(each.ours()),
          code(each.ours()),
          each.ours() == null ? null : each.ours().updatedAt(),
          texts(each.theirs()),
          code(each.theirs()),
          each.theirs() == null ? null : each.theirs().updatedAt(),
          job.id(),
          MOST_DRIFT);
    }
  }

  @Override
  public void finish(Reconcile job, String holder, Duration settle) {
    sql.update(ReconcileSql.FINISH, settle.toMillis(), job.id(), holder);
    sql.update(ReconcileSql.PRUNE, job.account().value(), job.account().value());
  }

  @Override
  public void rest(Reconcile job, String holder, Duration pause, String problem, boolean failed) {
    sql.update(ReconcileSql.REST, pause.toMillis(), problem, failed ? 1 : 0, job.id(), holder);
  }

  @Override
  public void end(Reconcile job, String holder, State state, String problem) {
    sql.update(ReconcileSql.END, state.word(), problem, job.id(), holder);
  }

  @Override
  public List<KeptDrift> drift(long reconcile, long after, int most) {
    return sql.query(
        """
        select * from drift where reconcile_id = ? and ticket_id > ? order by ticket_id limit ?
        """,
        row ->
            new KeptDrift(
                new Drift(
                    row.getLong("ticket_id"),
                    state(row, "our"),
                    state(row, "their"),
                    labels(row.getArray("kinds")).stream()
                        .map(Drift.Kind::ofWord)
                        .collect(Collectors.toSet())),
                Sql.instant(row, "asked_again_at")),
        reconcile,
        after,
        most);
  }

  @Override
  public long openDrift(HelpdeskAccountId account) {
    return sql.first(
            ReconcileSql.OPEN_DRIFT, row -> row.getLong("open"), account.value(), account.value())
        .orElseThrow();
  }

  @Override
  public List<Long> readAgain(HelpdeskAccountId account, long reconcile, String by) {
    return sql.query(
        """
        update drift set asked_again_at = clock_timestamp(), asked_again_by = ?
        where reconcile_id = ? and account_id = ? and asked_again_at is null
        returning ticket_id
        """,
        row -> row.getLong("ticket_id"),
        by,
        reconcile,
        account.value());
  }

  private static Reconcile job(ResultSet row) throws SQLException {
    int sample = row.getInt("sample");
    boolean all = row.wasNull();
    return new Reconcile(
        row.getLong("id"),
        new HelpdeskAccountId(row.getInt("account_id")),
        State.ofWord(row.getString("state")),
        row.getString("asked_by"),
        all ? OptionalInt.empty() : OptionalInt.of(sample),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "started_at"),
        Sql.instant(row, "ended_at"),
        Sql.instant(row, "not_before"),
        row.getInt("attempts"),
        row.getString("problem"),
        number(row, "ours"),
        number(row, "theirs"),
        number(row, "planned"),
        row.getLong("compared"),
        row.getLong("on_its_way"),
        row.getLong("drifted"),
        row.getBoolean("confirming"));
  }

  private static OptionalLong number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static Drift.State state(ResultSet row, String whose) throws SQLException {
    int status = row.getInt(whose + "_status");
    return row.wasNull()
        ? null
        : new Drift.State(
            labels(row.getArray(whose + "_labels")),
            TicketStatus.ofCode(status),
            Sql.instant(row, whose + "_updated_at"));
  }

  private static String[] texts(Drift.State state) {
    return state == null
        ? null
        : state.labels().stream().map(StorableText::of).sorted().toArray(String[]::new);
  }

  private static Integer code(Drift.State state) {
    return state == null ? null : state.status().code();
  }

  private static Set<String> labels(Array array) throws SQLException {
    return new HashSet<>(Arrays.asList((String[]) array.getArray()));
  }

  private static Object numbers(Collection<Long> tickets) {
    return tickets.toArray(Long[]::new);
  }
}
