-- A plan may pause by itself; whoever finds it paused is told why.

alter table write_back_plan
  add column pause_reason varchar(32)
    check (pause_reason in ('all-refused', 'meaning-changed', 'disconnected')),
  add constraint write_back_plan_paused check (pause_reason is null or state = 'paused');
comment on column write_back_plan.pause_reason is 'why nobody but the plan itself paused it; null if a person did, and in any other state';
