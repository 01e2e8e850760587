-- The rating A1–C3 by the company's own rules: reckoned in one place, whoever changes a customer's figures, with its reasons.

-- ── rules and strategy, as the company has saved them ──
alter table organization add column rating_version int not null default 1;
-- per target group (null: all others): classes as bands from (included) – to (excluded), null is open
alter table organization add column rating_rules jsonb not null default '[{"targetGroup":null,
  "letter":{"by":"revenue","bands":[{"class":"A","from":10000000,"to":null},{"class":"B","from":2500000,"to":10000000},{"class":"C","from":null,"to":2500000}]},
  "digit":{"by":"share_of_wallet","bands":[{"class":"1","from":null,"to":30},{"class":"2","from":30,"to":60},{"class":"3","from":60,"to":null}]}}]';
-- what a cell of the matrix is worth to us; visits_per_year is kept in step with it
alter table organization add column rating_strategy jsonb not null default '{
  "A1":{"visitsPerYear":12,"channel":"visit","ownerType":"field"},"A2":{"visitsPerYear":6,"channel":"visit","ownerType":"field"},
  "A3":{"visitsPerYear":4,"channel":"visit","ownerType":"field"},"B1":{"visitsPerYear":6,"channel":"visit","ownerType":"field"},
  "B2":{"visitsPerYear":4,"channel":"visit","ownerType":"field"},"B3":{"visitsPerYear":2,"channel":"phone","ownerType":"inside"},
  "C1":{"visitsPerYear":4,"channel":"phone","ownerType":"inside"},"C2":{"visitsPerYear":2,"channel":"phone","ownerType":"inside"},
  "C3":{"visitsPerYear":1,"channel":"email","ownerType":"none"}}';
-- the day up to which the twelve months were last reckoned
alter table organization add column rated_on date;
update organization set
  rating_rules = jsonb_build_array(jsonb_build_object('targetGroup', null,
    'letter', jsonb_build_object('by', 'revenue', 'bands', jsonb_build_array(
      jsonb_build_object('class', 'A', 'from', rating_a_cents, 'to', null),
      jsonb_build_object('class', 'B', 'from', rating_b_cents, 'to', rating_a_cents),
      jsonb_build_object('class', 'C', 'from', null, 'to', rating_b_cents))),
    'digit', rating_rules -> 0 -> 'digit')),
  rating_strategy = (select jsonb_object_agg(cell, strategy || jsonb_build_object('visitsPerYear',
      coalesce((visits_per_year ->> cell)::numeric, 0))) from jsonb_each(rating_strategy) as each (cell, strategy));

alter table organization drop column rating_a_cents, drop column rating_b_cents;

-- every set of rules that was ever in force
create table rating_version (
  organization_id uuid not null references organization,
  version int not null,
  rules jsonb not null,
  strategy jsonb not null,
  note text not null default '',
  moved int not null default 0,
  saved_at timestamptz not null,
  saved_by uuid,
  primary key (organization_id, version)
);

alter table customer add column margin_12_months_cents bigint;
-- why the rating is what it is, in the shape of the contract's Rating; null while unrated
alter table customer add column rating_reason jsonb;
alter table revenue_month add column margin_cents bigint;
alter table rating_history add column reason jsonb;
-- those who are like a customer: same target group and revenue class, the next in revenue
create index customer_comparable on customer (organization_id, target_group, rating_letter, revenue_12_months_cents)
  where archived_at is null;

-- customers whose rating has changed and is not in the history yet: the server's clock says the day, not the database's
create table rating_move (
  organization_id uuid not null,
  customer_id uuid not null,
  primary key (organization_id, customer_id)
);

-- what is to be looked after at the customer every so many months
create table service_interval (
  organization_id uuid not null references organization,
  id uuid not null,
  customer_id uuid not null,
  subject text not null,
  product_id uuid,
  every_months int not null check (every_months between 1 and 600),
  last_on date,
  next_on date not null,
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer
);
create index service_interval_customer on service_interval (organization_id, customer_id, next_on);

