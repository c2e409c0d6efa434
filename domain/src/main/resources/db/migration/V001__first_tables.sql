-- What people typed is stored once and never overwritten: labels, sets of labels, tickets that point to their set.

create table helpdesk_account (
  id             integer generated always as identity primary key,
  connector      varchar(32)  not null,
  subdomain      varchar(255) not null,
  created_at     timestamptz  not null,
  rollup_version bigint       not null default 0,
  unique (connector, subdomain)
);
comment on column helpdesk_account.rollup_version is 'grows with every transaction that changes contact_day for this account; holding this row orders those transactions';

-- Of any length, so unique by a hash index: a B-tree refuses values above 2,700 bytes.
create table label (
  id   integer generated always as identity primary key,
  text text collate "C" not null,
  exclude using hash (text with =)
);

create table tag_set (
  id        integer generated always as identity primary key,
  label_ids integer[] not null,
  exclude using hash (label_ids with =)
);
comment on column tag_set.label_ids is 'ascending, without repetition; the empty set is a set';

create table ticket (
  account_id   integer     not null references helpdesk_account,
  remote_id    bigint      not null,
  tag_set_id   integer     not null references tag_set,
  status       smallint    not null,
  contact_id   bigint      not null,
  customer_id  bigint      not null,
  assignee_id  bigint      not null,
  group_id     bigint      not null,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  generated_at timestamptz not null,
  channel      text,
  subject      varchar(1000),
  primary key (account_id, remote_id)
);
create index ticket_of_contact on ticket (account_id, contact_id, created_at desc);

create table contact (
  account_id  integer not null references helpdesk_account,
  remote_id   bigint  not null,
  customer_id bigint  not null,
  name        text,
  email       text,
  phone       text,
  primary key (account_id, remote_id)
);

create table customer (
  account_id integer not null references helpdesk_account,
  remote_id  bigint  not null,
  name       text    not null,
  primary key (account_id, remote_id)
);

-- Roll-up: contacts (tickets not deleted) by the day they began and the set of labels they carry now.
create table contact_day (
  account_id integer not null references helpdesk_account,
  day        date    not null,
  tag_set_id integer not null references tag_set,
  contacts   integer not null check (contacts >= 0),
  changed_in bigint  not null,
  primary key (account_id, day, tag_set_id)
);
create index contact_day_changed on contact_day (account_id, changed_in);
comment on column contact_day.changed_in is 'helpdesk_account.rollup_version of the last change, so that readers fetch only what is new';

create table vocabulary_version (
  version      integer primary key,
  published_at timestamptz  not null,
  published_by varchar(128) not null,
  note         varchar(1000) not null,
  document     jsonb        not null
);

-- One runner per account: the lease is taken and renewed in the database.
create table sync_state (
  account_id      integer primary key references helpdesk_account,
  cursor          varchar(4000),
  read_up_to      timestamptz,
  tickets_stored  bigint      not null default 0,
  tickets_total   bigint,
  phase           varchar(16) not null,
  waiting_until   timestamptz,
  failure_kind    varchar(32),
  failure_message varchar(1000),
  failed_at       timestamptz,
  failures_in_a_row integer   not null default 0,
  last_page_at    timestamptz,
  caught_up_at    timestamptz,
  lease_holder    varchar(128),
  lease_until     timestamptz
);
comment on column sync_state.tickets_stored is 'distinct tickets held, deleted ones too';
comment on column sync_state.caught_up_at is 'when the helpdesk last had nothing newer';

-- How many tickets came in per slot of ten seconds; kept for a few minutes, to tell how fast reading is.
create table sync_rate (
  account_id integer     not null references helpdesk_account,
  began_at   timestamptz not null,
  tickets    bigint      not null,
  primary key (account_id, began_at)
);

create table sync_run (
  id              bigint generated always as identity primary key,
  account_id      integer     not null references helpdesk_account,
  started_at      timestamptz not null,
  ended_at        timestamptz,
  pages           integer     not null default 0,
  tickets         bigint      not null default 0,
  outcome         varchar(32) not null,
  failure_message varchar(1000)
);
create index sync_run_of_account on sync_run (account_id, started_at desc);

-- What an agent decided, with its provenance; the label itself comes back with the next sync.
create table disposition (
  id                 bigint generated always as identity primary key,
  account_id         integer      not null references helpdesk_account,
  ticket_id          bigint       not null,
  house_tag_id       integer,
  label              text         not null,
  action             varchar(8)   not null check (action in ('add', 'remove')),
  reason_code        integer,
  agent              varchar(128) not null,
  through            varchar(16)  not null check (through in ('form', 'helpdesk')),
  vocabulary_version integer      not null,
  decided_at         timestamptz  not null
);
create index disposition_of_ticket on disposition (account_id, ticket_id, decided_at desc);
create index disposition_of_agent on disposition (agent, decided_at desc);
create index disposition_code_of_agent on disposition (account_id, agent, decided_at desc) where reason_code is not null;
create index disposition_code_of_account on disposition (account_id, decided_at desc) where reason_code is not null;

create table outbox_entry (
  id              bigint generated always as identity primary key,
  account_id      integer     not null references helpdesk_account,
  ticket_id       bigint      not null,
  add_labels      text[]      not null,
  remove_labels   text[]      not null,
  state           varchar(16) not null check (state in ('waiting', 'written', 'refused')),
  attempts        integer     not null default 0,
  next_attempt_at timestamptz not null,
  created_at      timestamptz not null,
  created_by      varchar(128) not null,
  finished_at     timestamptz,
  last_problem    varchar(1000)
);
create index outbox_due on outbox_entry (account_id, next_attempt_at) where state = 'waiting';
create index outbox_of_ticket on outbox_entry (account_id, ticket_id, id) where state = 'waiting';
create index outbox_refused on outbox_entry (account_id) where state = 'refused';

-- One writer per account, apart from the reader, so that a long first sync keeps no agent's tag waiting.
create table write_back (
  account_id   integer primary key references helpdesk_account,
  paused_until timestamptz,
  lease_holder varchar(128),
  lease_until  timestamptz
);

create table staff_member (
  name          varchar(128) primary key,
  role          varchar(16)  not null check (role in ('agent', 'lead', 'admin')),
  password_hash varchar(512) not null,
  created_at    timestamptz  not null,
  locked_until  timestamptz,
  failed_logins integer      not null default 0,
  sessions_from timestamptz  not null
);
comment on column staff_member.sessions_from is 'sessions issued before this moment are no longer honoured';
