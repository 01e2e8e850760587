-- Import from the ERP: sources with their column maps, files on the server's disk, runs with progress, and what undoes them.

-- terms as the ERP knows them (payment_term_days stands in the spine)
alter table customer add column if not exists discount_percent numeric(5, 2);
alter table customer add column if not exists discount_days int;
alter table customer add column if not exists credit_limit_cents bigint;
alter table customer add column if not exists delivery_terms text;

create table import_source (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  name text not null,
  kind text not null,
  place text not null check (place in ('upload', 'folder', 'endpoint')),
  -- the file's name in the import folder, or the endpoint's address
  location text,
  auth_kind text not null default 'none' check (auth_kind in ('none', 'basic', 'bearer', 'api_key')),
  -- the user of Basic, the header's name of an API key
  auth_name text,
  -- sealed with the key of the settings; never answered
  secret text,
  -- {"columns": {"name": {"column": "Firma", "rule": "edits"}}, "decimal": ",", …}
  map jsonb not null default '{}',
  is_full_load boolean not null default false,
  -- every day at this time of the organisation's zone
  run_at time,
  next_run_at timestamptz,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  primary key (organization_id, id)
);
create unique index import_source_name on import_source (organization_id, lower(name)) where archived_at is null;
create index import_source_next on import_source (next_run_at) where next_run_at is not null and archived_at is null;

-- an uploaded file; its bytes lie under the data folder
create table import_file (
  organization_id uuid not null references organization,
  id uuid not null,
  name text not null,
  size_bytes bigint not null,
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  removed_at timestamptz,
  primary key (organization_id, id)
);
create index import_file_age on import_file (uploaded_at) where removed_at is null;

create table import_run (
  organization_id uuid not null references organization,
  id uuid not null,
  source_id uuid,
  kind text not null,
  file_id uuid,
  file_name text not null,
  is_dry_run boolean not null,
  -- what the run works with, as it was when it was started
  settings jsonb not null,
  state text not null default 'waiting'
    check (state in ('waiting', 'fetching', 'checking', 'writing', 'finishing', 'done', 'failed', 'cancelled', 'undoing', 'undone')),
  rows_total int,
  rows_read int not null default 0,
  created int not null default 0,
  changed int not null default 0,
  same int not null default 0,
  wrong int not null default 0,
  -- rows where a person's newer edit stayed
  kept int not null default 0,
  -- known from earlier runs and no longer in a full load
  missing int not null default 0,
  problem jsonb,
  cancel_asked boolean not null default false,
  started_by uuid,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  undo_kept int not null default 0,
  primary key (organization_id, id)
);
create index import_run_newest on import_run (organization_id, created_at desc, id desc);
create index import_run_source on import_run (organization_id, source_id, created_at desc);

-- a row that could not be taken, or of which something was left as a person wrote it
create table import_problem (
  organization_id uuid not null,
  run_id uuid not null,
  no int not null,
  line int not null,
  is_note boolean not null default false,
  problem text not null,
  column_name text not null default '',
  value text not null default '',
  cells jsonb,
  primary key (organization_id, run_id, no)
);

-- what a run did to each record; values before are what undo puts back
create table import_change (
  organization_id uuid not null,
  run_id uuid not null,
  no bigint not null,
  table_name text not null,
  record_id uuid not null,
  -- the position of an order line, 0 otherwise
  part int not null default 0,
  action text not null check (action in ('created', 'changed', 'removed')),
  before jsonb,
  after jsonb,
  undo_state text check (undo_state in ('undone', 'kept')),
  undo_reason text,
  primary key (organization_id, run_id, no)
);
create index import_change_record on import_change (organization_id, record_id);

-- the keys a run has met: repeated ones are found by it, and those missing in a full load; emptied at its end
create table import_key (
  organization_id uuid not null,
  run_id uuid not null,
  key text collate "C" not null,
  line int not null,
  primary key (organization_id, run_id, key)
);

-- what a source said last about a record: tells a person's edit from an older import
create table import_memory (
  organization_id uuid not null,
  source_id uuid not null,
  kind text not null,
  key text collate "C" not null,
  record_id uuid not null,
  fields jsonb not null,
  primary key (organization_id, source_id, kind, key)
);
create index import_memory_record on import_memory (organization_id, record_id);

-- whose figures have to be reckoned anew at the end of a run, and how many lines an order has got so far
create table import_touched (
  organization_id uuid not null,
  run_id uuid not null,
  kind text not null check (kind in ('customer', 'order')),
  record_id uuid not null,
  lines int not null default 0,
  primary key (organization_id, run_id, kind, record_id)
);

do $$
declare t text;
begin
  foreach t in array array['import_source', 'import_file', 'import_run', 'import_problem', 'import_change', 'import_key', 'import_memory', 'import_touched'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy same_organization on %I using (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to kundencockpit_app', t);
  end loop;
end $$;
