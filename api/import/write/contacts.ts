// People are found by their address or their name at that customer; addresses and numbers are added, never taken away.
import { sql } from 'kysely';
import { normalizePhone } from '#api/customers/phone.ts';
import type { Query } from '#api/db/database.ts';
import type { Columns } from '../compare.ts';
import type { Candidate } from './candidates.ts';
import type { RunContext } from './context.ts';
import { toPresent } from './records.ts';
import type { Present } from './records.ts';

interface FoundRow extends Record<string, unknown> {
  readonly asked_by: number;
  readonly found_id: string;
  readonly addresses: string[] | null;
  readonly numbers: string[] | null;
}

/** The contacts that these rows mean; the same address counts more than the same name. */
export async function findContacts(
  trx: Query,
  context: RunContext,
  candidates: readonly Candidate[],
): Promise<Map<number, Present>> {
  const { organizationId, types } = context;
  const columns = Object.keys(types);
  const keys = candidates.map(({ columns: one }, i) => ({
    i,
    customer_id: one['customer_id'],
    name: one['name'],
    email: one['email'] ?? null,
  }));
  const list = columns.map((name) => `, t."${name}"`).join('');
  const { rows } = await sql<FoundRow>`
    select k.i as asked_by, t.id as found_id, t.version ${sql.raw(list)} ${sql.raw(context.writesAttributes ? ', t.attributes' : '')},
      (select array_agg(e.address) from contact_email e where e.organization_id = t.organization_id and e.contact_id = t.id) as addresses,
      (select array_agg(p.normalized) from contact_phone p where p.organization_id = t.organization_id and p.contact_id = t.id) as numbers
    from json_to_recordset(${JSON.stringify(keys)}::json) as k(i int, customer_id uuid, name text, email text)
    join contact t on t.organization_id = ${organizationId}::uuid and t.customer_id = k.customer_id
    where lower(t.name) = lower(k.name) or exists (select from contact_email e
      where e.organization_id = ${organizationId}::uuid and e.contact_id = t.id and e.address = k.email)
    order by k.i, (lower(t.name) = lower(k.name)), t.id`.execute(trx);
  const found = new Map<number, Present>();
  for (const row of rows) {
    const asked = candidates[row.asked_by]?.columns ?? {};
    if (found.has(row.asked_by)) continue;
    const present = toPresent(row, columns);
    found.set(row.asked_by, { ...present, columns: { ...present.columns, ...waysOf(row, asked) } });
  }
  return found;
}

/** An address or number that is there already counts as the same, whichever place it has. */
function waysOf(row: FoundRow, asked: Columns): Columns {
  const known = (name: 'phone' | 'mobile') => {
    const text = asked[name];
    if (typeof text !== 'string') return null;
    const number = normalizePhone(text);
    // what is no number is not written either
    return number === null || row.numbers?.includes(number) === true ? text : null;
  };
  const email = asked['email'];
  const isKnown = typeof email === 'string' && row.addresses?.includes(email);
  return { email: isKnown ? email : null, phone: known('phone'), mobile: known('mobile') };
}

/** Adds the addresses and numbers that these contacts do not have yet. */
export async function writeContactWays(
  trx: Query,
  { organizationId }: RunContext,
  contacts: readonly { id: string; columns: Columns }[],
): Promise<void> {
  const emails = contacts.flatMap(({ id, columns }) =>
    typeof columns['email'] === 'string' ? [{ id, address: columns['email'] }] : [],
  );
  const phones = contacts.flatMap(({ id, columns }) =>
    (['phone', 'mobile'] as const).flatMap((name) => {
      const number = columns[name];
      const normalized = typeof number === 'string' ? normalizePhone(number) : null;
      return normalized === null
        ? []
        : [{ id, number, normalized, kind: name === 'mobile' ? 'mobile' : 'work' }];
    }),
  );
  if (emails.length > 0)
    await sql`insert into contact_email (organization_id, address, contact_id, position)
      select ${organizationId}::uuid, r.address, r.id, coalesce((select max(e.position) + 1 from contact_email e
        where e.organization_id = ${organizationId}::uuid and e.contact_id = r.id), 0)
      from json_to_recordset(${JSON.stringify(emails)}::json) as r(id uuid, address text)
      on conflict do nothing`.execute(trx);
  if (phones.length > 0)
    await sql`insert into contact_phone (organization_id, contact_id, position, number, normalized, kind)
      select ${organizationId}::uuid, r.id, coalesce((select max(p.position) + 1 from contact_phone p
        where p.organization_id = ${organizationId}::uuid and p.contact_id = r.id), 0) + row_number() over (partition by r.id) - 1,
        r.number, r.normalized, r.kind
      from json_to_recordset(${JSON.stringify(phones)}::json) as r(id uuid, number text, normalized text, kind text)
      on conflict do nothing`.execute(trx);
}
