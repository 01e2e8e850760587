-- The spine: who works here, whom we sell to, what was said, what is to do, what went wrong, and what the ERP knows.
-- Every table starts with organization_id (the Entra tenant); it leads every key and index, so the schema shards by it.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

create table organization (
  organization_id uuid primary key,
  name text not null,
  internal_domains text[] not null default '{}',
  time_zone text not null default 'Europe/Berlin',
  holiday_region text not null default 'DE-BW',
  workday_start time not null default '08:00',
  workday_end time not null default '17:00',
  -- rating thresholds (cents, percent): A from, B from; 1 from, 2 from potential (100 - share of wallet)
  rating_a_cents bigint not null default 10000000,
  rating_b_cents bigint not null default 2500000,
  -- strategy per cell, visits per year: {"A1": 12, …}
  visits_per_year jsonb not null default '{"A1":12,"A2":6,"A3":4,"B1":6,"B2":4,"B3":2,"C1":4,"C2":2,"C3":1}',
  customer_visibility text not null default 'territory' check (customer_visibility in ('territory', 'all')),
  settings jsonb not null default '{}'
);

create table app_user (
  organization_id uuid not null references organization,
  id uuid not null,
  entra_oid uuid not null,
  short_name text not null,
  name text not null,
  email text not null,
  job_title text,
  role text check (role in ('sales', 'manager', 'admin', 'partner')),
  manager_id uuid,
  deputy_id uuid,
  teams_conversation_id text,
  active boolean not null default true,
  last_seen_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, entra_oid),
  unique (organization_id, email)
);

create table territory (
  organization_id uuid not null references organization,
  id uuid not null,
  name text not null,
  postcode_prefixes text[] not null default '{}',
  owner_id uuid,
  primary key (organization_id, id)
);

create table user_territory (
  organization_id uuid not null,
  user_id uuid not null,
  territory_id uuid not null,
  primary key (organization_id, user_id, territory_id)
);

