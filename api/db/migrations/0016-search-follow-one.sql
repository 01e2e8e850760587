-- A written record looks up its own source alone. Joined to the view, the planner read every activity of the organization for
-- each mail that was logged (0.5 s with 1,000,000 activities); "offset 0" keeps the question inside, where the keys are used.

create or replace function search_follow_new() returns trigger language plpgsql as $$
begin
  insert into search_text as known (organization_id, kind, record_id, customer_id, activity_id, at, words)
  select s.organization_id, s.kind, s.record_id, s.customer_id, s.activity_id, s.at, search_lexemes(s.text, s.names)
  from new_rows n cross join lateral (
    select one.* from search_source one
    where one.organization_id = n.organization_id and one.kind = TG_ARGV[0] and one.record_id = n.id
    offset 0
  ) s
  on conflict (organization_id, kind, record_id) do update
    set customer_id = excluded.customer_id, activity_id = excluded.activity_id, at = excluded.at, words = excluded.words
    where (known.customer_id, known.at, known.words) is distinct from (excluded.customer_id, excluded.at, excluded.words);
  if TG_OP = 'UPDATE' then
    delete from search_text t using new_rows n
    where t.organization_id = n.organization_id and t.kind = TG_ARGV[0] and t.record_id = n.id
      and not exists (select from search_source s
        where s.organization_id = n.organization_id and s.kind = TG_ARGV[0] and s.record_id = n.id
        offset 0);
  end if;
  return null;
end $$;

create or replace function search_follow_attachment_text() returns trigger language plpgsql as $$
begin
  update search_text t set words = search_lexemes(s.text, s.names)
  from new_rows n cross join lateral (
    select one.* from search_source one
    where one.organization_id = n.organization_id and one.kind = 'attachment' and one.record_id = n.attachment_id
    offset 0
  ) s
  where t.organization_id = n.organization_id and t.kind = 'attachment' and t.record_id = n.attachment_id;
  return null;
end $$;
