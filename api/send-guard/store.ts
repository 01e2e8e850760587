// All SQL of the guard before sending: recipients, their customers' open complaints, objections, names in files.
import { sql } from 'kysely';
import type { SendCustomer, SendFacts } from '#contract/send-guard.ts';
import { customerRef } from '#api/customers/row.ts';
import type { Query } from '#api/db/database.ts';
import { visibleCustomers } from '#api/rights/visible.ts';
import type { SignedInUser } from '#api/rights/user.ts';

const sendCustomer = sql`(${customerRef})::jsonb || jsonb_build_object('groupId', coalesce(c.parent_id, c.id))`;
const seen = (user: SignedInUser) => sql`c.archived_at is null and ${visibleCustomers(user, 'c')}`;

export async function readInternalDomains(trx: Query, organizationId: string): Promise<string[]> {
  const { rows } = await sql<{ domains: string[] }>`
    select internal_domains as domains from organization where organization_id = ${organizationId}::uuid`.execute(
    trx,
  );
  return rows[0]?.domains ?? [];
}

interface Recipient {
  readonly address: string;
  /** 0 what somebody corrected, 1 the contact's own address, 2 the company's domain. */
  readonly rank: number;
  readonly customer: SendCustomer;
}

/** Every customer to whom one of these addresses may belong, the surest kind of reason first. */
export async function findRecipients(
  trx: Query,
  user: SignedInUser,
  { addresses, domains }: { addresses: readonly string[]; domains: readonly string[] },
): Promise<Recipient[]> {
  const org = sql`${user.organizationId}::uuid`;
  const { rows } = await sql<Recipient>`
    select m.address, 0 as rank, ${sendCustomer} as customer from match_correction m
      join customer c on c.organization_id = m.organization_id and c.id = m.customer_id
      where m.organization_id = ${org} and m.address = any(${[...addresses]}::text[]) and ${seen(user)}
    union all
    select e.address, 1, ${sendCustomer} from contact_email e
      join contact k on k.organization_id = e.organization_id and k.id = e.contact_id and k.archived_at is null
      join customer c on c.organization_id = k.organization_id and c.id = k.customer_id
      where e.organization_id = ${org} and e.address = any(${[...addresses]}::text[]) and ${seen(user)}
    union all
    select '@' || d.domain, 2, ${sendCustomer} from customer_domain d
      join customer c on c.organization_id = d.organization_id and c.id = d.customer_id
      where d.organization_id = ${org} and d.domain = any(${[...domains]}::text[]) and ${seen(user)}
    order by 2, 1 limit 2000`.execute(trx);
  return rows;
}

type Complaint = Omit<SendFacts['complaints'][number], 'dueAt'> & { readonly dueAt: Date };

/** Open complaints of these customers, each with the deadline that counts now. */
export async function findOpenComplaints(
  trx: Query,
  user: SignedInUser,
  customerIds: readonly string[],
): Promise<Complaint[]> {
  const { rows } = await sql<Complaint>`
    select ${customerRef} as customer, r.number, r.title,
      case when r.answered_at is null then r.first_answer_due_at else r.resolution_due_at end as "dueAt"
    from complaint r join customer c on c.organization_id = r.organization_id and c.id = r.customer_id
    where r.organization_id = ${user.organizationId}::uuid and r.customer_id = any(${[...customerIds]}::uuid[])
      and r.state <> 'closed' and ${seen(user)}
    order by "dueAt", r.number limit 50`.execute(trx);
  return rows;
}

/** Who of these recipients objected to marketing by e-mail. */
export async function findObjections(
  trx: Query,
  user: SignedInUser,
  addresses: readonly string[],
): Promise<SendFacts['objections']> {
  const { rows } = await sql<SendFacts['objections'][number]>`
    select distinct on (e.address) e.address, k.name, s.since from contact_email e
      join contact k on k.organization_id = e.organization_id and k.id = e.contact_id
      join customer c on c.organization_id = k.organization_id and c.id = k.customer_id
      join consent s on s.organization_id = k.organization_id and s.contact_id = k.id
        and s.channel = 'email' and s.state = 'objected'
    where e.organization_id = ${user.organizationId}::uuid and e.address = any(${[...addresses]}::text[])
      and ${visibleCustomers(user, 'c')}
    order by e.address, s.since`.execute(trx);
  return rows;
}

/** Customers in whose name one of these words stands, at most 200. */
export async function findByWords(
  trx: Query,
  user: SignedInUser,
  words: readonly string[],
): Promise<SendCustomer[]> {
  const { rows } = await sql<{ customer: SendCustomer }>`
    select ${sendCustomer} as customer from customer c
    where c.organization_id = ${user.organizationId}::uuid and ${seen(user)} and c.id in (
      select p.record_id from search_posting p where p.organization_id = ${user.organizationId}::uuid
        and p.kind = 'customer' and p.word = any(${[...words]}::text[]))
    order by c.name, c.id limit 200`.execute(trx);
  return rows.map((row) => row.customer);
}
