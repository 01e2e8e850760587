// All SQL of the import: staging tables for the lines of a file, then set-based comparison and writing, in one transaction.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Query } from '#api/db/database.ts';
import type { ImportKind } from './maps.ts';
import type { Problem } from './messages.ts';

export interface Counts {
  created: number;
  changed: number;
  same: number;
  wrong: number;
}

export interface StagedProblem {
  readonly line: number;
  readonly problem: Problem;
  readonly value: string;
}

const tables: Record<ImportKind, string> = {
  customers:
    'id uuid, number text, name text, street text, postcode text, city text, country text, phone text, phone_normalized text, domain text, contact_id uuid, contact_name text, contact_job_title text, email text',
  products: 'id uuid, number text, name text, group_id uuid, group_name text',
  orders:
    'id uuid, number text, customer_number text, ordered_on date, delivered_on date, total_cents bigint, customer_id uuid',
  orderLines:
    'id uuid, order_number text, product_number text, text text, quantity numeric, net_cents bigint, order_id uuid',
};

const stage = (kind: ImportKind) => sql.ref(`import_${kind.toLowerCase()}`);

/** Makes the empty staging table of a kind; it goes with the transaction. */
export async function createStage(trx: Query, kind: ImportKind): Promise<void> {
  const columns = sql.raw(`line int, problem text, ${tables[kind]}`);
  await sql`create temp table ${stage(kind)} (${columns}) on commit drop`.execute(trx);
}

/** Adds a batch of records. */
export async function fillStage(trx: Query, kind: ImportKind, records: readonly object[]): Promise<void> {
  if (records.length === 0) return;
  await sql`insert into ${stage(kind)}
    select * from json_populate_recordset(null::${stage(kind)}, ${JSON.stringify(records)}::json)`.execute(
    trx,
  );
}

/** Marks what only shows between lines or against the database: repeated numbers, unknown customers and orders. */
export async function findStagedProblems(
  trx: Query,
  organizationId: string,
  kind: ImportKind,
): Promise<StagedProblem[]> {
  if (kind === 'orderLines') await markUnknownOrders(trx, organizationId);
  else await markRepeated(trx, kind);
  if (kind === 'orders') await markUnknownCustomers(trx, organizationId);
  const value = sql.ref(
    { customers: 'number', products: 'number', orders: 'customer_number', orderLines: 'order_number' }[kind],
  );
  const { rows } = await sql<StagedProblem>`
    select line, problem, case when problem = 'twice' then ${sql.ref(kind === 'orderLines' ? 'order_number' : 'number')} else ${value} end as value
    from ${stage(kind)} where problem is not null order by line`.execute(trx);
  await sql`delete from ${stage(kind)} where problem is not null`.execute(trx);
  return rows;
}

async function markRepeated(trx: Query, kind: ImportKind): Promise<void> {
  await sql`update ${stage(kind)} s set problem = 'twice' from
    (select line, row_number() over (partition by number order by line) as nth from ${stage(kind)}) counted
    where counted.line = s.line and counted.nth > 1`.execute(trx);
}

async function markUnknownCustomers(trx: Query, organizationId: string): Promise<void> {
  await sql`update import_orders s set customer_id = c.id from customer c
    where c.organization_id = ${organizationId} and c.number = s.customer_number`.execute(trx);
  await sql`update import_orders set problem = 'unknown_customer' where customer_id is null and problem is null`.execute(
    trx,
  );
}

async function markUnknownOrders(trx: Query, organizationId: string): Promise<void> {
  await sql`update import_orderlines s set order_id = o.id from sales_order o
    where o.organization_id = ${organizationId} and o.number = s.order_number`.execute(trx);
  await sql`update import_orderlines set problem = 'unknown_order' where order_id is null`.execute(trx);
}