do $$
declare t text;
begin
  foreach t in array array['rating_version', 'rating_move', 'service_interval'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy same_organization on %I using (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to kundencockpit_app', t);
  end loop;
end $$;

-- ── the one place where a rating is reckoned ──
create function rating_band(bands jsonb, figure numeric) returns jsonb language sql immutable parallel safe as $$
  select band from jsonb_array_elements(bands) band
  where (band -> 'from' = 'null' or figure >= (band ->> 'from')::numeric) and (band -> 'to' = 'null' or figure < (band ->> 'to')::numeric)
  limit 1
$$;

-- a figure or attribute that is not known fulfils nothing
create function rating_condition_holds(condition jsonb, actual jsonb) returns boolean language plpgsql immutable parallel safe as $$
declare
  wanted jsonb := condition -> 'value';
begin
  if actual is null or actual in ('null'::jsonb, '""'::jsonb, '[]'::jsonb) then return false; end if;
  case condition ->> 'operator'
    when 'gte' then return jsonb_typeof(actual) = 'number' and jsonb_typeof(wanted) = 'number' and actual::numeric >= wanted::numeric;
    when 'lt' then return jsonb_typeof(actual) = 'number' and jsonb_typeof(wanted) = 'number' and actual::numeric < wanted::numeric;
    when 'is_not' then return not (actual = wanted or (jsonb_typeof(actual) = 'array' and actual @> wanted)
      or lower(actual #>> '{}') = lower(wanted #>> '{}'));
    when 'is' then return actual = wanted or (jsonb_typeof(actual) = 'array' and actual @> wanted)
      or lower(actual #>> '{}') = lower(wanted #>> '{}');
    when 'contains' then return position(lower(wanted #>> '{}') in lower(actual #>> '{}')) > 0;
    else return false;
  end case;
end $$;

-- figures: {"revenue", "margin", "share_of_wallet", "employees", "target_group", "attributes"}
create function rating_by_conditions(digit jsonb, figures jsonb) returns jsonb language plpgsql immutable parallel safe as $$
declare
  step jsonb;
  condition jsonb;
  actual jsonb;
  holds boolean;
  told jsonb;
  met int;
begin
  for step in select value from jsonb_array_elements(digit -> 'classes') loop
    told := '[]';
    met := 0;
    for condition in select value from jsonb_array_elements(step -> 'conditions') loop
      actual := case when condition ->> 'field' = 'attribute' then figures -> 'attributes' -> (condition ->> 'attributeId')
        else figures -> (condition ->> 'field') end;
      holds := rating_condition_holds(condition, actual);
      if holds then
        met := met + 1;
        told := told || (condition || jsonb_build_object('actual',
          case when jsonb_typeof(actual) = 'number' and condition ->> 'field' <> 'attribute' then actual else 'null'::jsonb end));
      end if;
    end loop;
    if met > 0 and (met = jsonb_array_length(step -> 'conditions') or step ->> 'match' = 'any') then
      return jsonb_build_object('class', step -> 'class', 'reason', jsonb_build_object(
        'by', 'rule', 'value', null, 'from', null, 'to', null, 'conditions', told));
    end if;
  end loop;
  return jsonb_build_object('class', '3', 'reason', jsonb_build_object(
    'by', 'rule', 'value', null, 'from', null, 'to', null, 'conditions', '[]'::jsonb));
end $$;

-- The rating with its reasons; null for a customer of whom neither revenue nor potential is known. An unknown share or
-- number of employees counts as the middle: it neither promises nor excludes growth.
create function rate_customer(rules jsonb, target_group text, revenue bigint, margin bigint, share numeric, employees int, attributes jsonb)
returns jsonb language plpgsql immutable parallel safe as $$
declare
  rule jsonb;
  each jsonb;
  money bigint;
  letter jsonb;
  figure numeric;
  digit jsonb;
  by_rule jsonb;
  number text;
begin
  for each in select value from jsonb_array_elements(rules) loop
    if each ->> 'targetGroup' = target_group or (rule is null and each -> 'targetGroup' = 'null') then rule := each; end if;
    exit when rule ->> 'targetGroup' = target_group;
  end loop;
  if rule is null then return null; end if;
  money := case when rule #>> '{letter,by}' = 'margin' then coalesce(margin, 0) else revenue end;
  letter := rating_band(rule #> '{letter,bands}', money);
  if rule #>> '{digit,by}' = 'rule' then
    by_rule := rating_by_conditions(rule -> 'digit', jsonb_build_object('revenue', revenue, 'margin', margin,
      'share_of_wallet', share, 'employees', employees, 'target_group', target_group, 'attributes', coalesce(attributes, '{}')));
    if money <= 0 and by_rule #> '{reason,conditions}' = '[]' then return null; end if;
    number := by_rule ->> 'class';
    digit := by_rule -> 'reason';
  else
    figure := case when rule #>> '{digit,by}' = 'employees' then employees else share end;
    if money <= 0 and figure is null then return null; end if;
    digit := case when figure is null
      then (select band from jsonb_array_elements(rule #> '{digit,bands}') band where band ->> 'class' = '2' limit 1)
      else rating_band(rule #> '{digit,bands}', figure) end;
    number := digit ->> 'class';
    digit := jsonb_build_object('by', rule #> '{digit,by}', 'value', figure, 'from', digit -> 'from', 'to', digit -> 'to', 'conditions', '[]'::jsonb);
  end if;
  return jsonb_build_object('letter', letter -> 'class', 'digit', number, 'targetGroup', rule -> 'targetGroup',
    'letterReason', jsonb_build_object('by', rule #> '{letter,by}', 'cents', money, 'fromCents', letter -> 'from', 'toCents', letter -> 'to'),
    'digitReason', digit);
end $$;

create function rate_changed_customer() returns trigger language plpgsql as $$
declare
  rules jsonb;
  reason jsonb;
begin
  select rating_rules into rules from organization where organization_id = new.organization_id;
  reason := rate_customer(rules, new.target_group, new.revenue_12_months_cents, new.margin_12_months_cents,
    new.share_of_wallet_percent, new.employees, new.attributes);
  -- a rating that comes with a new row stands until the row's figures change
  if TG_OP = 'INSERT' and new.rating_letter is not null
    and (new.rating_letter, new.rating_digit) is distinct from (reason ->> 'letter', reason ->> 'digit') then return new; end if;
  new.rating_letter := reason ->> 'letter';
  new.rating_digit := reason ->> 'digit';
  new.rating_reason := reason;
  return new;
end $$;

create trigger rate_new before insert on customer for each row execute function rate_changed_customer();
-- named by column, so that other changes of a customer cost nothing here
create trigger rate_changed before update of target_group, revenue_12_months_cents, margin_12_months_cents,
  share_of_wallet_percent, employees, attributes on customer for each row execute function rate_changed_customer();

create function note_rating_move() returns trigger language plpgsql as $$
begin
  insert into rating_move (organization_id, customer_id) values (new.organization_id, new.id) on conflict do nothing;
  return null;
end $$;
create trigger rating_moved after update on customer for each row
  when (old.rating_letter is distinct from new.rating_letter or old.rating_digit is distinct from new.rating_digit)
  execute function note_rating_move();
create trigger rating_first after insert on customer for each row
  when (new.rating_letter is not null) execute function note_rating_move();

-- customers that were there before these rules
update customer c set rating_letter = r.reason ->> 'letter', rating_digit = r.reason ->> 'digit', rating_reason = r.reason
from (select k.organization_id, k.id, rate_customer(o.rating_rules, k.target_group, k.revenue_12_months_cents, k.margin_12_months_cents,
    k.share_of_wallet_percent, k.employees, k.attributes) as reason
  from customer k join organization o using (organization_id)) r
where c.organization_id = r.organization_id and c.id = r.id;
