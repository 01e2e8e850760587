// SQL of visit reports: the report itself, what was talked about, answered and heard.
import { sql } from 'kysely';
import type { Insertable, Updateable } from 'kysely';
import type { Person } from '#contract/user.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Tables } from '#api/db/tables.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleActivities } from '#api/rights/visible.ts';
import { reportColumns, reportSource } from './report-row.ts';
import type { ReportRow } from './report-row.ts';

/** The report of a visit, as far as this user may read it; the caller has checked that the visit is visible. */
export async function findReportOf(
  trx: Query,
  user: SignedInUser,
  visitId: string,
): Promise<ReportRow | null> {
  const { rows } = await sql<ReportRow>`select ${reportColumns} from ${reportSource}
    where r.organization_id = ${user.organizationId}::uuid and r.visit_id = ${visitId}::uuid and ${visibleActivities(user, 'a')}`.execute(
    trx,
  );
  return rows[0] ?? null;
}

/** The last report of a (visible) customer that this user may read; with a visit, the last one before it. */
export async function findReport(
  trx: Query,
  user: SignedInUser,
  of: { customerId: string; before: { id: string; startsAt: string } | null },
): Promise<ReportRow | null> {
  const earlier =
    of.before === null
      ? sql``
      : sql`and r.visit_id <> ${of.before.id}::uuid and v.starts_at <= ${of.before.startsAt}::timestamptz`;
  const { rows } = await sql<ReportRow>`select ${reportColumns} from ${reportSource}
    where r.organization_id = ${user.organizationId}::uuid and r.customer_id = ${of.customerId}::uuid
      and ${visibleActivities(user, 'a')} ${earlier}
    order by v.starts_at desc, r.visit_id desc limit 1`.execute(trx);
  return rows[0] ?? null;
}

/** Whether there is a report that counts, readable or not; one whose entry was taken back does not. */
export async function isReported(trx: Query, organizationId: string, visitId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ${reportSource}
    where r.organization_id = ${organizationId}::uuid and r.visit_id = ${visitId}::uuid`.execute(trx);
  return rows.length > 0;
}

/** Makes room for a new report where the first one was taken back. */
export async function dropReport(trx: Query, organizationId: string, visitId: string): Promise<void> {
  for (const table of ['visit_report', 'visit_product_group', 'visit_answer', 'price_heard'] as const) {
    await trx
      .deleteFrom(table)
      .where('organization_id', '=', organizationId)
      .where('visit_id', '=', visitId)
      .execute();
  }
}

export async function insertReport(trx: Query, row: Insertable<Tables['visit_report']>): Promise<void> {
  await trx.insertInto('visit_report').values(row).execute();
}

/** Writes the change and counts the version up; false when it is no longer the expected one. */
export async function updateReport(
  trx: Query,
  organizationId: string,
  at: { visitId: string; version: number },
  change: Updateable<Tables['visit_report']>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('visit_report')
    .set({ ...change, version: at.version + 1 })
    .where('organization_id', '=', organizationId)
    .where('visit_id', '=', at.visitId)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export interface Told {
  readonly organizationId: string;
  readonly visitId: string;
}

export async function replaceGroups(
  trx: Query,
  { organizationId, visitId }: Told,
  groups: readonly { id: string; interest: 'talked' | 'interested' | 'not_interested' }[],
): Promise<void> {
  await trx
    .deleteFrom('visit_product_group')
    .where('organization_id', '=', organizationId)
    .where('visit_id', '=', visitId)
    .execute();
  const unique = [...new Map(groups.map((group) => [group.id, group])).values()];
  const rows = unique.map(({ id, interest }) => ({
    organization_id: organizationId,
    visit_id: visitId,
    product_group_id: id,
    interest,
  }));
  if (rows.length > 0) await trx.insertInto('visit_product_group').values(rows).execute();
}

export async function replaceAnswers(
  trx: Query,
  { organizationId, visitId }: Told,
  answers: readonly { questionId: string; question: string; answer: string }[],
): Promise<void> {
  await trx
    .deleteFrom('visit_answer')
    .where('organization_id', '=', organizationId)
    .where('visit_id', '=', visitId)
    .execute();
  const unique = [...new Map(answers.map((answer) => [answer.questionId, answer])).values()];
  const rows = unique.map(({ questionId, question, answer }) => ({
    organization_id: organizationId,
    visit_id: visitId,
    question_id: questionId,
    question_text: question,
    answer,
  }));
  if (rows.length > 0) await trx.insertInto('visit_answer').values(rows).execute();
}

export interface HeardPrice {
  readonly productGroupId: string | null;
  readonly productText: string;
  readonly competitor: string;
  readonly priceCents: number;
  readonly unit: string;
}

export async function replacePrices(
  trx: Query,
  { organizationId, visitId }: Told,
  heard: { customerId: string; on: string; byId: string; prices: readonly HeardPrice[] },
): Promise<void> {
  await trx
    .deleteFrom('price_heard')
    .where('organization_id', '=', organizationId)
    .where('visit_id', '=', visitId)
    .execute();
  const rows = heard.prices.map((price) => ({
    organization_id: organizationId,
    id: newId(),
    customer_id: heard.customerId,
    product_group_id: price.productGroupId,
    product_text: price.productText,
    competitor: price.competitor,
    price_cents: price.priceCents,
    unit: price.unit,
    heard_on: heard.on,
    heard_by: heard.byId,
    visit_id: visitId,
  }));
  if (rows.length > 0) await trx.insertInto('price_heard').values(rows).execute();
}

/** The names of those of these groups that exist, by id. */
export async function findGroups(
  trx: Query,
  organizationId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('product_group')
    .select(['id', 'name'])
    .where('organization_id', '=', organizationId)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

export interface FormRow {
  readonly contacts: Person[];
  readonly product_groups: { id: string; name: string; isBought: boolean }[];
}

/** What the form offers for this (visible) customer. */
export async function findForm(trx: Query, organizationId: string, customerId: string): Promise<FormRow> {
  const { rows } = await sql<FormRow>`select
    (select coalesce(json_agg(k), '[]') from (select id, name from contact where organization_id = ${organizationId}::uuid
      and customer_id = ${customerId}::uuid and archived_at is null order by name collate "und-x-icu", id limit 100) k) as contacts,
    (select coalesce(json_agg(g), '[]') from (select p.id, p.name, own.group_id is not null as "isBought"
      from product_group p left join customer_product_group own on own.organization_id = p.organization_id
        and own.group_id = p.id and own.customer_id = ${customerId}::uuid
      where p.organization_id = ${organizationId}::uuid
      order by (own.group_id is not null) desc, p.name, p.id limit 100) g) as product_groups`.execute(trx);
  return rows[0] ?? { contacts: [], product_groups: [] };
}
