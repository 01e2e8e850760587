// A mail that looks like a complaint is offered to be recorded, once, and only where it came from a customer.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logActivity } from '#contract/activity.ts';
import { findCockpit } from '#contract/cockpit.ts';
import { draftComplaint, reportComplaint } from '#contract/complaint.ts';
import { mailLimits } from '#contract/mail.ts';
import type { Mail } from '#contract/mail.ts';
import { buildComplaintMail, buildReport, storeHollerbach } from '#tests/support/complaint-case.ts';
import { databases } from '#tests/support/databases.ts';
import type { World } from '#tests/support/world.ts';
import { createWorld } from '#tests/support/world.ts';

describe.each(databases)('complaints recognised in mails on %s', (database) => {
  let world: World;
  let hollerbach: Awaited<ReturnType<typeof storeHollerbach>>;
  beforeAll(async () => {
    world = await createWorld({ database });
    hollerbach = await storeHollerbach(world);
  });
  afterAll(() => world.close());

  const mailOf = (change: Partial<Mail> = {}) =>
    buildComplaintMail(hollerbach.order.number, {
      from: {
        name: 'Sabine Tietz',
        address: `s.tietz.${hollerbach.customer.number}@hollerbach-metallbau.test`,
      },
      ...change,
    });
  const offered = async (mail: Mail, user: 'anna' | 'dieter' = 'anna') => {
    const { status, body } = await world.call(user, findCockpit, { mail });
    expect(status).toBe(200);
    expect(body.cockpit?.customer.id).toBe(hollerbach.customer.id);
    return body.complaintOffer;
  };

  test('a complaint of a customer is offered, with the words that make it one', async () => {
    expect(await offered(mailOf())).toEqual({ because: ['verlieren Öl', 'defekt', 'Reklamation'] });
    expect(await offered(mailOf(), 'dieter')).not.toBeNull();
  });

  test.each([
    ['an order', { subject: 'Bestellung', bodyText: 'Bitte 40 Türschließer wie immer.' }],
    ['thanks for one that is solved', { subject: 'Danke', bodyText: 'Die Reklamation ist erledigt.' }],
    [
      'an answer above a quoted one',
      { subject: 'AW: Schließer defekt', bodyText: 'Passt.\n\n> alle vier sind defekt und verlieren Öl' },
    ],
    ['nothing', { subject: '', bodyText: '' }],
  ])('%s is not', async (_, change) => {
    expect(await offered(mailOf(change))).toBeNull();
  });

  test('what we wrote ourselves is not', async () => {
    const theirs = mailOf();
    const ours = mailOf({
      from: { name: 'Anna Brandl', address: world.people.anna.email },
      to: [theirs.from],
    });

    expect(await offered(ours)).toBeNull();
  });

  test('stays while the mail is only logged, and goes once it is recorded', async () => {
    const mail = mailOf();
    await world.call('anna', logActivity, { customerId: hollerbach.customer.id, mail });
    expect(await offered(mail)).not.toBeNull();

    const { status } = await world.call('jonas', reportComplaint, {
      ...buildReport(hollerbach.customer.id),
      mail,
    });

    expect(status).toBe(200);
    expect(await offered(mail)).toBeNull();
  });

  test('the form says what the mail names, and which order is not this customer’s', async () => {
    const mail = mailOf({
      subject: 'Reklamation',
      bodyText: `Aus Auftrag ${hollerbach.order.number} und Auftrag AU-19-4444 sind 12 Stück der Charge L24-117 defekt, Art.-Nr. 4711-20.`,
    });

    const { body } = await world.call('anna', draftComplaint, { customerId: hollerbach.customer.id, mail });
    const ofPartner = await world.call('dieter', draftComplaint, {
      customerId: hollerbach.customer.id,
      mail,
    });

    expect(body.references).toEqual({
      unknownOrders: ['AU-19-4444'],
      articles: ['4711-20'],
      lots: ['L24-117'],
      quantity: { value: 12, because: '12 Stück' },
    });
    expect(body.suggestedOrderId).toBe(hollerbach.order.id);
    expect(ofPartner.body.references.unknownOrders).toEqual([]);
  });

  test('the longest mail there may be is read like any other', async () => {
    const bodyText = 'alle vier sind defekt, <b>bitte</b> tauschen! '
      .repeat(20_000)
      .slice(0, mailLimits.bodyCharacters);

    expect(await offered(mailOf({ bodyText }))).not.toBeNull();
  });
});
