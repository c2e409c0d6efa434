-- Plans that write the labels of house tags onto a helpdesk's own tickets. What a plan has done stands in the outbox, entry by entry.

create table write_back_plan (
  id                 bigint generated always as identity primary key,
  account_id         integer      not null references helpdesk_account,
  of_version         integer,
  of_tag             integer,
  vocabulary_version integer      not null,
  closed_too         boolean      not null,
  tickets            bigint       not null,
  state              varchar(16)  not null check (state in ('ready', 'running', 'paused', 'stopped', 'finished')),
  taking_back        boolean      not null default false,
  up_to              bigint       not null default 0,
  made_by            varchar(128) not null,
  made_at            timestamptz  not null,
  started_by         varchar(128),
  started_at         timestamptz,
  ended_at           timestamptz,
  check ((of_version is null) <> (of_tag is null))
);
create index write_back_plan_of_account on write_back_plan (account_id, id);
create unique index write_back_plan_running on write_back_plan (account_id) where state = 'running';
comment on column write_back_plan.of_version is 'the version whose changes it writes; null if it writes a tag';
comment on column write_back_plan.up_to is 'tickets up to this number were handed to the outbox';
comment on column write_back_plan.tickets is 'how many there were to write when it was made, or started';
comment on column write_back_plan.taking_back is 'its changes are, or were, undone';

-- Labels are of any length, and a B-tree refuses values above 2,700 bytes: so no key on them.
create table write_back_plan_label (
  plan_id     bigint  not null references write_back_plan on delete cascade,
  label       text collate "C" not null,
  replacement text    not null,
  tag_id      integer not null,
  tickets     bigint  not null
);
create index write_back_plan_label_of_plan on write_back_plan_label (plan_id);

alter table outbox_entry
  add column plan_id       bigint,
  add column takes_back    boolean not null default false,
  add column found_missing text[],
  add column found_surplus text[];
create index outbox_of_plan on outbox_entry (plan_id, takes_back, ticket_id) where plan_id is not null;
comment on column outbox_entry.plan_id is 'the plan that it is part of; null for what a person decided, which goes first';
comment on column outbox_entry.takes_back is 'whether it undoes what its plan did to the ticket';
comment on column outbox_entry.found_missing is
  'of a plan''s entry: the labels that it adds, found out at the helpdesk and noted before it was written; null until then';
comment on column outbox_entry.found_surplus is 'the same for the labels that it removes';