create table customer (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number text collate "C",
  name text not null,
  kind text not null default 'company' check (kind in ('company', 'private')),
  phase text not null default 'acquisition' check (phase in ('acquisition', 'development', 'retention', 'win_back')),
  street text,
  postcode text,
  city text,
  country text not null default 'DE',
  phone text,
  phone_normalized text collate "C",
  target_group text,
  employees int,
  share_of_wallet_percent numeric(5, 2),
  payment_term_days int,
  competitor text,
  customer_since date,
  owner_id uuid,
  territory_id uuid,
  legal_basis text not null default 'contract',
  rating_letter text check (rating_letter in ('A', 'B', 'C')),
  rating_digit text check (rating_digit in ('1', '2', '3')),
  revenue_12_months_cents bigint not null default 0,
  customer_value_cents bigint,
  last_order_on date,
  usual_order_days int,
  blocked_at timestamptz,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create unique index customer_number on customer (organization_id, number) where number is not null;
create index customer_owner on customer (organization_id, owner_id);
create index customer_territory on customer (organization_id, territory_id, rating_letter, rating_digit);
create index customer_name on customer (organization_id, name collate "und-x-icu", id);
create index customer_phone on customer (organization_id, phone_normalized) where phone_normalized is not null;

create table customer_domain (
  organization_id uuid not null,
  domain text not null,
  customer_id uuid not null,
  primary key (organization_id, domain, customer_id)
);
create index customer_domain_customer on customer_domain (organization_id, customer_id);

create table customer_share (
  organization_id uuid not null,
  customer_id uuid not null,
  user_id uuid not null,
  primary key (organization_id, user_id, customer_id)
);

create table contact (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  customer_id uuid not null,
  name text not null,
  job_title text,
  language text check (language in ('de', 'en')),
  legal_basis text not null default 'contract',
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer
);
create index contact_customer on contact (organization_id, customer_id, name);

-- addresses are kept lower case; position 0 is the main one
create table contact_email (
  organization_id uuid not null,
  address text collate "C" not null,
  contact_id uuid not null,
  -- a column of its own: an index on the expression is not used under row-level security
  domain text collate "C" not null generated always as (split_part(address, '@', 2)) stored,
  position int not null default 0,
  primary key (organization_id, address, contact_id)
);
create index contact_email_contact on contact_email (organization_id, contact_id, position);
create index contact_email_domain on contact_email (organization_id, domain);

create table contact_phone (
  organization_id uuid not null,
  contact_id uuid not null,
  position int not null default 0,
  number text not null,
  normalized text collate "C" not null,
  primary key (organization_id, contact_id, position)
);
create index contact_phone_number on contact_phone (organization_id, normalized);

create table consent (
  organization_id uuid not null,
  contact_id uuid not null,
  channel text not null check (channel in ('email', 'phone', 'letter')),
  state text not null check (state in ('allowed', 'objected')),
  basis text not null,
  since date not null,
  primary key (organization_id, contact_id, channel)
);

-- what a person corrected by hand: this address belongs to that customer
create table match_correction (
  organization_id uuid not null,
  address text not null,
  customer_id uuid not null,
  corrected_by uuid not null,
  corrected_at timestamptz not null,
  primary key (organization_id, address)
);

create table activity (
  organization_id uuid not null references organization,
  id uuid not null,
  customer_id uuid not null,
  contact_id uuid,
  kind text not null,
  direction text not null check (direction in ('inbound', 'outbound')),
  subject text not null,
  body_text text not null default '',
  occurred_at timestamptz not null,
  duration_minutes int,
  visibility text not null default 'team' check (visibility in ('me', 'team', 'all')),
  message_id text,
  conversation_id text,
  from_address text,
  has_quoted_history boolean not null default false,
  logged_by uuid,
  logged_at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer
);
create index activity_customer on activity (organization_id, customer_id, occurred_at desc, id desc) where undone_at is null;
-- the same mail is logged once per organisation, whoever has a copy of it
create unique index activity_message on activity (organization_id, message_id) where undone_at is null and message_id is not null;
create index activity_conversation on activity (organization_id, conversation_id, logged_at desc) where undone_at is null and conversation_id is not null;

create table activity_link (
  organization_id uuid not null,
  activity_id uuid not null,
  kind text not null check (kind in ('complaint', 'quote', 'order', 'invoice', 'project')),
  record_id uuid not null,
  label text not null,
  primary key (organization_id, activity_id, kind, record_id)
);
create index activity_link_record on activity_link (organization_id, kind, record_id);

create table attachment_content (
  organization_id uuid not null,
  sha256 bytea not null,
  bytes bytea not null,
  primary key (organization_id, sha256)
);

create table attachment (
  organization_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  name text not null,
  content_type text not null,
  size_bytes bigint not null,
  state text not null default 'pending' check (state in ('pending', 'stored', 'waiting_for_sign_in', 'failed', 'refused')),
  problem text,
  sha256 bytea,
  -- where the bytes are fetched from with the logging user's own token
  graph_mailbox text,
  graph_message_id text,
  graph_attachment_id text,
  primary key (organization_id, id)
);
create index attachment_activity on attachment (organization_id, activity_id);

create table follow_up (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  customer_id uuid not null,
  owner_id uuid not null,
  title text not null,
  due_on date not null,
  activity_id uuid,
  complaint_id uuid,
  mail_link text,
  completed_at timestamptz,
  completed_by uuid,
  to_do_state text not null default 'pending' check (to_do_state in ('pending', 'in_to_do', 'waiting_for_sign_in', 'failed')),
  to_do_problem text,
  to_do_next_attempt_at timestamptz,
  to_do_list_id text,
  to_do_task_id text,
  -- what To Do was last told; a difference to the row is what a job still has to send
  to_do_sent_version int,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer
);
create index follow_up_customer on follow_up (organization_id, customer_id, due_on) where completed_at is null;
create index follow_up_owner on follow_up (organization_id, owner_id, due_on) where completed_at is null;
create index follow_up_to_do on follow_up (organization_id, owner_id, to_do_state) where to_do_state <> 'in_to_do';
create index follow_up_task on follow_up (organization_id, to_do_task_id) where to_do_task_id is not null;

-- where the delta query of a user's To Do list stands
create table to_do_sync (
  organization_id uuid not null,
  user_id uuid not null,
  list_id text,
  delta_link text,
  synced_at timestamptz,
  primary key (organization_id, user_id)
);

create table complaint (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number text collate "C" not null,
  customer_id uuid not null,
  title text not null,
  description text not null default '',
  category text not null,
  severity text not null check (severity in ('low', 'medium', 'high')),
  state text not null default 'open' check (state in ('open', 'in_progress', 'answered', 'closed')),
  order_id uuid,
  owner_id uuid not null,
  reported_by uuid,
  received_at timestamptz not null,
  first_answer_due_at timestamptz not null,
  first_answer_hours numeric(6, 2) not null,
  resolution_due_at timestamptz not null,
  resolution_hours numeric(6, 2) not null,
  answered_at timestamptz,
  closed_at timestamptz,
  outcome text,
  proposal text,
  proposed_goodwill_cents bigint,
  activity_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, customer_id) references customer
);
create index complaint_customer on complaint (organization_id, customer_id, received_at desc);
create index complaint_open on complaint (organization_id, first_answer_due_at) where state <> 'closed';
create index complaint_owner on complaint (organization_id, owner_id) where state <> 'closed';

