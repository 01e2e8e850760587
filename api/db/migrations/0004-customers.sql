-- Customers and contacts in full: groups, sites, why a territory, blocking, roles, kinds of numbers, consents with history.

alter table customer
  -- the company this one belongs to (a group of companies); circles are refused by the use-case under a lock
  add column parent_id uuid,
  add column sector text,
  -- set: an administrator put the customer on that territory's list, which beats every other rule
  add column listed_territory_id uuid,
  -- the rule that gave territory_id, with the prefix or sector it went by; null: taken over as it came
  add column territory_rule text check (territory_rule in ('list', 'sector', 'postcode', 'owner')),
  add column territory_rule_value text,
  add column blocked_reason text,
  add column blocked_by uuid,
  add column archived_by uuid,
  add column updated_by uuid,
  add constraint customer_parent_fkey foreign key (organization_id, parent_id) references customer,
  add constraint customer_parent_check check (parent_id <> id);
create index customer_parent on customer (organization_id, parent_id) where parent_id is not null;
create index customer_listed on customer (organization_id, listed_territory_id) where listed_territory_id is not null;
create index customer_sector on customer (organization_id, sector) where sector is not null;
create index customer_target_group on customer (organization_id, target_group) where target_group is not null;

alter table territory
  add column version int not null default 1,
  add column sectors text[] not null default '{}';

alter table contact
  add column salutation text check (salutation in ('ms', 'mr', 'neutral')),
  add column title text,
  add column roles text[] not null default '{}',
  add column archived_by uuid,
  add column updated_by uuid;
alter table contact_email
  add column kind text not null default 'work' check (kind in ('work', 'private', 'other'));
alter table contact_phone
  add column kind text not null default 'work' check (kind in ('work', 'mobile', 'central', 'private', 'fax'));

-- Further addresses; the main one stands in the customer itself.
create table customer_address (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  customer_id uuid not null,
  kind text not null check (kind in ('delivery', 'invoice', 'site')),
  label text not null default '',
  street text,
  postcode text,
  city text,
  country text not null default 'DE',
  removed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer
);
create index customer_address_customer on customer_address (organization_id, customer_id, kind, id) where removed_at is null;

-- Everything a person ever said about being written to or called; consent holds what counts now.
alter table consent drop constraint consent_channel_check;
alter table consent add constraint consent_channel_check check (channel in ('email', 'phone', 'letter', 'sms'));
create table consent_event (
  organization_id uuid not null references organization,
  id uuid not null,
  contact_id uuid not null,
  channel text not null check (channel in ('email', 'phone', 'letter', 'sms')),
  step text not null check (step in ('allowed', 'withdrawn', 'objected', 'objection_lifted')),
  source text not null,
  at timestamptz not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, contact_id) references contact
);
create index consent_event_contact on consent_event (organization_id, contact_id, at desc, id desc);
insert into consent_event (organization_id, id, contact_id, channel, step, source, at, recorded_at)
select s.organization_id, gen_random_uuid(), s.contact_id, s.channel, s.state, s.basis, s.since::timestamptz, now()
from consent s join contact k on k.organization_id = s.organization_id and k.id = s.contact_id;

-- Lists that the company maintains itself. Customers and contacts carry the name, so that imports and filters are plain.
create table choice (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  kind text not null check (kind in ('target_group', 'sector', 'contact_role')),
  name text not null,
  position int not null default 0,
  primary key (organization_id, id)
);
create unique index choice_name on choice (organization_id, kind, lower(name));

-- every organisation begins with lists that fit most trades; what customers already carry is on them
create function begin_choices(org uuid) returns void language sql as $$
  insert into choice (organization_id, id, kind, name, position)
  select org, gen_random_uuid(), kind, name, position
  from (values
    ('target_group', 'Verarbeiter', 0), ('target_group', 'Händler', 1), ('target_group', 'Kommune', 2),
    ('target_group', 'Privat', 3),
    ('sector', 'Metallbau', 0), ('sector', 'Schreinerei und Innenausbau', 1), ('sector', 'Bau und Ausbau', 2),
    ('sector', 'Handel', 3), ('sector', 'Industrie', 4), ('sector', 'Öffentliche Hand', 5),
    ('contact_role', 'Entscheider', 0), ('contact_role', 'Einkauf', 1), ('contact_role', 'Technik', 2),
    ('contact_role', 'Buchhaltung', 3), ('contact_role', 'Montage', 4), ('contact_role', 'Empfang', 5)
  ) as first (kind, name, position)
  on conflict do nothing
$$;
create function begin_organization() returns trigger language plpgsql as $$
begin
  perform begin_choices(NEW.organization_id);
  return null;
end $$;
create trigger organization_choices after insert on organization for each row execute function begin_organization();
select begin_choices(organization_id) from organization;
insert into choice (organization_id, id, kind, name, position)
select organization_id, gen_random_uuid(), 'target_group', target_group, 100
from (select distinct on (organization_id, lower(target_group)) organization_id, target_group from customer
  where target_group is not null) used
on conflict do nothing;

do $$
declare t text;
begin
  foreach t in array array['customer_address', 'consent_event', 'choice'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy same_organization on %I using (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to kundencockpit_app', t);
  end loop;
end $$;
