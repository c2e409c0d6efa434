package org.tagsmith.domain.sync.persistence;

/** The longer statements of {@link JdbcReconcileRepository}. */
final class ReconcileSql {
  private static final String HELD = " where id = ? and lease_holder = ? and state = 'running'";

  static final String NOTE_INTERRUPTED =
      """
      update reconcile set state = 'interrupted', lease_holder = null, lease_until = null
      where account_id = ? and state = 'running' and lease_until < clock_timestamp()
      """;

  static final String ASK =
      """
      insert into reconcile (account_id, state, asked_by, sample, created_at)
      values (?, 'waiting', ?, ?, clock_timestamp())
      on conflict (account_id) where state in ('waiting', 'running') do nothing
      """;

  static final String ASK_IF_DUE =
      """
      insert into reconcile (account_id, state, sample, created_at)
      select s.account_id, 'waiting', ?, clock_timestamp()
      from sync_state s
      where s.account_id = ? and s.caught_up_at is not null and not s.paused
        and not exists (
          select 1 from reconcile r
          where r.account_id = s.account_id
            and r.created_at > clock_timestamp() - ? * interval '1 millisecond')
      on conflict (account_id) where state in ('waiting', 'running') do nothing
      """;

  static final String RESUME =
      """
      update reconcile r set state = 'waiting', ended_at = null, not_before = null, attempts = 0
      where r.id = ? and r.account_id = ? and r.state in ('interrupted', 'failed')
        and not exists (
          select 1 from reconcile o
          where o.account_id = r.account_id and o.state in ('waiting', 'running'))
      """;

  // Pauses that the helpdesk asked for count for everybody, whoever was told of them.
  static final String CLAIM =
      """
      update reconcile
      set state = 'running', lease_holder = ?,
        lease_until = clock_timestamp() + ? * interval '1 millisecond',
        started_at = coalesce(started_at, clock_timestamp()), not_before = null
      where id = (
        select r.id from reconcile r
        join sync_state s on s.account_id = r.account_id
        join helpdesk_account a on a.id = r.account_id
        where r.account_id = ? and r.state = 'waiting'
          and (r.not_before is null or r.not_before <= clock_timestamp())
          and not s.paused and a.disconnected_at is null
          and not (s.phase = 'throttled' and s.waiting_until > clock_timestamp())
          and not exists (
            select 1 from looking k
            where k.account_id = r.account_id and k.paused_until > clock_timestamp())
        for update of r skip locked)
      returning *
      """;

  static final String CHOOSE =
      """
      with theirs as (select unnest(?::bigint[]) as id),
      former as (
        select d.ticket_id as id from drift d
        where d.account_id = ? and not ? and d.reconcile_id = (
          select max(p.id) from reconcile p where p.account_id = ? and p.id < ?)),
      drawn as (
        select remote_id as id from ticket where account_id = ? and status <> 6
        order by random() limit ?),
      chosen as (
        select coalesce(array_agg(id), '{}') as ids from (
          select id from theirs union select id from former union select id from drawn) each),
      counted as (
        select count(*) as tickets from ticket where account_id = ? and status <> 6)
      update reconcile
      set rest = chosen.ids, ours = counted.tickets, theirs = ?,
        planned = cardinality(chosen.ids) + case when ? then counted.tickets else 0 end
      from chosen, counted
      """
          + HELD;

  static final String COMPARED =
      """
      update reconcile
      set compared = compared + ?, on_its_way = on_its_way + ?, drifted = drifted + ?,
        rest = array(
          select id from unnest(rest) id union select id from unnest(?::bigint[]) id
          except select id from unnest(?::bigint[]) id),
        up_to = greatest(up_to, ?), suspects = suspects || ?::bigint[], attempts = 0,
        problem = null, lease_until = clock_timestamp() + ? * interval '1 millisecond'
      """
          + HELD
          + " and lease_until > clock_timestamp()";

  static final String ADD_DRIFT =
      """
      insert into drift (reconcile_id, account_id, ticket_id, kinds, our_labels, our_status,
        our_updated_at, their_labels, their_status, their_updated_at)
      select ?, ?, ?, ?, ?::text[], ?::smallint, ?::timestamptz, ?::text[], ?::smallint,
        ?::timestamptz
      where (select count(*) from drift where reconcile_id = ?) < ?
      on conflict do nothing
      """;

  static final String FINISH =
      """
      update reconcile
      set state = case when cardinality(suspects) > 0 then 'waiting' else 'done' end,
        ended_at = case when cardinality(suspects) > 0 then null else clock_timestamp() end,
        not_before = case when cardinality(suspects) > 0
          then clock_timestamp() + ? * interval '1 millisecond' end,
        confirming = cardinality(suspects) > 0, rest = suspects, suspects = '{}',
        lease_holder = null, lease_until = null
      """
          + HELD;

  static final String PRUNE =
      """
      delete from reconcile where account_id = ? and id <= (
        select id from reconcile where account_id = ? order by id desc offset 20 limit 1)
      """;

  static final String REST =
      """
      update reconcile
      set state = 'waiting', not_before = clock_timestamp() + ? * interval '1 millisecond',
        problem = ?, attempts = attempts + ?, lease_holder = null, lease_until = null
      """
          + HELD;

  static final String END =
      """
      update reconcile
      set state = ?, problem = ?, ended_at = clock_timestamp(), lease_holder = null,
        lease_until = null
      """
          + HELD;

  static final String OPEN_DRIFT =
      """
      select count(*) as open from drift d
      where d.account_id = ? and d.asked_again_at is null and d.reconcile_id = (
        select max(r.id) from reconcile r where r.account_id = ? and r.state = 'done')
      """;

  private ReconcileSql() {}
}