/** Writes customers (and a first contact for new ones); what a file leaves empty stays as it was. */
export async function writeCustomers(
  trx: Query,
  organizationId: string,
  now: Date,
): Promise<Omit<Counts, 'wrong'>> {
  const differs = sql`(c.name, c.street, c.postcode, c.city, c.country, c.phone) is distinct from
    (s.name, coalesce(s.street, c.street), coalesce(s.postcode, c.postcode), coalesce(s.city, c.city), coalesce(s.country, c.country), coalesce(s.phone, c.phone))`;
  await sql`insert into audit (organization_id, id, at, action, record_kind, record_id, before, source)
    select ${organizationId}, gen_random_uuid(), ${now}, 'customer.import', 'customer', c.id,
      json_build_object('name', c.name, 'street', c.street, 'postcode', c.postcode, 'city', c.city, 'country', c.country, 'phone', c.phone)::jsonb, 'import'
    from customer c join import_customers s on s.number = c.number where c.organization_id = ${organizationId} and ${differs}`.execute(
    trx,
  );
  const changed =
    await sql`update customer c set name = s.name, street = coalesce(s.street, c.street), postcode = coalesce(s.postcode, c.postcode),
      city = coalesce(s.city, c.city), country = coalesce(s.country, c.country), phone = coalesce(s.phone, c.phone),
      phone_normalized = coalesce(s.phone_normalized, c.phone_normalized), version = c.version + 1, updated_at = ${now}
    from import_customers s where c.organization_id = ${organizationId} and c.number = s.number and ${differs} returning c.id`.execute(
      trx,
    );
  const created = await sql<{
    id: string;
  }>`insert into customer (organization_id, id, number, name, phase, street, postcode, city, country, phone, phone_normalized, created_at, updated_at)
    select ${organizationId}, s.id, s.number, s.name, 'development', s.street, s.postcode, s.city, s.country, s.phone, s.phone_normalized, ${now}, ${now}
    from import_customers s where not exists (select from customer c where c.organization_id = ${organizationId} and c.number = s.number)
    returning id`.execute(trx);
  await writeFirstContacts(trx, organizationId, now);
  const total = await countStage(trx, 'customers');
  return {
    created: created.rows.length,
    changed: changed.rows.length,
    same: total - created.rows.length - changed.rows.length,
  };
}

async function writeFirstContacts(trx: Query, organizationId: string, now: Date): Promise<void> {
  const isNew = sql`exists (select from customer c where c.organization_id = ${organizationId} and c.id = s.id)`;
  await sql`insert into contact (organization_id, id, customer_id, name, job_title, created_at, updated_at)
    select ${organizationId}, s.contact_id, s.id, s.contact_name, s.contact_job_title, ${now}, ${now}
    from import_customers s where s.contact_name is not null and ${isNew}`.execute(trx);
  await sql`insert into contact_email (organization_id, address, contact_id)
    select ${organizationId}, s.email, s.contact_id from import_customers s
    where s.contact_name is not null and s.email is not null and ${isNew}`.execute(trx);
  await sql`insert into customer_domain (organization_id, domain, customer_id)
    select ${organizationId}, s.domain, s.id from import_customers s where s.domain is not null and ${isNew}`.execute(
    trx,
  );
}

/** The customers that this run has made, for what is reckoned from their address. */
export async function listNewCustomers(
  trx: Query,
  organizationId: string,
): Promise<{ id: string; postcode: string | null }[]> {
  const { rows } = await sql<{ id: string; postcode: string | null }>`
    select c.id, c.postcode from customer c join import_customers s on s.id = c.id
    where c.organization_id = ${organizationId}`.execute(trx);
  return rows;
}

export async function writeProducts(trx: Query, organizationId: string): Promise<Omit<Counts, 'wrong'>> {
  await sql`insert into product_group (organization_id, id, name)
    select distinct on (group_name) ${organizationId}::uuid, group_id, group_name from import_products s where group_name is not null
      and not exists (select from product_group g where g.organization_id = ${organizationId} and g.name = s.group_name)`.execute(
    trx,
  );
  const group = sql`(select g.id from product_group g where g.organization_id = ${organizationId} and g.name = s.group_name limit 1)`;
  const changed =
    await sql`update product p set name = s.name, group_id = coalesce(${group}, p.group_id) from import_products s
    where p.organization_id = ${organizationId} and p.number = s.number
      and (p.name, p.group_id) is distinct from (s.name, coalesce(${group}, p.group_id)) returning p.id`.execute(
      trx,
    );
  const created = await sql`insert into product (organization_id, id, number, name, group_id)
    select ${organizationId}, s.id, s.number, s.name, ${group} from import_products s
    where not exists (select from product p where p.organization_id = ${organizationId} and p.number = s.number) returning id`.execute(
    trx,
  );
  const total = await countStage(trx, 'products');
  return {
    created: created.rows.length,
    changed: changed.rows.length,
    same: total - created.rows.length - changed.rows.length,
  };
}

