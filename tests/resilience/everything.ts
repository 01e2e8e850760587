// A customer with one of everything: what a test needs to see whether any of it shows where it should not.
import type { Given } from '#tests/support/given.ts';
import type { Ids } from '#tests/support/valid-inputs.ts';
import { newId } from '#api/db/id.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { people } from '#tests/support/people.ts';

export interface Everything {
  /** Stands in every text of it. */
  readonly word: string;
  readonly ids: Ids;
  readonly otherIds: readonly string[];
  readonly orderId: string;
  readonly quoteId: string;
  /** Numbers of its documents. */
  readonly numbers: readonly string[];
  readonly customerNumber: string;
  readonly address: string;
  readonly domain: string;
  readonly phone: string;
  readonly conversationId: string;
  /** Texts and amounts that are for the staff only. */
  readonly inside: readonly string[];
}

interface Wanted {
  readonly word: string;
  readonly organization_id?: string;
  readonly owner_id?: string;
  readonly territory_id?: string | null;
  readonly sharedWith?: string[];
}

let count = 0;

/** Stores it; amounts are such as stand nowhere else. */
export async function storeEverything(given: Given, { word, ...of }: Wanted): Promise<Everything> {
  count += 1;
  const organization_id = of.organization_id ?? demoTenantId;
  const owner_id = of.owner_id ?? people.anna.id;
  const domain = `geheim-${count}.test`;
  const address = `einkauf@${domain}`;
  const phone = `+49 40 77${count}0001`;
  const conversationId = `gespraech-${count}`;
  const customer = await given.customer({
    ...of,
    name: `${word} GmbH`,
    street: `${word}weg 1`,
    domains: [domain],
    phone,
    phone_normalized: phone.replaceAll(' ', ''),
    number: `8800${count}`,
    revenue_12_months_cents: 12_345_678,
    customer_value_cents: 98_765_432,
    share_of_wallet_percent: 37,
    payment_term_days: 47,
    competitor: `${word}-Wettbewerb`,
    rating_letter: 'A',
    rating_digit: '2',
    last_order_on: '2026-01-05',
    usual_order_days: 13,
  });
  const about = { organization_id, customer_id: customer.id };
  const contact = await given.contact({
    ...about,
    name: `Erika ${word}`,
    emails: [address],
    phones: [phone],
  });
  const activity = await given.activity({
    ...about,
    subject: `${word} gefragt`,
    body_text: `${word} sagt 7.654,31`,
    logged_by: owner_id,
    message_id: `<${count}@${domain}>`,
    conversation_id: conversationId,
  });
  await given.activity({ ...about, subject: `${word} wieder`, logged_by: owner_id });
  const attachment = await given.attachment({
    organization_id,
    activity_id: activity.id,
    name: `${word}.txt`,
    text: word,
  });
  const followUp = await given.followUp({
    ...about,
    owner_id,
    created_by: owner_id,
    title: `${word} nachfassen`,
  });
  const complaint = await given.complaint({
    ...about,
    owner_id,
    reported_by: owner_id,
    severity: 'high',
    title: `${word} klagt`,
    proposal: 'Innerer Vorschlag 4711',
    proposed_goodwill_cents: 6_543_210,
  });
  const escalation = await given.escalation({
    organization_id,
    complaint_id: complaint.id,
    question: 'Innere Frage 4712',
    turn_id: owner_id,
  });
  await given.row('complaint_event', {
    organization_id,
    id: newId(),
    complaint_id: complaint.id,
    at: new Date('2026-09-03T11:00:00Z'),
    by_id: owner_id,
    kind: 'escalation_asked_back',
    text: 'Innere Frage 4712',
  });
  const order = await given.order({ ...about, total_cents: 5_432_109, lines: [`${word} Schloss`] });
  const quote = await given.quote({
    ...about,
    total_cents: 4_321_098,
    title: `${word} Tor`,
    chance_percent: 61,
    valid_until: '2026-09-05',
  });
  const invoice = await given.invoice({ ...about, total_cents: 3_210_987, due_on: '2026-07-01' });
  const project = await given.project({ ...about, name: `${word}haus`, sum_cents: 2_109_876 });
  const visit = await given.visit({ ...about, user_id: owner_id });
  await given.row('revenue_month', { ...about, month: '2026-08-01', cents: 1_098_765 });
  await given.row('rating_history', { ...about, on_day: '2026-01-01', letter: 'A', digit: '2' });
  return {
    word,
    ids: {
      customer: customer.id,
      contact: contact.id,
      activity: activity.id,
      attachment: attachment.id,
      followUp: followUp.id,
      complaint: complaint.id,
      visit: visit.id,
    },
    otherIds: [escalation.id, order.id, quote.id, invoice.id, project.id],
    orderId: order.id,
    quoteId: quote.id,
    numbers: [complaint.number, order.number, quote.number, invoice.number],
    customerNumber: `8800${count}`,
    address,
    domain,
    phone,
    conversationId,
    inside: [
      '12345678',
      '98765432',
      '6543210',
      '5432109',
      '4321098',
      '3210987',
      '2109876',
      '1098765',
      'Innerer Vorschlag',
      'Innere Frage',
      '-Wettbewerb',
      'nachfassen',
    ],
  };
}
