-- Ids of house tags never return, also not after the undo of a creation.
alter table vocabulary_version
  add column undoes integer references vocabulary_version,
  add column highest_tag_id integer not null default 0;

update vocabulary_version v
set highest_tag_id = coalesce(
  (select max((tag ->> 'id')::integer)
   from vocabulary_version earlier,
        jsonb_array_elements(earlier.document -> 'vocabulary' -> 'tags') tag
   where earlier.version <= v.version), 0);

comment on column vocabulary_version.highest_tag_id is 'of this version and all before it';
comment on column vocabulary_version.undoes is 'the version whose changes this one took back';
