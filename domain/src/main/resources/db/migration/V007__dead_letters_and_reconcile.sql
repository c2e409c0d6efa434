-- Changes that the helpdesk refused for good are shown to admins, who try them again or drop them.

alter table outbox_entry
  add column concerned_labels text[],
  add column retry_of         bigint,
  add column settled_by       varchar(128),
  add column settled_at       timestamptz;
comment on column outbox_entry.concerned_labels is 'the labels that a refusal names; null if it names none';
comment on column outbox_entry.retry_of is 'the refused entry that an admin tried again with this one';
comment on column outbox_entry.settled_by is 'who tried a refused entry again or dropped it; null for the others';

alter table outbox_entry drop constraint outbox_entry_state_check;
alter table outbox_entry add constraint outbox_entry_state_check
  check (state in ('waiting', 'held', 'written', 'refused', 'retried', 'dropped'));
drop index outbox_refused;
create index outbox_refused on outbox_entry (account_id, id) where state = 'refused';
create index outbox_decided on outbox_entry (account_id, ticket_id, id);

-- A helpdesk that is out of reach for a night is one line of the history, not hundreds.
alter table sync_run add column repeats integer not null default 1;
comment on column sync_run.repeats is 'how many runs in a row read nothing and ended the same way; told as one';
create index sync_run_in_order on sync_run (account_id, id);

-- What we hold is compared with the helpdesk: a job for each comparison, which goes on where it was after a restart.
create table reconcile (
  id           bigint generated always as identity primary key,
  account_id   integer     not null references helpdesk_account,
  state        varchar(16) not null check (state in ('waiting', 'running', 'done', 'failed', 'interrupted')),
  asked_by     varchar(128),
  sample       integer,
  created_at   timestamptz not null,
  started_at   timestamptz,
  ended_at     timestamptz,
  not_before   timestamptz,
  attempts     integer     not null default 0,
  problem      varchar(1000),
  ours         bigint,
  theirs       bigint,
  planned      bigint,
  compared     bigint      not null default 0,
  on_its_way   bigint      not null default 0,
  drifted      bigint      not null default 0,
  rest         bigint[]    not null default '{}',
  up_to        bigint      not null default 0,
  suspects     bigint[]    not null default '{}',
  confirming   boolean     not null default false,
  lease_holder varchar(128),
  lease_until  timestamptz
);
create unique index reconcile_under_way on reconcile (account_id) where state in ('waiting', 'running');
create index reconcile_of_account on reconcile (account_id, id);
comment on column reconcile.asked_by is 'null: nobody, it was due';
comment on column reconcile.sample is 'how many of our tickets, chosen at random; null for all';
comment on column reconcile.rest is 'tickets still to compare; with all, those of ours after up_to besides';
comment on column reconcile.suspects is 'tickets that the helpdesk no longer has; compared once more when a reading would have told so';

create table drift (
  reconcile_id     bigint      not null references reconcile on delete cascade,
  account_id       integer     not null references helpdesk_account,
  ticket_id        bigint      not null,
  kinds            text[]      not null,
  our_labels       text[],
  our_status       smallint,
  our_updated_at   timestamptz,
  their_labels     text[],
  their_status     smallint,
  their_updated_at timestamptz,
  asked_again_at   timestamptz,
  asked_again_by   varchar(128),
  primary key (reconcile_id, ticket_id)
);
create index drift_of_account on drift (account_id);