create table complaint_event (
  organization_id uuid not null,
  id uuid not null,
  complaint_id uuid not null,
  at timestamptz not null,
  by_id uuid,
  kind text not null,
  text text not null default '',
  primary key (organization_id, id)
);
create index complaint_event_complaint on complaint_event (organization_id, complaint_id, at);

create table escalation (
  organization_id uuid not null,
  id uuid not null,
  complaint_id uuid not null,
  reason text not null check (reason in ('severity_and_class', 'deadline_missed')),
  level int not null default 1,
  state text not null default 'open' check (state in ('open', 'taken_over', 'asked_back', 'decided', 'stopped')),
  raised_at timestamptz not null,
  raised_by uuid,
  turn_id uuid,
  -- when the case goes on to the deputy unless somebody acts
  deputy_at timestamptz,
  proposal text,
  question text,
  decided_by uuid,
  decided_at timestamptz,
  decision text,
  goodwill_cents bigint,
  card_state text not null default 'pending' check (card_state in ('pending', 'sent', 'failed', 'none')),
  primary key (organization_id, id),
  foreign key (organization_id, complaint_id) references complaint
);
-- one running escalation per complaint
create unique index escalation_running on escalation (organization_id, complaint_id) where state not in ('decided', 'stopped');
create index escalation_complaint on escalation (organization_id, complaint_id, raised_at desc);
create index escalation_turn on escalation (organization_id, turn_id) where state not in ('decided', 'stopped');

-- the one card each person has of an escalation, edited in place; without activity_id it is still to be posted
create table escalation_card (
  organization_id uuid not null,
  escalation_id uuid not null,
  user_id uuid not null,
  conversation_id text,
  activity_id text,
  -- until then one job is posting it; another one leaves it alone
  claimed_until timestamptz,
  primary key (organization_id, escalation_id, user_id)
);

-- every press of a button that acted, so that a second press answers the first result
create table escalation_press (
  organization_id uuid not null,
  escalation_id uuid not null,
  dedupe_key text not null,
  pressed_by uuid not null,
  pressed_at timestamptz not null,
  primary key (organization_id, escalation_id, dedupe_key)
);

create table number_series (
  organization_id uuid not null,
  kind text not null,
  year int not null,
  last int not null,
  primary key (organization_id, kind, year)
);

-- ── ERP documents ──
create table product_group (
  organization_id uuid not null,
  id uuid not null,
  name text not null,
  primary key (organization_id, id)
);

create table product (
  organization_id uuid not null,
  id uuid not null,
  number text not null,
  name text not null,
  group_id uuid,
  unit text not null default 'Stück',
  primary key (organization_id, id),
  unique (organization_id, number)
);

create table quote (
  organization_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  customer_id uuid not null,
  title text not null,
  total_cents bigint not null,
  chance_percent int,
  sent_on date not null,
  valid_until date,
  state text not null default 'open' check (state in ('open', 'won', 'lost', 'expired')),
  primary key (organization_id, id),
  unique (organization_id, number)
);
create index quote_customer on quote (organization_id, customer_id, sent_on desc);

create table sales_order (
  organization_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  customer_id uuid not null,
  ordered_on date not null,
  delivered_on date,
  total_cents bigint not null,
  margin_cents bigint,
  primary key (organization_id, id),
  unique (organization_id, number)
);
create index sales_order_customer on sales_order (organization_id, customer_id, ordered_on desc) include (total_cents);

create table order_line (
  organization_id uuid not null,
  order_id uuid not null,
  position int not null,
  product_id uuid,
  text text not null,
  quantity numeric(14, 3) not null,
  net_cents bigint not null,
  primary key (organization_id, order_id, position)
);

