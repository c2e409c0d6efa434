alter table outbox_entry add column sent_at timestamptz;
comment on column outbox_entry.sent_at is
  'when it was first handed to the connector, noted before; from then on it may take effect at any time';

alter table write_back add column failures_in_a_row integer not null default 0;
comment on column write_back.failures_in_a_row is 'failures of the whole account since its last change';
