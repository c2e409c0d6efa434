-- An admin connects accounts on a page: keys are kept encrypted, reading can be paused, labels wait until released.

alter table helpdesk_account add column disconnected_at timestamptz;
comment on column helpdesk_account.disconnected_at is 'null while it is read; a disconnected account keeps its id and its tickets';

create table helpdesk_connection (
  account_id  integer primary key references helpdesk_account,
  user_name   varchar(320) not null,
  sealed_key  bytea        not null,
  sealed_with varchar(16)  not null,
  read_from   timestamptz,
  changed_by  varchar(128) not null,
  changed_at  timestamptz  not null
);
comment on table helpdesk_connection is 'accounts that an admin connected; those of the configuration are not in here';
comment on column helpdesk_connection.sealed_key is 'AES-256-GCM: 12 bytes of nonce, then ciphertext and tag, bound to account and field';
comment on column helpdesk_connection.sealed_with is 'which key of tagsmith.secrets.key';
comment on column helpdesk_connection.read_from is 'null for all tickets';

alter table sync_state add column paused boolean not null default false;

alter table write_back add column mode varchar(16) not null default 'automatic' check (mode in ('off', 'review', 'automatic'));

alter table outbox_entry drop constraint outbox_entry_state_check;
alter table outbox_entry add constraint outbox_entry_state_check
  check (state in ('waiting', 'held', 'written', 'refused', 'dropped'));
create index outbox_held on outbox_entry (account_id, ticket_id, id) where state = 'held';