export async function writeOrders(trx: Query, organizationId: string): Promise<Omit<Counts, 'wrong'>> {
  await touch(trx, sql`select customer_id from import_orders`);
  await touch(
    trx,
    sql`select o.customer_id from sales_order o join import_orders s on s.number = o.number
    where o.organization_id = ${organizationId}`,
  );
  const changed = await sql`update sales_order o set customer_id = s.customer_id, ordered_on = s.ordered_on,
      delivered_on = coalesce(s.delivered_on, o.delivered_on), total_cents = coalesce(s.total_cents, o.total_cents)
    from import_orders s where o.organization_id = ${organizationId} and o.number = s.number
      and (o.customer_id, o.ordered_on, o.delivered_on, o.total_cents) is distinct from
        (s.customer_id, s.ordered_on, coalesce(s.delivered_on, o.delivered_on), coalesce(s.total_cents, o.total_cents))
    returning o.id`.execute(trx);
  const created =
    await sql`insert into sales_order (organization_id, id, number, customer_id, ordered_on, delivered_on, total_cents)
    select ${organizationId}, s.id, s.number, s.customer_id, s.ordered_on, s.delivered_on, coalesce(s.total_cents, 0) from import_orders s
    where not exists (select from sales_order o where o.organization_id = ${organizationId} and o.number = s.number) returning id`.execute(
      trx,
    );
  const total = await countStage(trx, 'orders');
  return {
    created: created.rows.length,
    changed: changed.rows.length,
    same: total - created.rows.length - changed.rows.length,
  };
}

/** Replaces the lines of every order that the file names, and takes the order's total from them. */
export async function writeOrderLines(trx: Query, organizationId: string): Promise<Omit<Counts, 'wrong'>> {
  await sql`create temp table import_newlines on commit drop as
    select s.order_id, row_number() over (partition by s.order_id order by s.line)::int as position, p.id as product_id,
      coalesce(s.text, p.name, s.product_number, '') as text, s.quantity, s.net_cents
    from import_orderlines s left join product p on p.organization_id = ${organizationId} and p.number = s.product_number`.execute(
    trx,
  );
  const { rows } = await sql<{ created: number; changed: number; same: number }>`
    select count(*) filter (where l.order_id is null)::int as created,
      count(*) filter (where l.order_id is not null and (l.product_id, l.text, l.quantity, l.net_cents) is distinct from (n.product_id, n.text, n.quantity, n.net_cents))::int as changed,
      count(*) filter (where l.order_id is not null and (l.product_id, l.text, l.quantity, l.net_cents) is not distinct from (n.product_id, n.text, n.quantity, n.net_cents))::int as same
    from import_newlines n left join order_line l on l.organization_id = ${organizationId} and l.order_id = n.order_id and l.position = n.position`.execute(
    trx,
  );
  await sql`delete from order_line l using (select distinct order_id from import_newlines) n
    where l.organization_id = ${organizationId} and l.order_id = n.order_id`.execute(trx);
  await sql`insert into order_line (organization_id, order_id, position, product_id, text, quantity, net_cents)
    select ${organizationId}, order_id, position, product_id, text, quantity, net_cents from import_newlines`.execute(
    trx,
  );
  await touch(
    trx,
    sql`select o.customer_id from sales_order o join import_newlines n on n.order_id = o.id
    where o.organization_id = ${organizationId}`,
  );
  await sql`update sales_order o set total_cents = n.total from (select order_id, sum(net_cents) as total from import_newlines group by order_id) n
    where o.organization_id = ${organizationId} and o.id = n.order_id`.execute(trx);
  return rows[0] ?? { created: 0, changed: 0, same: 0 };
}

/** Notes whose figures have to be reckoned anew. */
async function touch(trx: Query, customers: RawBuilder<unknown>): Promise<void> {
  await sql`insert into import_touched (customer_id) ${customers} on conflict do nothing`.execute(trx);
}

async function countStage(trx: Query, kind: ImportKind): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${stage(kind)}`.execute(
    trx,
  );
  return rows[0]?.count ?? 0;
}
