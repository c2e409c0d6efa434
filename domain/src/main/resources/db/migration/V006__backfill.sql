-- An account is read by two streams: the one of sync_state, which is live, and a backfill, which brings in what was there before. Accounts that
-- were read already keep their one cursor and have no backfill.

create table backfill (
  account_id        integer primary key references helpdesk_account,
  read_from         timestamptz not null,
  read_until        timestamptz not null,
  cursor            varchar(4000),
  read_up_to        timestamptz,
  tickets_read      bigint      not null default 0,
  tickets_added     bigint      not null default 0,
  tickets_total     bigint,
  paused            boolean     not null default false,
  phase             varchar(16) not null,
  waiting_until     timestamptz,
  failure_kind      varchar(32),
  failure_message   varchar(1000),
  failed_at         timestamptz,
  failures_in_a_row integer     not null default 0,
  last_page_at      timestamptz,
  finished_at       timestamptz,
  lease_holder      varchar(128),
  lease_until       timestamptz
);
comment on column backfill.read_until is 'where live reading began; what changed later is its business';
comment on column backfill.tickets_read is 'since it was started, also those that were here already';
comment on column backfill.tickets_added is 'distinct tickets that it was the first to bring in, ever; they count beside sync_state.tickets_stored';
comment on column backfill.phase is 'idle once it is finished';

comment on column sync_state.tickets_stored is 'distinct tickets held, deleted ones too, without backfill.tickets_added';
alter table sync_state add column backfill_share smallint not null default 50 check (backfill_share between 10 and 90);
comment on column sync_state.backfill_share is 'per cent of the helpdesk''s limit of calls that a backfill may use';

alter table sync_run add column stream varchar(16) not null default 'live' check (stream in ('live', 'backfill'));

alter table sync_rate add column stream varchar(16) not null default 'live' check (stream in ('live', 'backfill'));
alter table sync_rate drop constraint sync_rate_pkey;
alter table sync_rate add primary key (account_id, stream, began_at);
