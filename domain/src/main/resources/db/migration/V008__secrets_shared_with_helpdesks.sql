-- What an account's webhooks and its sidebar are proved with, given by an admin on a page.

create table account_secret (
  account_id  integer      not null references helpdesk_account,
  purpose     varchar(16)  not null check (purpose in ('webhook', 'sidebar')),
  sealed      bytea        not null,
  sealed_with varchar(16)  not null,
  changed_by  varchar(128) not null,
  changed_at  timestamptz  not null,
  primary key (account_id, purpose)
);
comment on table account_secret is 'those of the configuration are not in here';
comment on column account_secret.sealed is 'AES-256-GCM: 12 bytes of nonce, then ciphertext and tag, bound to account and purpose';
