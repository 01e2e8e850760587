-- Mails that are never logged, and conversations whose replies are: what logs by itself asks both.

-- owner_id null: for the whole company
create table never_log (
  organization_id uuid not null references organization,
  id uuid not null,
  kind text not null check (kind in ('address', 'domain')),
  value text collate "C" not null,
  owner_id uuid,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (organization_id, id)
);
create unique index never_log_value on never_log
  (organization_id, value, coalesce(owner_id, '00000000-0000-0000-0000-000000000000'::uuid));

-- one person's choice for one conversation
create table mail_thread (
  organization_id uuid not null references organization,
  id uuid not null,
  user_id uuid not null,
  conversation_id text collate "C" not null,
  customer_id uuid not null,
  mode text not null check (mode in ('offer', 'automatic')),
  subject text not null,
  started_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, user_id, conversation_id),
  foreign key (organization_id, customer_id) references customer on delete cascade
);
create index mail_thread_customer on mail_thread (organization_id, customer_id);
create trigger follow_merged before insert on mail_thread for each row execute function follow_merged_customer();

-- null: somebody pressed "Ablegen"; else the rule by which it was logged
alter table activity add column logged_by_rule text check (logged_by_rule in ('reply', 'sent'));

do $$
declare t text;
begin
  foreach t in array array['never_log', 'mail_thread'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy same_organization on %I using (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to kundencockpit_app', t);
  end loop;
end $$;
