-- What agents ask for: a house tag or reason code that is missing, the tickets that need it, and what leads answered.

create table tag_request (
  id         bigint generated always as identity primary key,
  kind       varchar(4)   not null check (kind in ('tag', 'code')),
  name       text         not null,
  purpose    text         not null,
  words      text         not null,
  asked_by   varchar(128) not null,
  asked_at   timestamptz  not null,
  state      varchar(8)   not null default 'open' check (state in ('open', 'accepted', 'made', 'existing', 'declined')),
  tag_id     integer,
  code       integer,
  reason     text         not null default '',
  overridden text         not null default '',
  owner      varchar(128),
  due_on     date,
  version    integer      not null default 1,
  changed_by varchar(128),
  changed_at timestamptz
);
create index tag_request_waiting on tag_request (id) where state in ('open', 'accepted');
create index tag_request_answered on tag_request (changed_at desc, id desc) where state not in ('open', 'accepted');
comment on column tag_request.words is 'what customers say, as the agent quoted them';
comment on column tag_request.overridden is 'why a lead accepted it although fewer contacts need it than the threshold asks for';
comment on column tag_request.version is 'grows with what a lead does; tickets that agents add do not count';

create table request_ticket (
  request_id bigint       not null references tag_request on delete cascade,
  account_id integer      not null references helpdesk_account,
  ticket_id  bigint       not null,
  named_by   varchar(128) not null,
  primary key (request_id, account_id, ticket_id)
);
create index request_ticket_of_account on request_ticket (account_id);

create table request_threshold (
  only_one   boolean      primary key default true check (only_one),
  contacts   integer      not null check (contacts >= 0),
  changed_by varchar(128) not null,
  changed_at timestamptz  not null
);
