-- Visits (Besuche): planned by class and territory, in the calendar of the person who goes there, prepared, reported.

alter table visit
  add column version int not null default 1,
  add column kind text not null default 'visit' check (kind in ('visit', 'first_contact')),
  add column duration_minutes int not null default 60 check (duration_minutes between 5 and 1440),
  add column subject text not null default '',
  add column place text,
  add column note text,
  add column cancelled_at timestamptz,
  add column cancelled_by uuid,
  add column cancel_reason text,
  add column created_by uuid,
  add column created_at timestamptz not null default now(),
  -- none: not to stand in a calendar (told afterwards); the others as a follow-up's way to To Do
  add column calendar_state text not null default 'none'
    check (calendar_state in ('none', 'pending', 'in_calendar', 'waiting_for_sign_in', 'failed')),
  add column calendar_problem text,
  add column calendar_next_attempt_at timestamptz,
  add column calendar_event_id text,
  add column calendar_link text,
  -- what the calendar was last told; a difference to version is what a job still has to send
  add column calendar_sent_version int,
  -- counted up when an appointment deleted in Outlook is made anew, so that it is not taken for the first one
  add column calendar_round int not null default 0;
create index visit_calendar on visit (organization_id, user_id, calendar_state) where calendar_state in ('pending', 'waiting_for_sign_in', 'failed');
create index visit_event on visit (organization_id, calendar_event_id) where calendar_event_id is not null;

-- whom one means to meet; the report says whom one met
create table visit_contact (
  organization_id uuid not null,
  visit_id uuid not null,
  contact_id uuid not null,
  is_met boolean not null default false,
  primary key (organization_id, visit_id, contact_id)
);

create table visit_report (
  organization_id uuid not null,
  visit_id uuid not null,
  version int not null default 1,
  customer_id uuid not null,
  activity_id uuid not null,
  result text not null check (result in ('order', 'quote_wanted', 'good_talk', 'nothing', 'not_met')),
  summary text not null default '',
  agreements text not null default '',
  next_visit_on date,
  -- first contact: what was shown, and what this customer could buy in a year
  presented text not null default '',
  potential_cents bigint,
  complaint_id uuid,
  reported_by uuid not null,
  reported_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, visit_id)
);
create index visit_report_customer on visit_report (organization_id, customer_id, reported_at desc);
create index visit_report_activity on visit_report (organization_id, activity_id);

create table visit_product_group (
  organization_id uuid not null,
  visit_id uuid not null,
  product_group_id uuid not null,
  interest text not null default 'talked' check (interest in ('talked', 'interested', 'not_interested')),
  primary key (organization_id, visit_id, product_group_id)
);

-- the company's own questions, asked at visits
create table visit_question (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  position int not null default 0,
  text text not null,
  kind text not null check (kind in ('yes_no', 'score', 'text')),
  first_contact_only boolean not null default false,
  archived_at timestamptz,
  primary key (organization_id, id)
);

create table visit_answer (
  organization_id uuid not null,
  visit_id uuid not null,
  question_id uuid not null,
  -- as it was asked: questions are reworded
  question_text text not null,
  answer text not null,
  primary key (organization_id, visit_id, question_id)
);
create index visit_answer_question on visit_answer (organization_id, question_id);

-- prices heard on the market
create table price_heard (
  organization_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  product_group_id uuid,
  product_text text not null default '',
  competitor text not null default '',
  price_cents bigint not null,
  unit text not null default 'Stück',
  heard_on date not null,
  heard_by uuid,
  visit_id uuid,
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer
);
create index price_heard_customer on price_heard (organization_id, customer_id, heard_on desc);
create index price_heard_visit on price_heard (organization_id, visit_id) where visit_id is not null;

-- when a person's calendar was last compared with the plan
create table calendar_sync (
  organization_id uuid not null,
  user_id uuid not null,
  synced_at timestamptz not null,
  primary key (organization_id, user_id)
);

do $$
declare t text;
begin
  foreach t in array array['visit_contact', 'visit_report', 'visit_product_group', 'visit_question', 'visit_answer',
    'price_heard', 'calendar_sync'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy same_organization on %I using (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to kundencockpit_app', t);
  end loop;
end $$;
