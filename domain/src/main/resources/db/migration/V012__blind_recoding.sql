-- Each week's sample of contacts that people code a second time, without seeing what was given.
create table recoding_sample (
  week       date    not null,
  place      integer not null,
  account_id integer not null references helpdesk_account,
  ticket_id  bigint  not null,
  tag_set_id integer not null references tag_set,
  primary key (week, account_id, ticket_id)
);
comment on column recoding_sample.tag_set_id is 'what the contact carried when the sample was drawn';

create table recoding (
  week       date         not null,
  account_id integer      not null references helpdesk_account,
  ticket_id  bigint       not null,
  person     varchar(128) not null,
  tag_ids    integer[]    not null,
  decided_at timestamptz  not null,
  primary key (week, account_id, ticket_id, person)
);
