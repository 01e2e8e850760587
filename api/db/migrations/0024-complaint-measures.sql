-- What is done about a complaint, what it costs, and who agreed: goodwill above one's own limit needs a second person.
-- "Never drag one out": every open complaint has a day on which somebody looks at it again.

alter table organization
  add column goodwill_version int not null default 1,
  -- null: no limit
  add column goodwill_sales_cents bigint default 25000 check (goodwill_sales_cents >= 0),
  add column goodwill_manager_cents bigint default 200000 check (goodwill_manager_cents >= 0),
  add column goodwill_admin_cents bigint default 25000 check (goodwill_admin_cents >= 0);

create table complaint_measure (
  organization_id uuid not null,
  id uuid not null,
  complaint_id uuid not null,
  kind text not null check (kind in ('replacement', 'credit', 'repair', 'apology', 'goodwill')),
  text text not null default '',
  cost_cents bigint not null default 0 check (cost_cents >= 0),
  state text not null check (state in ('agreed', 'requested', 'refused')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  -- whose decision it waits for; any other manager may take it
  decider_id uuid,
  decided_by uuid,
  decided_at timestamptz,
  decision text,
  primary key (organization_id, id),
  foreign key (organization_id, complaint_id) references complaint,
  -- four eyes: nobody agrees to his own request
  check (decided_by is null or decided_by <> asked_by)
);
create index complaint_measure_complaint on complaint_measure (organization_id, complaint_id, asked_at);
create index complaint_measure_requested on complaint_measure (organization_id, decider_id) where state = 'requested';

alter table complaint
  add column next_on date,
  -- the next_on that passed without anything happening, once it was told
  add column reminded_on date;
update complaint c set next_on = (case when c.answered_at is null then c.first_answer_due_at else c.resolution_due_at end
    at time zone org.time_zone)::date
from organization org where org.organization_id = c.organization_id and c.state <> 'closed';

alter table complaint_measure enable row level security;
create policy same_organization on complaint_measure
  using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
grant select, insert, update, delete on complaint_measure to kundencockpit_app;
