// SQL of the figures kept per complaint: which are due, what they are reckoned from, and writing them.
import { sql } from 'kysely';
import type { CalendarSource } from '#api/complaints/calendar.ts';
import { calendarColumns } from '#api/complaints/calendar.ts';
import type { Query } from '#api/db/database.ts';

/**
 * Takes so many complaints, and all of their customers with them, off the list of those to reckon; what somebody is just
 * writing stays on it.
 */
export async function takeDue(trx: Query, organizationId: string, limit: number): Promise<string[]> {
  const org = sql`${organizationId}::uuid`;
  const { rows } = await sql<{ complaint_id: string }>`
    delete from complaint_figure_due where organization_id = ${org} and complaint_id in (
      select due.complaint_id from complaint_figure_due due
      join complaint c on c.organization_id = due.organization_id and c.id = due.complaint_id
      where due.organization_id = ${org} and c.customer_id in (
        select first.customer_id from (select complaint_id from complaint_figure_due
          where organization_id = ${org} limit ${limit}) marked
        join complaint first on first.organization_id = ${org} and first.id = marked.complaint_id)
      for update of due skip locked)
    returning complaint_id`.execute(trx);
  return rows.map((row) => row.complaint_id);
}

/** How many changed and are not in the figures yet. */
export async function countDue(trx: Query, organizationId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from complaint_figure_due
    where organization_id = ${organizationId}::uuid`.execute(trx);
  return rows[0]?.count ?? 0;
}

/** Organisations with anything to reckon. */
export async function listOrganizationsDue(trx: Query): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select distinct organization_id as id from complaint_figure_due`.execute(trx);
  return rows.map((row) => row.id);
}

export interface CourseRow extends CalendarSource {
  readonly id: string;
  readonly customer_id: string;
  readonly owner_id: string;
  readonly location_id: string | null;
  readonly cause_id: string | null;
  readonly category: string;
  readonly order_id: string | null;
  readonly product_group_id: string | null;
  readonly product_ids: string[];
  readonly received_on: string;
  readonly received_at: Date;
  readonly created_at: Date;
  readonly reckoned_from: Date | null;
  readonly answered_at: Date | null;
  readonly closed_at: Date | null;
  readonly first_answer_due_at: Date;
  readonly resolution_due_at: Date;
  readonly pauses: { readonly from: string; readonly until: string | null }[];
  readonly cost_cents: number;
}

/** These complaints and all others of their customers, because whether one is a repeat hangs on those before it. */
export async function listCourses(
  trx: Query,
  organizationId: string,
  complaintIds: readonly string[],
): Promise<CourseRow[]> {
  const { rows } = await sql<CourseRow>`
    select c.id, c.customer_id, c.owner_id, c.location_id, c.cause_id, c.category, c.order_id,
      c.received_at, c.created_at, c.reckoned_from, c.answered_at, c.closed_at, c.first_answer_due_at, c.resolution_due_at,
      (c.received_at at time zone org.time_zone)::date::text as received_on, ${calendarColumns},
      (select coalesce(json_agg(json_build_object('from', pause.from_at, 'until', pause.until_at) order by pause.from_at), '[]')
        from complaint_pause pause
        where pause.organization_id = c.organization_id and pause.complaint_id = c.id) as pauses,
      (select coalesce(sum(measure.cost_cents), 0)::bigint from complaint_measure measure
        where measure.organization_id = c.organization_id and measure.complaint_id = c.id
          and measure.state = 'agreed') as cost_cents,
      array(select distinct line.product_id from order_line line where line.organization_id = c.organization_id
        and line.order_id = c.order_id and line.product_id is not null) as product_ids,
      (select product.group_id from order_line line
        join product on product.organization_id = line.organization_id and product.id = line.product_id
        where line.organization_id = c.organization_id and line.order_id = c.order_id and product.group_id is not null
        group by product.group_id order by sum(line.net_cents) desc, product.group_id limit 1) as product_group_id
    from complaint c
    join organization org on org.organization_id = c.organization_id
    left join location place on place.organization_id = c.organization_id and place.id = c.location_id
    where c.organization_id = ${organizationId}::uuid and c.customer_id in (
      select touched.customer_id from complaint touched
      where touched.organization_id = ${organizationId}::uuid and touched.id = any(${complaintIds}::uuid[]))`.execute(
    trx,
  );
  return rows;
}

export interface FigureRow {
  readonly complaint_id: string;
  readonly customer_id: string;
  readonly owner_id: string;
  readonly location_id: string | null;
  readonly cause_id: string | null;
  readonly product_group_id: string | null;
  readonly received_on: string;
  readonly registration_minutes: number;
  readonly first_answer_minutes: number | null;
  readonly resolution_minutes: number | null;
  readonly first_answer_kept: boolean | null;
  readonly resolution_kept: boolean | null;
  readonly first_answer_due_at: Date | null;
  readonly resolution_due_at: Date | null;
  readonly cost_cents: number;
  readonly is_repeat: boolean;
}

const columns = [
  'complaint_id',
  'customer_id',
  'owner_id',
  'location_id',
  'cause_id',
  'product_group_id',
  'received_on',
  'registration_minutes',
  'first_answer_minutes',
  'resolution_minutes',
  'first_answer_kept',
  'resolution_kept',
  'first_answer_due_at',
  'resolution_due_at',
  'cost_cents',
  'is_repeat',
] as const satisfies readonly (keyof FigureRow)[];

/** Writes each complaint's figures over the former ones. */
export async function writeFigures(
  trx: Query,
  organizationId: string,
  rows: readonly FigureRow[],
): Promise<void> {
  const names = sql.join(columns.map((name) => sql.ref(name)));
  const changes = columns.slice(1).map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`);
  await sql`
    insert into complaint_figure (organization_id, ${names})
    select ${organizationId}::uuid, ${names}
    from json_populate_recordset(null::complaint_figure, ${JSON.stringify(rows)}::json)
    order by complaint_id
    on conflict (organization_id, complaint_id) do update set ${sql.join(changes)}`.execute(trx);
}
