// Stores records for a test, each with the parents it needs: `given.order({ customer_id })`, or just `given.order()`.
import { createHash } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import type { Database } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Tables } from '#api/db/tables.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import type { Clock } from '#api/outside/clock.ts';
import { people, territories } from './people.ts';

type Row<T extends keyof Tables> = Selectable<Tables[T]>;
type New<T extends keyof Tables> = Partial<Insertable<Tables[T]>>;

export type Given = ReturnType<typeof createGiven>;

/** Makes the factories; columns given win, everything else is believable. Rows are stored past row security. */
export function createGiven(db: Database, clock: Clock) {
  let count = 0;
  const next = () => (count += 1);

  /** Inserts one row and answers it as stored. */
  async function row<T extends keyof Tables>(table: T, values: Insertable<Tables[T]>): Promise<Row<T>> {
    return db.system(async (trx) => {
      const stored = await trx.insertInto(table).values(values).returningAll().executeTakeFirstOrThrow();
      return stored as unknown as Row<T>; // returningAll over a table known only as T
    });
  }

  async function customer(
    values: New<'customer'> & { domains?: string[]; sharedWith?: string[] } = {},
  ): Promise<Row<'customer'>> {
    const { domains = [], sharedWith = [], ...columns } = values;
    const number = next();
    const stored = await row('customer', {
      organization_id: demoTenantId,
      id: newId(),
      number: String(20_000 + number),
      name: `Muster ${number} GmbH`,
      street: 'Römerstraße 12',
      postcode: '71229',
      city: 'Leonberg',
      owner_id: people.anna.id,
      territory_id: territories.southwest.id,
      ...columns,
    });
    const { organization_id, id: customer_id } = stored;
    for (const domain of domains) await row('customer_domain', { organization_id, domain, customer_id });
    for (const user_id of sharedWith) await row('customer_share', { organization_id, user_id, customer_id });
    return stored;
  }

  async function parent(values: { organization_id?: string; customer_id?: string }) {
    const organization_id = values.organization_id ?? demoTenantId;
    const customer_id = values.customer_id ?? (await customer({ organization_id })).id;
    return { organization_id, customer_id };
  }

  async function contact(
    values: New<'contact'> & { emails?: string[]; phones?: string[] } = {},
  ): Promise<Row<'contact'>> {
    const { emails = [], phones = [], ...columns } = values;
    const stored = await row('contact', {
      id: newId(),
      name: `Erika Muster ${next()}`,
      ...(await parent(columns)),
      ...columns,
    });
    const { organization_id, id: contact_id } = stored;
    for (const [position, address] of emails.entries()) {
      await row('contact_email', { organization_id, contact_id, position, address: address.toLowerCase() });
    }
    for (const [position, number] of phones.entries()) {
      const normalized = number.replace(/[^\d+]/g, '').replace(/^0(?!0)/, '+49');
      await row('contact_phone', { organization_id, contact_id, position, number, normalized });
    }
    return stored;
  }

  async function activity(values: New<'activity'> = {}): Promise<Row<'activity'>> {
    return row('activity', {
      id: newId(),
      kind: 'call',
      direction: 'inbound',
      subject: `Anruf ${next()}`,
      occurred_at: clock.now(),
      logged_by: people.anna.id,
      logged_at: clock.now(),
      ...(await parent(values)),
      ...values,
    });
  }

  /** `text` is what the stored file holds. */
  async function attachment(values: New<'attachment'> & { text?: string } = {}): Promise<Row<'attachment'>> {
    const { text = 'Hallo', ...columns } = values;
    const organization_id = columns.organization_id ?? demoTenantId;
    const activity_id = columns.activity_id ?? (await activity({ organization_id })).id;
    const bytes = Buffer.from(text);
    const sha256 = createHash('sha256').update(bytes).digest();
    await db.system((trx) =>
      trx
        .insertInto('attachment_content')
        .values({ organization_id, sha256, bytes })
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    );
    const stored = {
      name: 'Notiz.txt',
      content_type: 'text/plain',
      size_bytes: bytes.length,
      state: 'stored',
    } as const;
    return row('attachment', { id: newId(), ...stored, sha256, ...columns, organization_id, activity_id });
  }

  async function order(values: New<'sales_order'> & { lines?: string[] } = {}): Promise<Row<'sales_order'>> {
    const { lines = ['Türschließer TS 4000'], ...columns } = values;
    const stored = await row('sales_order', {
      id: newId(),
      number: `AU-26-${String(next()).padStart(4, '0')}`,
      ordered_on: '2026-08-17',
      total_cents: 128_400,
      ...(await parent(columns)),
      ...columns,
    });
    const { organization_id, id: order_id } = stored;
    for (const [index, text] of lines.entries()) {
      await row('order_line', {
        organization_id,
        order_id,
        position: index + 1,
        text,
        quantity: 1,
        net_cents: 10_700,
      });
    }
    return stored;
  }

  async function quote(values: New<'quote'> = {}): Promise<Row<'quote'>> {
    const number = `AN-26-${String(next()).padStart(4, '0')}`;
    const columns = {
      id: newId(),
      number,
      title: 'Brandschutztüren',
      total_cents: 4_260_000,
      sent_on: '2026-08-20',
    };
    return row('quote', { ...columns, ...(await parent(values)), ...values });
  }

  async function invoice(values: New<'invoice'> = {}): Promise<Row<'invoice'>> {
    const number = `RE-26-${String(next()).padStart(4, '0')}`;
    const columns = {
      id: newId(),
      number,
      total_cents: 128_400,
      invoiced_on: '2026-08-01',
      due_on: '2026-08-31',
    };
    return row('invoice', { ...columns, ...(await parent(values)), ...values });
  }

  async function project(values: New<'project'> = {}): Promise<Row<'project'>> {
    const columns = { id: newId(), name: 'Kita Süd', phase: 'Ausschreibung' };
    return row('project', { ...columns, ...(await parent(values)), ...values });
  }

  async function visit(values: New<'visit'> = {}): Promise<Row<'visit'>> {
    const columns = { id: newId(), user_id: people.anna.id, starts_at: clock.now() };
    return row('visit', { ...columns, ...(await parent(values)), ...values });
  }

  async function followUp(values: New<'follow_up'> = {}): Promise<Row<'follow_up'>> {
    return row('follow_up', {
      id: newId(),
      owner_id: people.anna.id,
      title: `Nachfassen ${next()}`,
      due_on: '2026-09-04',
      created_by: people.anna.id,
      created_at: clock.now(),
      ...(await parent(values)),
      ...values,
    });
  }

  async function complaint(values: New<'complaint'> = {}): Promise<Row<'complaint'>> {
    const number = next();
    return row('complaint', {
      id: newId(),
      number: `RK-26-${String(number).padStart(4, '0')}`,
      title: `Reklamation ${number}`,
      category: 'product_defect',
      severity: 'medium',
      owner_id: people.anna.id,
      reported_by: people.anna.id,
      received_at: clock.now(),
      first_answer_due_at: new Date('2026-09-04T12:00:00+02:00'),
      first_answer_hours: 8,
      resolution_due_at: new Date('2026-09-10T12:00:00+02:00'),
      resolution_hours: 40,
      created_at: clock.now(),
      updated_at: clock.now(),
      ...(await parent(values)),
      ...values,
    });
  }

  async function escalation(values: New<'escalation'> = {}): Promise<Row<'escalation'>> {
    const organization_id = values.organization_id ?? demoTenantId;
    const complaint_id = values.complaint_id ?? (await complaint({ organization_id, severity: 'high' })).id;
    return row('escalation', {
      id: newId(),
      reason: 'severity_and_class',
      raised_at: clock.now(),
      raised_by: people.anna.id,
      turn_id: people.petra.id,
      ...values,
      organization_id,
      complaint_id,
    });
  }

  return {
    row,
    customer,
    contact,
    activity,
    attachment,
    order,
    quote,
    invoice,
    project,
    visit,
    followUp,
    complaint,
    escalation,
  };
}
