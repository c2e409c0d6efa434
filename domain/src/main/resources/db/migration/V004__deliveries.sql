-- Deliveries: a helpdesk says that a ticket changed, and we look at it. One row for each ticket, however often it was named.

create sequence look_request;

create table ticket_to_look_at (
  account_id integer     not null references helpdesk_account,
  ticket_id  bigint      not null,
  request    bigint      not null,
  attempts   integer     not null default 0,
  due_at     timestamptz not null,
  primary key (account_id, ticket_id)
);
create index ticket_to_look_at_due on ticket_to_look_at (account_id, due_at);
comment on column ticket_to_look_at.request is 'of look_request, a new one with each delivery: a row is deleted only as it was when the ticket was read';

-- What was taken already, for as long as its time would still be accepted.
create table delivery_seen (
  account_id integer     not null references helpdesk_account,
  mark       varchar(64) not null,
  seen_at    timestamptz not null,
  primary key (account_id, mark)
);
create index delivery_seen_when on delivery_seen (seen_at);

-- How many deliveries came to what, by the hour; for the page that shows whether they arrive.
create table delivery_count (
  account_id integer     not null references helpdesk_account,
  hour       timestamptz not null,
  outcome    varchar(32) not null,
  deliveries bigint      not null,
  last_at    timestamptz not null,
  primary key (account_id, hour, outcome)
);

-- One runner per account, apart from the reader and the writer.
create table looking (
  account_id   integer primary key references helpdesk_account,
  paused_until timestamptz,
  lease_holder varchar(128),
  lease_until  timestamptz
);
insert into looking (account_id) select id from helpdesk_account;