-- revenue per customer and month, kept by whatever writes orders: the cockpit reads this, never the lines
create table revenue_month (
  organization_id uuid not null,
  customer_id uuid not null,
  month date not null,
  cents bigint not null,
  primary key (organization_id, customer_id, month)
);

create table invoice (
  organization_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  customer_id uuid not null,
  order_id uuid,
  invoiced_on date not null,
  due_on date not null,
  total_cents bigint not null,
  paid_cents bigint not null default 0,
  paid_on date,
  reminder_on date,
  primary key (organization_id, id),
  unique (organization_id, number)
);
create index invoice_open on invoice (organization_id, customer_id, due_on) where paid_on is null;

create table project (
  organization_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  name text not null,
  sum_cents bigint,
  phase text not null,
  primary key (organization_id, id)
);
create index project_customer on project (organization_id, customer_id);

create table visit (
  organization_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  user_id uuid not null,
  starts_at timestamptz not null,
  reported_at timestamptz,
  primary key (organization_id, id)
);
create index visit_customer on visit (organization_id, customer_id, starts_at desc);
create index visit_user on visit (organization_id, user_id, starts_at);

create table rating_history (
  organization_id uuid not null,
  customer_id uuid not null,
  on_day date not null,
  letter text not null,
  digit text not null,
  primary key (organization_id, customer_id, on_day)
);

create table customer_product_group (
  organization_id uuid not null,
  customer_id uuid not null,
  group_id uuid not null,
  primary key (organization_id, customer_id, group_id)
);

-- Texts that are looked up by their beginning (numbers, addresses, words) are compared by code point ("C"):
-- then a plain >= and < uses the index, on both databases and under row-level security.
-- ── forgiving search: distinct words, the same with letters left out, and where each word stands ──
create table search_word (
  organization_id uuid not null,
  word text collate "C" not null,
  records int not null default 0,
  primary key (organization_id, word)
);
create table search_delete (
  organization_id uuid not null,
  variant text collate "C" not null,
  word text collate "C" not null,
  primary key (organization_id, variant, word)
);
create table search_posting (
  organization_id uuid not null,
  word text collate "C" not null,
  kind text not null,
  record_id uuid not null,
  customer_id uuid not null,
  primary key (organization_id, word, kind, record_id)
);
create index search_posting_record on search_posting (organization_id, record_id);

-- ── work outside the database: written in the transaction of the change, done at least once ──
create table job (
  organization_id uuid not null references organization,
  id uuid not null,
  name text not null,
  payload jsonb not null,
  -- at most one waiting job of a name per key
  singleton_key text,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'dead')),
  run_at timestamptz not null,
  -- a running job whose lock has run out died with its process and is taken again
  locked_until timestamptz,
  attempts int not null default 0,
  last_error text,
  created_at timestamptz not null,
  primary key (organization_id, id)
);
create index job_due on job (run_at) where state = 'waiting';
create index job_running on job (locked_until) where state = 'running';
create unique index job_singleton on job (organization_id, name, singleton_key) where state = 'waiting' and singleton_key is not null;

-- ── promises: idempotency and audit ──
create table idempotency_key (
  organization_id uuid not null,
  user_id uuid not null,
  key text not null,
  endpoint text not null,
  input_hash bytea not null,
  status int,
  reply jsonb,
  created_at timestamptz not null,
  primary key (organization_id, user_id, key)
);
create index idempotency_key_age on idempotency_key (created_at);

create table audit (
  organization_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  user_id uuid,
  action text not null,
  record_kind text not null,
  record_id uuid not null,
  before jsonb,
  after jsonb,
  source text not null,
  request_id text,
  primary key (organization_id, id)
);
create index audit_record on audit (organization_id, record_kind, record_id, at desc);

-- ── second net: row-level security by organisation. '' means nobody. ──
do $$
declare t text;
begin
  if not exists (select from pg_roles where rolname = 'kundencockpit_app') then
    create role kundencockpit_app nologin;
  end if;
  execute format('grant kundencockpit_app to %I', current_user);
  for t in select tablename from pg_tables where schemaname = current_schema() and tablename <> 'schema_migration' loop
    continue when not exists (select from information_schema.columns where table_schema = current_schema() and table_name = t and column_name = 'organization_id');
    execute format('alter table %I enable row level security', t);
    execute format('create policy same_organization on %I using (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to kundencockpit_app', t);
  end loop;
  execute format('grant usage on schema %I to kundencockpit_app', current_schema());
end $$;
