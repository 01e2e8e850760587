// Sample data in the contract's shapes, all about one customer's complaint; for tests, the demo and the documentation.
import type { Mail } from './mail.ts';
import type { Input } from './endpoint.ts';
import type { reportComplaint } from './complaint.ts';
import type { createContact, createCustomer } from './customer.ts';
import type { createFollowUp } from './follow-up.ts';

/** A complaint about leaking door closers, sent by Sabine Tietz to Anna Brandl. */
export function buildMail(changes: Partial<Mail> = {}): Mail {
  return {
    messageId: '<20260903114200.4711@hollerbach-metallbau.test>',
    itemId: 'AAMkAGEx',
    mailbox: null,
    conversationId: 'AAQkAGEx',
    subject: 'Reklamation Auftrag AU-26-0907: 4 Türschließer verlieren Öl',
    from: { name: 'Sabine Tietz', address: 's.tietz@hollerbach-metallbau.test' },
    to: [{ name: 'Anna Brandl', address: 'anna.brandl@brenner-lohse.test' }],
    cc: [],
    sentAt: '2026-09-03T11:42:00Z',
    bodyText: [
      'Sehr geehrte Frau Brandl,',
      '',
      'vier der zwölf Türschließer aus dem Auftrag AU-26-0907 verlieren Öl. Bitte um Ersatz bis Freitag.',
      '',
      'Mit freundlichen Grüßen',
      'Sabine Tietz',
      'Leiterin Einkauf',
      'Hollerbach Metallbau GmbH',
    ].join('\n'),
    attachments: [],
    ...changes,
  };
}

/** What a screen sends to create the customer. */
export function buildNewCustomer(
  changes: Partial<Input<typeof createCustomer>> & { ownerId: string },
): Input<typeof createCustomer> {
  return {
    name: 'Hollerbach Metallbau GmbH',
    street: 'Römerstraße 12',
    postcode: '71229',
    city: 'Leonberg',
    phone: '+49 7152 90210-0',
    domains: ['hollerbach-metallbau.test'],
    ...changes,
  };
}

/** What a screen sends to add a contact. */
export function buildNewContact(
  changes: Partial<Input<typeof createContact>> & { customerId: string },
): Input<typeof createContact> {
  return {
    name: 'Sabine Tietz',
    jobTitle: 'Leiterin Einkauf',
    emails: ['s.tietz@hollerbach-metallbau.test'],
    phones: ['+49 7152 90210-14'],
    ...changes,
  };
}

/** What a screen sends to set a follow-up. */
export function buildNewFollowUp(
  changes: Partial<Input<typeof createFollowUp>> & { customerId: string },
): Input<typeof createFollowUp> {
  return { title: 'Ersatzlieferung Türschließer nachfassen', dueOn: '2026-09-04', ...changes };
}

/** What a screen sends to report a complaint. */
export function buildNewComplaint(
  changes: Partial<Input<typeof reportComplaint>> & { customerId: string; ownerId: string },
): Input<typeof reportComplaint> {
  return {
    title: '4 Türschließer verlieren Öl',
    description: 'Vier von zwölf Türschließern verlieren Öl.',
    category: 'product_defect',
    severity: 'high',
    ...changes,
  };
}
