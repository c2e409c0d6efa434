-- What leads decided and did not publish yet, what they set aside for later, and which label each has open.

create table draft_decision (
  id         bigint generated always as identity primary key,
  lead       varchar(128) not null references staff_member on delete cascade,
  label      text collate "C",
  change     jsonb        not null,
  base       integer      not null,
  decided_at timestamptz  not null default clock_timestamp(),
  exclude using hash (label with =)
);
create index draft_decision_of_lead on draft_decision (lead, id);
comment on column draft_decision.label is 'the label that it decides, so that no two leads decide the same one; null where it decides none';
comment on column draft_decision.base is 'the version of the vocabulary that the lead looked at';

-- Labels are of any length, and a B-tree refuses values above 2,700 bytes: so by their digest.
create table label_for_later (
  lead     varchar(128) not null references staff_member on delete cascade,
  label    text collate "C" not null,
  until_at timestamptz  not null
);
create unique index label_for_later_once on label_for_later (lead, md5(label));

create table label_open (
  lead    varchar(128) primary key references staff_member on delete cascade,
  label   text collate "C" not null,
  seen_at timestamptz  not null
);
