-- Attributes (Merkmale): fields that the company defines itself. Their values stand in the record, keyed by attribute id,
-- so that renaming, retiring or hiding an attribute never touches a record.
create table attribute (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  record_kind text not null check (record_kind in ('customer', 'contact')),
  key text collate "C" not null,
  label_de text not null,
  label_en text not null,
  type text not null check (type in ('text', 'number', 'date', 'yes_no', 'choice', 'multiple_choice', 'money')),
  -- [{"id": …, "labelDe": …, "labelEn": …, "retired": false}]; values name the id, so labels may change
  choices jsonb not null default '[]',
  group_name text,
  required boolean not null default false,
  visible_to text[] not null default '{sales,manager,admin}',
  searchable boolean not null default false,
  position int not null default 0,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, record_kind, key)
);

alter table customer add column attributes jsonb not null default '{}';
alter table contact add column attributes jsonb not null default '{}';

-- Lists that people keep: what is asked, which columns, which order. Whose rows they show depends on who opens them.
create table saved_list (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  kind text not null,
  name text not null,
  definition jsonb not null,
  owner_id uuid not null,
  shared_with text not null default 'own' check (shared_with in ('own', 'team', 'all')),
  editable_by text not null default 'owner' check (editable_by in ('owner', 'readers')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id)
);
create index saved_list_name on saved_list (organization_id, name collate "und-x-icu", id);

do $$
declare t text;
begin
  foreach t in array array['attribute', 'saved_list'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy same_organization on %I using (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to kundencockpit_app', t);
  end loop;
end $$;
