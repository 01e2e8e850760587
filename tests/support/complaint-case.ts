// The complaint of the pictures in a test world: Hollerbach, A2, four door closers, and what is needed to report it.
import type { Input } from '#contract/endpoint.ts';
import type { reportComplaint } from '#contract/complaint.ts';
import type { Mail } from '#contract/mail.ts';
import { people } from './people.ts';
import type { World } from './world.ts';

/** An A2 customer of Anna's with the order AU-26-0907. */
export async function storeHollerbach({ given }: Pick<World, 'given'>) {
  const customer = await given.customer({
    name: 'Hollerbach Metallbau GmbH',
    revenue_12_months_cents: 12_840_000,
    share_of_wallet_percent: 45,
    sharedWith: [people.dieter.id],
  });
  const order = await given.order({
    customer_id: customer.id,
    ordered_on: '2026-08-12',
    total_cents: 191_200,
    lines: ['Türschließer TS 93'],
  });
  await given.contact({
    customer_id: customer.id,
    name: 'Sabine Tietz',
    emails: [`s.tietz.${customer.number}@hollerbach-metallbau.test`],
  });
  return { customer, order };
}

/** A mail at 13:00, read as severe by the rules. */
export function buildComplaintMail(orderNumber: string, change: Partial<Mail> = {}): Mail {
  return {
    messageId: `<${crypto.randomUUID()}@hollerbach-metallbau.test>`,
    itemId: null,
    mailbox: null,
    conversationId: null,
    subject: `Reklamation ${orderNumber}: 4 Türschließer verlieren Öl`,
    from: { name: 'Sabine Tietz', address: 's.tietz@hollerbach-metallbau.test' },
    to: [{ name: 'Anna Brandl', address: people.anna.email }],
    cc: [],
    sentAt: '2026-09-03T13:00:00+02:00',
    bodyText: 'Guten Tag,\n\nalle vier verlieren Öl, einer ist defekt. Wir brauchen vor Montag Ersatz.\n',
    attachments: [],
    ...change,
  };
}

/** What the form sends for that mail; without a mail the complaint came by phone at 13:00. */
export function buildReport(
  customerId: string,
  change: Partial<Input<typeof reportComplaint>> = {},
): Input<typeof reportComplaint> {
  return {
    customerId,
    title: '4 Türschließer verlieren Öl',
    category: 'product_defect',
    severity: 'high',
    ownerId: people.jonas.id,
    receivedAt: '2026-09-03T13:00:00+02:00',
    proposal: '4 Stück sofort ersetzen',
    proposedGoodwillCents: 48_000,
    ...change,
  };
}
