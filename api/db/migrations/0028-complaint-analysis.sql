-- The figures of every complaint, reckoned by the rules of its deadlines once it changed, so that a hundred thousand of them
-- are added up at once: a change of a complaint marks it as due, and who asks for figures (or the sweep) reckons it anew.

alter table organization
  add column complaint_analysis_version int not null default 1,
  -- figures of single persons: off unless the administration wants them (works council)
  add column ranks_complaint_owners boolean not null default false;

create table complaint_figure (
  organization_id uuid not null,
  complaint_id uuid not null,
  customer_id uuid not null,
  owner_id uuid not null,
  location_id uuid,
  cause_id uuid,
  -- that of the largest line of its order
  product_group_id uuid,
  -- in the company's time zone
  received_on date not null,
  -- working minutes, without those paused; null until it happened
  registration_minutes int,
  first_answer_minutes int,
  resolution_minutes int,
  first_answer_kept boolean,
  resolution_kept boolean,
  -- a deadline still open is missed from this moment on; null while it stands still or is settled
  first_answer_due_at timestamptz,
  resolution_due_at timestamptz,
  cost_cents bigint not null default 0,
  is_repeat boolean not null default false,
  primary key (organization_id, complaint_id),
  foreign key (organization_id, complaint_id) references complaint
);
create index complaint_figure_received on complaint_figure (organization_id, received_on, complaint_id);

create table complaint_figure_due (
  organization_id uuid not null,
  complaint_id uuid not null,
  -- written anew by every change: whoever reckons passes over a row that somebody is just writing
  at timestamptz not null default now(),
  primary key (organization_id, complaint_id)
);

create function mark_complaint_figure() returns trigger language plpgsql as $$
begin
  insert into complaint_figure_due (organization_id, complaint_id) values (new.organization_id, new.id)
  on conflict (organization_id, complaint_id) do update set at = excluded.at;
  return null;
end $$;
create trigger complaint_figure_due after insert or update on complaint
  for each row execute function mark_complaint_figure();

insert into complaint_figure_due (organization_id, complaint_id) select organization_id, id from complaint;

-- complaints per 100 orders of a period
create index sales_order_ordered on sales_order (organization_id, ordered_on, customer_id);

do $$
declare t text;
begin
  foreach t in array array['complaint_figure', 'complaint_figure_due'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy same_organization on %I using (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to kundencockpit_app', t);
  end loop;
end $$;
