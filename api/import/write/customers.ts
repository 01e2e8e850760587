// What new customers bring along: the territory of their postcode, their mail domain, a first contact.
import { sql } from 'kysely';
import { domainOfAddress, isFreeMailDomain } from '#api/customers/domain.ts';
import { assignTerritory } from '#api/customers/territory.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Columns } from '../compare.ts';
import type { Candidate } from './candidates.ts';
import type { RunContext } from './context.ts';
import { noteChanges } from './notes.ts';

interface Made {
  readonly id: string;
  readonly candidate: Candidate;
  readonly columns: Columns;
}

/** Gives the columns of a new customer its territory and who looks after it, unless the file names somebody. */
export function withTerritory(context: RunContext, columns: Columns): Columns {
  const text = (name: string) => (typeof columns[name] === 'string' ? columns[name] : null);
  const placed = assignTerritory(
    {
      listed_territory_id: text('listed_territory_id'),
      owner_territory_id: null,
      sector: text('sector'),
      postcode: text('postcode'),
      country: text('country') ?? 'DE',
    },
    context.territories,
  );
  const territory = context.territories.find((one) => one.id === placed.territory_id);
  return { ...columns, ...placed, owner_id: text('owner_id') ?? territory?.owner_id ?? null };
}

/** Writes the contact and the mail domain that a new customer's row names. */
export async function writeFirstContacts(
  trx: Query,
  context: RunContext,
  made: readonly Made[],
): Promise<void> {
  const { organizationId, now } = context;
  const contacts = made.flatMap(({ id, candidate: { row } }) => {
    const { contactName: name, contactJobTitle, email } = row.values;
    if (typeof name !== 'string') return [];
    return [{ id: newId(), customer_id: id, name, job_title: contactJobTitle ?? null, email: email ?? null }];
  });
  const domains = made.flatMap(({ id, candidate: { row } }) => {
    const domain = ownDomain(row.values['email']);
    return domain === null ? [] : [{ customer_id: id, domain }];
  });
  if (contacts.length > 0) {
    const json = JSON.stringify(contacts);
    await sql`insert into contact (organization_id, id, customer_id, name, job_title, created_at, updated_at)
      select ${organizationId}::uuid, r.id, r.customer_id, r.name, r.job_title, ${now}, ${now}
      from json_to_recordset(${json}::json) as r(id uuid, customer_id uuid, name text, job_title text)`.execute(
      trx,
    );
    await sql`insert into contact_email (organization_id, address, contact_id)
      select ${organizationId}::uuid, r.email, r.id from json_to_recordset(${json}::json) as r(id uuid, email text)
      where r.email is not null`.execute(trx);
    await noteChanges(
      trx,
      context,
      contacts.map(({ id, name, job_title }) => ({
        table: 'contact',
        recordId: id,
        part: 0,
        action: 'created',
        before: null,
        after: { name, job_title },
      })),
    );
  }
  if (domains.length === 0) return;
  await sql`insert into customer_domain (organization_id, domain, customer_id)
    select ${organizationId}::uuid, r.domain, r.customer_id
    from json_to_recordset(${JSON.stringify(domains)}::json) as r(domain text, customer_id uuid)
    on conflict do nothing`.execute(trx);
}

/** The company's own domain; null for addresses that everybody can get. */
function ownDomain(email: unknown): string | null {
  const domain = typeof email === 'string' ? domainOfAddress(email) : null;
  return domain === null || isFreeMailDomain(domain) ? null : domain;
}
