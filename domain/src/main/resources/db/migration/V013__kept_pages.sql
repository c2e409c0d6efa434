-- Pages that were read and are not stored yet, so that a server that is killed meanwhile need not ask the helpdesk for them again. Unlogged: the
-- bookmark stays where it was until their tickets are stored, so whoever finds this table empty after a crash of the database reads them again.
-- Without a foreign key, which would lock the account's row, and so write to the log, for each page.

create unlogged table kept_page (
  account_id integer       not null,
  stream     varchar(16)   not null check (stream in ('live', 'backfill')),
  number     bigint        generated always as identity,
  behind     varchar(4000) not null,
  content    bytea         not null,
  primary key (account_id, stream, number)
);
comment on column kept_page.behind is 'the bookmark at which the page was read';
comment on column kept_page.content is 'as PageBytes writes it';

-- it lives for a second at most: packing it would cost more than it spares
alter table kept_page alter column content set storage external;
