create index outbox_to_be_judged on outbox_entry (account_id, finished_at)
  where state = 'written' and last_problem is not null;
comment on column outbox_entry.last_problem is
  'a stable word, then perhaps a colon and more; of a written entry "replaced n" until it is judged whether others changed the ticket meanwhile';
