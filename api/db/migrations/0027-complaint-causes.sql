-- Why complaints happen: a tree of causes that the company maintains itself (three levels at most), given to a complaint by
-- whoever works on it. What was used once is retired, never deleted.

create table complaint_cause (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  -- null: the first level
  parent_id uuid,
  name text not null,
  position int not null default 0,
  retired_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, parent_id) references complaint_cause,
  check (parent_id <> id)
);
-- one name once among its siblings
create unique index complaint_cause_name on complaint_cause
  (organization_id, coalesce(parent_id, '00000000-0000-0000-0000-000000000000'::uuid), lower(name));

alter table complaint add column cause_id uuid;
alter table complaint add foreign key (organization_id, cause_id) references complaint_cause;
create index complaint_cause_used on complaint (organization_id, cause_id) where cause_id is not null;

alter table complaint_cause enable row level security;
create policy same_organization on complaint_cause
  using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
grant select, insert, update, delete on complaint_cause to kundencockpit_app;
