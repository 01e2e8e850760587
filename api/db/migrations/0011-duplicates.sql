-- Duplicates: pairs that may be the same customer, and merges that can be taken back row by row.

-- an archived record whose rows another one has taken over
alter table customer add column merged_into_id uuid;
alter table contact add column merged_into_id uuid;
alter table customer add constraint customer_merged_fkey foreign key (organization_id, merged_into_id) references customer
  on delete set null (merged_into_id);
alter table contact add constraint contact_merged_fkey foreign key (organization_id, merged_into_id) references contact
  on delete set null (merged_into_id);
create index customer_merged on customer (organization_id, merged_into_id) where merged_into_id is not null;
create index contact_merged on contact (organization_id, merged_into_id) where merged_into_id is not null;
-- looking for the same address, before creating and at night
create index customer_postcode on customer (organization_id, postcode) where postcode is not null;

alter table organization add column duplicates_on date;

-- further numbers by which the ERP knows a customer
create table customer_number_alias (
  organization_id uuid not null references organization,
  number text collate "C" not null,
  customer_id uuid not null,
  primary key (organization_id, number),
  foreign key (organization_id, customer_id) references customer on delete cascade
);
create index customer_number_alias_customer on customer_number_alias (organization_id, customer_id);

-- what the nightly run still has to weigh
create table duplicate_candidate (
  organization_id uuid not null references organization,
  customer_a uuid not null,
  customer_b uuid not null,
  primary key (organization_id, customer_a, customer_b)
);

-- customer_a < customer_b; a dismissed pair stays so
create table duplicate_pair (
  organization_id uuid not null references organization,
  id uuid not null,
  customer_a uuid not null,
  customer_b uuid not null,
  score int not null check (score between 0 and 100),
  reasons text[] not null default '{}',
  state text not null default 'open' check (state in ('open', 'dismissed')),
  dismissed_by uuid,
  dismissed_at timestamptz,
  found_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, customer_a, customer_b),
  check (customer_a < customer_b),
  foreign key (organization_id, customer_a) references customer on delete cascade,
  foreign key (organization_id, customer_b) references customer on delete cascade
);
create index duplicate_pair_score on duplicate_pair (organization_id, state, score desc, id);
create index duplicate_pair_b on duplicate_pair (organization_id, customer_b);

create table record_merge (
  organization_id uuid not null references organization,
  id uuid not null,
  record_kind text not null check (record_kind in ('customer', 'contact')),
  winner_id uuid not null,
  loser_id uuid not null,
  -- both rows as they were, the winner as the merge left it, and what else undo has to know
  winner_before jsonb not null,
  winner_after jsonb not null,
  loser_before jsonb not null,
  extra jsonb not null default '{}',
  merged_by uuid not null,
  merged_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  primary key (organization_id, id)
);
create index record_merge_winner on record_merge (organization_id, winner_id, merged_at desc);
create index record_merge_loser on record_merge (organization_id, loser_id, merged_at desc);

-- each row that a merge moved, by its key; was_there: the winner had the same already
create table merge_move (
  organization_id uuid not null references organization,
  merge_id uuid not null,
  table_name text not null,
  record_key text collate "C" not null,
  was_there boolean not null default false,
  primary key (organization_id, merge_id, table_name, record_key)
);

do $$
declare t text;
begin
  foreach t in array array['customer_number_alias', 'duplicate_candidate', 'duplicate_pair', 'record_merge', 'merge_move'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy same_organization on %I using (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to kundencockpit_app', t);
  end loop;
end $$;

-- ── what comes in late for a merged customer goes to the one that took it over: nothing is lost on an archived record ──
create function follow_merged_customer() returns trigger language plpgsql as $$
declare
  target uuid;
begin
  for step in 1 .. 20 loop
    select merged_into_id into target from customer where organization_id = new.organization_id and id = new.customer_id;
    exit when target is null;
    new.customer_id := target;
  end loop;
  return new;
end $$;
do $$
declare t text;
begin
  foreach t in array array['activity', 'contact', 'complaint', 'follow_up', 'quote', 'sales_order', 'invoice', 'project', 'visit',
    'visit_report', 'price_heard', 'service_interval', 'customer_address', 'match_correction'] loop
    execute format('create trigger follow_merged before insert on %I for each row execute function follow_merged_customer()', t);
  end loop;
end $$;

-- ── a further number finds its customer like the first one ──
create function search_follow_alias() returns trigger language plpgsql as $$
begin
  if TG_OP <> 'INSERT' then
    delete from search_number s where s.organization_id = old.organization_id and s.kind = 'customer' and s.record_id = old.customer_id
      and s.key in (select key from search_keys(old.number))
      and s.key not in (select k.key from customer c cross join lateral search_keys(c.number) k
        where c.organization_id = old.organization_id and c.id = old.customer_id and c.number is not null);
  end if;
  if TG_OP <> 'DELETE' then
    insert into search_number (organization_id, key, kind, record_id, customer_id, is_whole)
    select new.organization_id, k.key, 'customer', new.customer_id, new.customer_id, k.is_whole from search_keys(new.number) k
    on conflict do nothing;
  end if;
  return null;
end $$;
create trigger search_alias after insert or update or delete on customer_number_alias
  for each row execute function search_follow_alias();
-- by its name after search_number_changed, which knows the first number only
create function search_keep_aliases() returns trigger language plpgsql as $$
begin
  insert into search_number (organization_id, key, kind, record_id, customer_id, is_whole)
  select a.organization_id, k.key, 'customer', a.customer_id, a.customer_id, bool_or(k.is_whole)
  from new_rows n join old_rows o on o.organization_id = n.organization_id and o.id = n.id and o.number is distinct from n.number
  join customer_number_alias a on a.organization_id = n.organization_id and a.customer_id = n.id
  cross join lateral search_keys(a.number) k group by 1, 2, 4
  on conflict do nothing;
  return null;
end $$;
create trigger search_number_of_aliases after update on customer
  referencing old table as old_rows new table as new_rows for each statement execute function search_keep_aliases();
