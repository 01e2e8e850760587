-- Search over everything that is said and numbered (docs/decisions/0014): words of texts, numbers in one spelling, and
-- how often each word stands, kept by triggers in the transaction of the change, whoever makes it.

-- Texts as the search compares them: lower case, no marks, ß = ss, ae/oe/ue = a/o/u. The same as api/search/words.ts.
create function search_fold(value text) returns text language plpgsql immutable parallel safe as $$
declare
  folded text := replace(replace(replace(replace(lower(value collate "und-x-icu"), 'ä', 'a'), 'ö', 'o'), 'ü', 'u'), 'ß', 'ss');
begin
  -- the commonest letters are done; all others cost more and are rare
  if octet_length(folded) <> char_length(folded) then
    folded := replace(replace(replace(translate(folded, 'ıłøđð', 'ilodd'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');
    folded := lower(regexp_replace(normalize(folded, NFKD),
      '[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g')
      collate "und-x-icu");
  end if;
  return replace(replace(replace(folded, 'ae', 'a'), 'oe', 'o'), 'ue', 'u');
end $$;

-- The distinct words of a text without endings, their first three letters always kept; at most 20,000 characters.
create function search_words(value text) returns text[] language plpgsql immutable parallel safe as $$
declare
  folded text := search_fold(left(value, 20000));
begin
  return (select coalesce(array_agg(distinct left(word, 3) || rtrim(substr(left(word, 40), 4), 'enrs')), '{}')
    from regexp_split_to_table(folded collate "und-x-icu", '[^[:alnum:]]+') word where word <> '');
end $$;

-- A number in one spelling, and the ends by which people name it: 'AU-26-0907' → AU260907, 260907, 0907.
create function search_keys(number text) returns table (key text, is_whole boolean) language sql immutable parallel safe as $$
  with plain as (select upper(regexp_replace(number, '[^A-Za-z0-9]+', '', 'g')) as key)
  select key, bool_or(is_whole) from (
    select key, true as is_whole from plain
    union all select regexp_replace(key, '^[A-Z]+', ''), false from plain
    union all select substring(number from '[0-9]{3,}[^0-9A-Za-z]*$'), false
  ) each where key <> '' and key is not null group by key
$$;

create table search_text (
  organization_id uuid not null,
  kind text not null,
  record_id uuid not null,
  customer_id uuid not null,
  -- the contact report whose visibility counts, for it and its attachments
  activity_id uuid,
  at timestamptz not null,
  -- the record's own words, and with '@' before them those of its customer and person
  words tsvector not null,
  primary key (organization_id, kind, record_id)
);
create index search_text_at on search_text (organization_id, at desc, record_id);
create index search_text_customer on search_text (organization_id, customer_id);
-- few words wait to be sorted in: every search reads through those, and nobody vacuums the embedded database
create index search_text_words on search_text using gin (words) with (gin_pending_list_limit = 512);

-- how many texts a word stands in; words that matter also with letters left out, for typing errors
create table search_text_word (
  organization_id uuid not null,
  word text collate "C" not null,
  texts int not null default 0,
  is_title boolean not null default false,
  -- whether it was decided that the word is found with typing errors too
  is_settled boolean not null default false,
  primary key (organization_id, word)
);
create index search_text_word_gone on search_text_word (organization_id) where texts = 0;
create index search_text_word_unsettled on search_text_word (organization_id, is_title, texts) where not is_settled;
create table search_text_delete (
  organization_id uuid not null,
  variant text collate "C" not null,
  word text collate "C" not null,
  primary key (organization_id, variant, word)
);
create index search_text_delete_word on search_text_delete (organization_id, word);

-- words that came and went, not yet counted: counting them at once would make writers wait for each other
create table search_change (
  organization_id uuid not null,
  id bigint generated always as identity,
  words text[] not null,
  is_title boolean not null,
  step int not null,
  primary key (organization_id, id)
);

create table search_number (
  organization_id uuid not null,
  key text collate "C" not null,
  kind text not null,
  record_id uuid not null,
  customer_id uuid not null,
  is_whole boolean not null,
  primary key (organization_id, key, kind, record_id)
);
create index search_number_record on search_number (organization_id, kind, record_id);

-- what stands in a stored attachment, read by a job
create table attachment_text (
  organization_id uuid not null,
  attachment_id uuid not null,
  text text not null,
  primary key (organization_id, attachment_id)
);

-- everything the search by names reads of a posting stands in this index
create index search_posting_word on search_posting (organization_id, word) include (kind, record_id, customer_id);

-- customers whose words by name are out of date because something else than a screen changed them
create table search_stale (
  organization_id uuid not null,
  customer_id uuid not null,
  primary key (organization_id, customer_id)
);

-- which attributes were searchable when the words were made
create table search_attributes (
  organization_id uuid not null primary key,
  seen text not null
);

-- ── where texts come from ──
create view search_source with (security_invoker = true) as
  select a.organization_id, 'activity' as kind, a.id as record_id, a.customer_id, a.id as activity_id, a.occurred_at as at,
    a.subject || ' ' || left(a.body_text, 20000) as text, concat_ws(' ', c.name, k.name) as names
  from activity a
  join customer c on c.organization_id = a.organization_id and c.id = a.customer_id
  left join contact k on k.organization_id = a.organization_id and k.id = a.contact_id
  where a.undone_at is null
  union all
  select r.organization_id, 'complaint', r.id, r.customer_id, null, r.received_at, r.title || ' ' || left(r.description, 20000), c.name
  from complaint r join customer c on c.organization_id = r.organization_id and c.id = r.customer_id
  union all
  select q.organization_id, 'quote', q.id, q.customer_id, null, q.sent_on, q.title, c.name
  from quote q join customer c on c.organization_id = q.organization_id and c.id = q.customer_id
  union all
  select p.organization_id, 'project', p.id, p.customer_id, null, 'epoch', p.name, c.name
  from project p join customer c on c.organization_id = p.organization_id and c.id = p.customer_id
  union all
  select t.organization_id, 'attachment', t.id, a.customer_id, a.id, a.occurred_at, t.name || ' ' || coalesce(left(x.text, 20000), ''), c.name
  from attachment t
  join activity a on a.organization_id = t.organization_id and a.id = t.activity_id and a.undone_at is null
  join customer c on c.organization_id = a.organization_id and c.id = a.customer_id
  left join attachment_text x on x.organization_id = t.organization_id and x.attachment_id = t.id;
grant select on search_source to kundencockpit_app;

create function search_lexemes(own text, names text) returns tsvector language sql immutable parallel safe as $$
  select array_to_tsvector(search_words(own) || array(select '@' || word from unnest(search_words(names)) word))
$$;

-- after a record was written: its words anew; after it went, or was taken back: none
create function search_follow_new() returns trigger language plpgsql as $$
begin
  insert into search_text as known (organization_id, kind, record_id, customer_id, activity_id, at, words)
  select s.organization_id, s.kind, s.record_id, s.customer_id, s.activity_id, s.at, search_lexemes(s.text, s.names)
  from new_rows n join search_source s
    on s.organization_id = n.organization_id and s.kind = TG_ARGV[0] and s.record_id = n.id
  on conflict (organization_id, kind, record_id) do update
    set customer_id = excluded.customer_id, activity_id = excluded.activity_id, at = excluded.at, words = excluded.words
    where (known.customer_id, known.at, known.words) is distinct from (excluded.customer_id, excluded.at, excluded.words);
  if TG_OP = 'UPDATE' then
    delete from search_text t using new_rows n
    where t.organization_id = n.organization_id and t.kind = TG_ARGV[0] and t.record_id = n.id
      and not exists (select from search_source s
        where s.organization_id = n.organization_id and s.kind = TG_ARGV[0] and s.record_id = n.id);
  end if;
  return null;
end $$;

create function search_follow_gone() returns trigger language plpgsql as $$
begin
  delete from search_text t using old_rows o
  where t.organization_id = o.organization_id and t.kind = TG_ARGV[0] and t.record_id = o.id;
  if TG_ARGV[0] = 'attachment' then
    delete from attachment_text x using old_rows o where x.organization_id = o.organization_id and x.attachment_id = o.id;
  end if;
  return null;
end $$;

-- an activity that is taken back or moved takes its attachments with it
create function search_follow_attachments() returns trigger language plpgsql as $$
begin
  delete from search_text t using new_rows n
  where t.organization_id = n.organization_id and t.kind = 'attachment' and t.activity_id = n.id and n.undone_at is not null;
  update search_text t set customer_id = n.customer_id from new_rows n
  where t.organization_id = n.organization_id and t.kind = 'attachment' and t.activity_id = n.id
    and t.customer_id <> n.customer_id;
  return null;
end $$;

create function search_follow_attachment_text() returns trigger language plpgsql as $$
begin
  update search_text t set words = search_lexemes(s.text, s.names)
  from new_rows n join search_source s
    on s.organization_id = n.organization_id and s.kind = 'attachment' and s.record_id = n.attachment_id
  where t.organization_id = n.organization_id and t.kind = 'attachment' and t.record_id = n.attachment_id;
  return null;
end $$;

-- a renamed customer is found by its new name in all its texts
create function search_follow_name() returns trigger language plpgsql as $$
begin
  update search_text t set words = ts_delete(t.words, array(
      select '@' || word from unnest(search_words(o.name)) word where word <> all (search_words(n.name))))
    || array_to_tsvector(array(select '@' || word from unnest(search_words(n.name)) word))
  from new_rows n join old_rows o on o.organization_id = n.organization_id and o.id = n.id and o.name <> n.name
  where t.organization_id = n.organization_id and t.customer_id = n.id;
  return null;
end $$;

create function search_count_new() returns trigger language plpgsql as $$
begin
  insert into search_change (organization_id, words, is_title, step)
  select organization_id, tsvector_to_array(words), kind <> 'activity', 1 from new_rows;
  return null;
end $$;
create function search_count_gone() returns trigger language plpgsql as $$
begin
  insert into search_change (organization_id, words, is_title, step)
  select organization_id, tsvector_to_array(words), false, -1 from old_rows;
  return null;
end $$;
create function search_count_changed() returns trigger language plpgsql as $$
begin
  insert into search_change (organization_id, words, is_title, step)
  select organization_id, tsvector_to_array(words), kind <> 'activity', 1 from new_rows
  union all select organization_id, tsvector_to_array(words), false, -1 from old_rows;
  return null;
end $$;
create trigger search_count_new after insert on search_text
  referencing new table as new_rows for each statement execute function search_count_new();
create trigger search_count_gone after delete on search_text
  referencing old table as old_rows for each statement execute function search_count_gone();
create trigger search_count_changed after update on search_text
  referencing old table as old_rows new table as new_rows for each statement execute function search_count_changed();

-- ── numbers ──
create function search_follow_numbers() returns trigger language plpgsql as $$
begin
  if TG_OP = 'DELETE' then
    delete from search_number s using old_rows o
    where s.organization_id = o.organization_id and s.kind = TG_ARGV[0] and s.record_id = o.id;
    return null;
  end if;
  if TG_OP = 'UPDATE' then
    execute format('delete from search_number s using old_rows o join new_rows n on n.organization_id = o.organization_id and n.id = o.id
      where s.organization_id = o.organization_id and s.kind = %1$L and s.record_id = o.id
        and (o.number, o.%2$I) is distinct from (n.number, n.%2$I)', TG_ARGV[0], TG_ARGV[1]);
    execute format('insert into search_number (organization_id, key, kind, record_id, customer_id, is_whole)
      select n.organization_id, k.key, %1$L, n.id, n.%2$I, k.is_whole
      from new_rows n join old_rows o on n.organization_id = o.organization_id and n.id = o.id
        and (o.number, o.%2$I) is distinct from (n.number, n.%2$I)
      cross join lateral search_keys(n.number) k', TG_ARGV[0], TG_ARGV[1]);
    return null;
  end if;
  execute format('insert into search_number (organization_id, key, kind, record_id, customer_id, is_whole)
    select n.organization_id, k.key, %1$L, n.id, n.%2$I, k.is_whole
    from new_rows n cross join lateral search_keys(n.number) k', TG_ARGV[0], TG_ARGV[1]);
  return null;
end $$;

-- ── names: made anew by a sweep unless whoever changed them does so at once ──
create function search_stale_new() returns trigger language plpgsql as $$
begin
  insert into search_stale (organization_id, customer_id)
  select distinct organization_id, customer_id from new_rows order by 1, 2 on conflict do nothing;
  return null;
end $$;
create function search_stale_customer() returns trigger language plpgsql as $$
begin
  insert into search_stale (organization_id, customer_id)
  select n.organization_id, n.id from new_rows n join old_rows o on o.organization_id = n.organization_id and o.id = n.id
  where (n.name, n.city, n.postcode, n.attributes) is distinct from (o.name, o.city, o.postcode, o.attributes)
  order by 1, 2 on conflict do nothing;
  return null;
end $$;
create function search_stale_contact() returns trigger language plpgsql as $$
begin
  insert into search_stale (organization_id, customer_id)
  select distinct n.organization_id, n.customer_id
  from new_rows n join old_rows o on o.organization_id = n.organization_id and o.id = n.id
  where (n.name, n.customer_id, n.attributes) is distinct from (o.name, o.customer_id, o.attributes)
  order by 1, 2 on conflict do nothing;
  return null;
end $$;
create function search_new_customers() returns trigger language plpgsql as $$
begin
  insert into search_stale (organization_id, customer_id)
  select organization_id, id from new_rows order by 1, 2 on conflict do nothing;
  return null;
end $$;
create function search_name_gone() returns trigger language plpgsql as $$
begin
  delete from search_posting p using old_rows o where p.organization_id = o.organization_id and p.record_id = o.id;
  return null;
end $$;
create trigger search_stale_new after insert on customer
  referencing new table as new_rows for each statement execute function search_new_customers();
create trigger search_stale_changed after update on customer
  referencing old table as old_rows new table as new_rows for each statement execute function search_stale_customer();
create trigger search_name_gone after delete on customer
  referencing old table as old_rows for each statement execute function search_name_gone();
create trigger search_stale_new after insert on contact
  referencing new table as new_rows for each statement execute function search_stale_new();
create trigger search_stale_changed after update on contact
  referencing old table as old_rows new table as new_rows for each statement execute function search_stale_contact();
create trigger search_name_gone after delete on contact
  referencing old table as old_rows for each statement execute function search_name_gone();
create trigger search_stale_new after insert on customer_address
  referencing new table as new_rows for each statement execute function search_stale_new();
create trigger search_stale_changed after update on customer_address
  referencing new table as new_rows for each statement execute function search_stale_new();

do $$
declare source record;
begin
  for source in select * from (values ('activity', 'activity'), ('complaint', 'complaint'), ('quote', 'quote'),
      ('project', 'project'), ('attachment', 'attachment')) s(kind, name) loop
    execute format('create trigger search_text_new after insert on %I referencing new table as new_rows
      for each statement execute function search_follow_new(%L)', source.name, source.kind);
    execute format('create trigger search_text_changed after update on %I referencing new table as new_rows
      for each statement execute function search_follow_new(%L)', source.name, source.kind);
    execute format('create trigger search_text_gone after delete on %I referencing old table as old_rows
      for each statement execute function search_follow_gone(%L)', source.name, source.kind);
  end loop;
  for source in select * from (values ('customer', 'customer', 'id'), ('complaint', 'complaint', 'customer_id'),
      ('quote', 'quote', 'customer_id'), ('order', 'sales_order', 'customer_id'), ('invoice', 'invoice', 'customer_id'))
      s(kind, name, customer) loop
    execute format('create trigger search_number_new after insert on %I referencing new table as new_rows
      for each statement execute function search_follow_numbers(%L, %L)', source.name, source.kind, source.customer);
    execute format('create trigger search_number_gone after delete on %I referencing old table as old_rows
      for each statement execute function search_follow_numbers(%L, %L)', source.name, source.kind, source.customer);
    execute format('create trigger search_number_changed after update on %I referencing old table as old_rows new table as new_rows
      for each statement execute function search_follow_numbers(%L, %L)', source.name, source.kind, source.customer);
  end loop;
end $$;
create trigger search_name_changed after update on customer
  referencing old table as old_rows new table as new_rows for each statement execute function search_follow_name();
create trigger search_attachments_changed after update on activity
  referencing new table as new_rows for each statement execute function search_follow_attachments();
create trigger search_attachment_text_new after insert on attachment_text
  referencing new table as new_rows for each statement execute function search_follow_attachment_text();

-- a stored attachment is read by a job; it is due at once whatever clock the server goes by
create function search_read_attachment() returns trigger language plpgsql as $$
begin
  insert into job (organization_id, id, name, payload, run_at, created_at)
  values (new.organization_id, gen_random_uuid(), 'search.read-attachment',
    jsonb_build_object('organizationId', new.organization_id, 'attachmentId', new.id), 'epoch', now());
  return null;
end $$;
create trigger search_attachment_stored after insert or update of state on attachment
  for each row when (new.state = 'stored' and new.sha256 is not null) execute function search_read_attachment();

-- ── looking up ── Full-text operators are not leakproof, so under row-level security their index would not be used: this
-- function is its owner's and names the organisation itself; who may see what is asked by the query around it.
create function search_texts(wanted tsquery, kinds text[], most int)
returns table (kind text, record_id uuid, customer_id uuid, activity_id uuid, at timestamptz)
language sql stable security definer rows 50 set search_path from current as $$
  select kind, record_id, customer_id, activity_id, at from search_text
  where organization_id = nullif(current_setting('app.organization_id', true), '')::uuid
    and words @@ wanted and kind = any (kinds)
  order by at desc, record_id limit most
$$;
revoke all on function search_texts(tsquery, text[], int) from public;
grant execute on function search_texts(tsquery, text[], int) to kundencockpit_app;

do $$
declare t text;
begin
  foreach t in array array['search_text', 'search_text_word', 'search_text_delete', 'search_change', 'search_number',
    'search_stale', 'search_attributes', 'attachment_text'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy same_organization on %I using (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to kundencockpit_app', t);
  end loop;
end $$;

-- ── what is there already ──
insert into search_text (organization_id, kind, record_id, customer_id, activity_id, at, words)
select organization_id, kind, record_id, customer_id, activity_id, at, search_lexemes(text, names) from search_source;
insert into search_number (organization_id, key, kind, record_id, customer_id, is_whole)
select n.organization_id, k.key, n.kind, n.id, n.customer_id, k.is_whole
from (
  select organization_id, 'customer' as kind, id, id as customer_id, number from customer where number is not null
  union all select organization_id, 'complaint', id, customer_id, number from complaint
  union all select organization_id, 'quote', id, customer_id, number from quote
  union all select organization_id, 'order', id, customer_id, number from sales_order
  union all select organization_id, 'invoice', id, customer_id, number from invoice
) n cross join lateral search_keys(n.number) k;
insert into job (organization_id, id, name, payload, run_at, created_at)
select organization_id, gen_random_uuid(), 'search.read-attachment',
  jsonb_build_object('organizationId', organization_id, 'attachmentId', id), 'epoch', now()
from attachment where state = 'stored' and sha256 is not null;
