-- Working time: hours by weekday, locations (Standorte) with their own calendar, company holidays, and deadlines that stand
-- still while one waits for the customer.

alter table organization
  -- Monday first, null entries are days off; without it Monday to Friday from workday_start to workday_end
  add column working_week jsonb,
  add column working_time_version int not null default 1,
  -- how much working time before a deadline its owner is warned
  add column warn_first_answer_minutes int not null default 60 check (warn_first_answer_minutes between 0 and 4800),
  add column warn_resolution_minutes int not null default 240 check (warn_resolution_minutes between 0 and 4800);

create table location (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  name text not null,
  holiday_region text not null,
  working_week jsonb not null,
  -- taken away: complaints that began under it go on by its calendar
  archived_at timestamptz,
  primary key (organization_id, id)
);

create table company_holiday (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  -- null: everywhere
  location_id uuid,
  name text not null,
  first_on date not null,
  last_on date not null check (last_on >= first_on),
  is_yearly boolean not null default false,
  primary key (organization_id, id)
);

alter table territory add column location_id uuid;

alter table complaint
  -- whose calendar counts: kept from the intake, so that nothing moves when territories change
  add column location_id uuid,
  -- since when the deadlines run, when not since receipt: it was reopened
  add column reckoned_from timestamptz,
  add column first_answer_warned_at timestamptz,
  add column resolution_warned_at timestamptz;

create table complaint_pause (
  organization_id uuid not null,
  id uuid not null,
  complaint_id uuid not null,
  reason text not null,
  -- on this day it goes on by itself at the latest
  until_on date not null,
  from_at timestamptz not null,
  until_at timestamptz,
  started_by uuid,
  ended_by uuid,
  primary key (organization_id, id),
  foreign key (organization_id, complaint_id) references complaint
);
create index complaint_pause_complaint on complaint_pause (organization_id, complaint_id, from_at);
create unique index complaint_pause_running on complaint_pause (organization_id, complaint_id) where until_at is null;

do $$
declare t text;
begin
  foreach t in array array['location', 'company_holiday', 'complaint_pause'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy same_organization on %I using (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to kundencockpit_app', t);
  end loop;
end $$;
