-- How many customers stand in each rating cell of a territory, counted as they change: the cockpit shows the matrix
-- beside every mail and must not count a whole territory for it.
create table portfolio_cell (
  organization_id uuid not null,
  territory_id uuid not null,
  letter text not null,
  digit text not null,
  customers int not null,
  primary key (organization_id, territory_id, letter, digit)
);
alter table portfolio_cell enable row level security;
create policy same_organization on portfolio_cell
  using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
grant select, insert, update, delete on portfolio_cell to kundencockpit_app;

-- only cells that gain or lose are written, so that other changes of customers never wait for each other here
create function count_portfolio_cells() returns trigger language plpgsql as $$
begin
  if TG_OP = 'INSERT' then
    insert into portfolio_cell as cell (organization_id, territory_id, letter, digit, customers)
    select organization_id, territory_id, rating_letter, rating_digit, count(*) from new_customers
    where territory_id is not null and rating_letter is not null and rating_digit is not null and archived_at is null
    group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (organization_id, territory_id, letter, digit) do update set customers = cell.customers + excluded.customers;
  elsif TG_OP = 'DELETE' then
    insert into portfolio_cell as cell (organization_id, territory_id, letter, digit, customers)
    select organization_id, territory_id, rating_letter, rating_digit, -count(*) from old_customers
    where territory_id is not null and rating_letter is not null and rating_digit is not null and archived_at is null
    group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (organization_id, territory_id, letter, digit) do update set customers = cell.customers + excluded.customers;
  else
    insert into portfolio_cell as cell (organization_id, territory_id, letter, digit, customers)
    select organization_id, territory_id, rating_letter, rating_digit, sum(step)
    from (select 1 as step, * from new_customers union all select -1, * from old_customers) moved
    where territory_id is not null and rating_letter is not null and rating_digit is not null and archived_at is null
    group by 1, 2, 3, 4 having sum(step) <> 0 order by 1, 2, 3, 4
    on conflict (organization_id, territory_id, letter, digit) do update set customers = cell.customers + excluded.customers;
  end if;
  return null;
end $$;

create trigger portfolio_insert after insert on customer
  referencing new table as new_customers for each statement execute function count_portfolio_cells();
create trigger portfolio_update after update on customer
  referencing old table as old_customers new table as new_customers
  for each statement execute function count_portfolio_cells();
create trigger portfolio_delete after delete on customer
  referencing old table as old_customers for each statement execute function count_portfolio_cells();

insert into portfolio_cell (organization_id, territory_id, letter, digit, customers)
select organization_id, territory_id, rating_letter, rating_digit, count(*)
from customer
where territory_id is not null and rating_letter is not null and rating_digit is not null and archived_at is null
group by 1, 2, 3, 4;
