-- What else the helpdesks tell of a ticket. Null where a helpdesk has not told it yet.

alter table ticket
  add column channel_kind        smallint,
  add column brand_id            bigint not null default 0,
  add column language            text,
  add column solved_at           timestamptz,
  add column closed_at           timestamptz,
  add column reopens             integer,
  add column first_reply_minutes integer;
comment on column ticket.reopens is 'null: how the ticket was handled has not been told';

-- Apart from the tickets, because some helpdesks tell it apart from them, earlier or later. What the customer wrote is not kept.
create table ticket_rating (
  account_id   integer     not null references helpdesk_account,
  remote_id    bigint      not null,
  satisfaction smallint    not null,
  word         text        not null,
  rated_at     timestamptz not null,
  primary key (account_id, remote_id)
);
comment on column ticket_rating.word is 'the value as the helpdesk has it';

create table agent (
  account_id integer not null references helpdesk_account,
  remote_id  bigint  not null,
  name       text    not null,
  primary key (account_id, remote_id)
);

create table agent_group (
  account_id integer not null references helpdesk_account,
  remote_id  bigint  not null,
  name       text    not null,
  primary key (account_id, remote_id)
);

create table brand (
  account_id integer not null references helpdesk_account,
  remote_id  bigint  not null,
  name       text    not null,
  primary key (account_id, remote_id)
);

-- Who is one person over all helpdesks: derived from the contacts, which it never changes, and worked out anew when they do. Only those joined
-- with others have a row.
create table contact_person (
  account_id      integer not null references helpdesk_account,
  contact_id      bigint  not null,
  lead_account_id integer not null,
  lead_contact_id bigint  not null,
  primary key (account_id, contact_id)
);
create index contact_person_of_lead on contact_person (lead_account_id, lead_contact_id);
comment on column contact_person.lead_contact_id is 'the lowest contact of the person, which stands for the person';

alter table helpdesk_account add column contact_version bigint not null default 0;
comment on column helpdesk_account.contact_version is 'grows with every page that changes contacts';

-- One row: the sum of contact_version at the last join; null if there was none.
create table customer_join (
  contacts  bigint,
  joined_at timestamptz
);
insert into customer_join values (null, null);
