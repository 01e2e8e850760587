// The cockpit over HTTP: everything about a customer in one answer, as far as the reader may see it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getCockpit } from '#contract/cockpit.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { newId } from '#api/db/id.ts';
import { databases } from '#tests/support/databases.ts';
import { people, territories } from '#tests/support/people.ts';
import type { ShortName } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const tietz = 's.tietz@hollerbach-metallbau.test';
const organization_id = demoTenantId;

describe.each(databases)('the cockpit on %s', (database) => {
  let world: World;
  let customer_id = '';
  let contactId = '';

  beforeAll(async () => {
    world = await createWorld({ database });
    const { given } = world;
    const customer = await given.customer({
      name: 'Hollerbach Metallbau GmbH',
      number: '20417',
      domains: ['hollerbach-metallbau.test'],
      sharedWith: [people.dieter.id],
      revenue_12_months_cents: 12_840_000,
      share_of_wallet_percent: 45,
      rating_letter: 'A',
      rating_digit: '2',
      payment_term_days: 30,
      customer_value_cents: 8_630_000,
      last_order_on: '2026-08-12',
      usual_order_days: 30,
    });
    customer_id = customer.id;
    const contact = await given.contact({ customer_id, name: 'Sabine Tietz', emails: [tietz] });
    contactId = contact.id;
    await given.contact({ customer_id, name: 'Cem Aydın', job_title: 'Werkstattleiter' });
    await given.row('consent', {
      organization_id,
      contact_id: contactId,
      channel: 'letter',
      state: 'objected',
      basis: 'Widerspruch',
      since: '2026-05-03',
    });
    await storeDocuments();
    await given.customer({ rating_letter: 'B', rating_digit: '1' });
    await given.customer({ rating_letter: 'B', rating_digit: '1' });
    await given.customer({ rating_letter: 'B', rating_digit: '1', territory_id: territories.north.id });
  });
  afterAll(() => world.close());

  async function storeDocuments(): Promise<void> {
    const { given } = world;
    await given.complaint({
      customer_id,
      number: 'RK-26-0318',
      severity: 'high',
      first_answer_due_at: new Date('2026-09-03T17:00:00+02:00'),
      first_answer_hours: 4,
    });
    await given.complaint({
      customer_id,
      number: 'RK-26-0001',
      state: 'closed',
      closed_at: new Date('2026-02-01'),
    });
    await given.followUp({ customer_id, title: 'Angebot Kita Süd nachfassen', due_on: '2026-09-04' });
    await given.followUp({ customer_id, title: 'Erledigt', completed_at: new Date('2026-09-01') });
    await given.quote({ customer_id, number: 'AN-26-1182', chance_percent: 70, valid_until: '2026-09-11' });
    await given.quote({ customer_id, number: 'AN-26-0001', state: 'won', valid_until: '2026-09-05' });
    await given.order({
      customer_id,
      number: 'AU-26-0907',
      lines: ['Türschließer', 'Montageplatte', 'Band'],
    });
    const invoice = { customer_id, total_cents: 862_000, due_on: '2026-09-20' };
    await given.invoice({ ...invoice, number: '26-4500' });
    await given.invoice({
      ...invoice,
      number: '26-4471',
      total_cents: 700_000,
      paid_cents: 76_000,
      due_on: '2026-08-16',
      reminder_on: '2026-09-08',
    });
    await given.invoice({ ...invoice, number: '26-4000', paid_on: '2026-08-01', due_on: '2026-07-01' });
    await given.project({ customer_id, name: 'Kita Süd', sum_cents: 4_260_000 });
    await given.visit({ customer_id, starts_at: new Date('2026-08-26T09:00:00+02:00') });
    await given.visit({ customer_id, starts_at: new Date('2026-11-02T09:00:00+01:00') });
    for (const [month, cents] of [
      ['2022-05-01', 9_620_000],
      ['2025-01-01', 3_000_000],
      ['2025-09-01', 3_000_000],
      ['2025-12-01', 1_000_000],
      ['2026-08-01', 7_980_000],
    ] as const) {
      await given.row('revenue_month', { organization_id, customer_id, month, cents });
    }
    await given.row('rating_history', {
      organization_id,
      customer_id,
      on_day: '2025-01-01',
      letter: 'B',
      digit: '1',
    });
    const group = await given.row('product_group', { organization_id, id: newId(), name: 'Türtechnik' });
    await given.row('customer_product_group', { organization_id, customer_id, group_id: group.id });
    await given.activity({
      customer_id,
      subject: 'Für alle',
      visibility: 'all',
      occurred_at: new Date('2026-09-01'),
    });
    await given.activity({ customer_id, subject: 'Team', occurred_at: new Date('2026-09-02') });
    await given.activity({ customer_id, subject: 'Nur Jonas', visibility: 'me', logged_by: people.jonas.id });
    await given.activity({ customer_id, subject: 'Zurückgenommen', undone_at: new Date('2026-09-02') });
  }

  const read = (user: ShortName, input: { email: string } | { customerId: string }) =>
    world.call(user, getCockpit, input);

  it('shows who it is, by address or by customer', async () => {
    const byAddress = await read('anna', { email: ` ${tietz.toUpperCase()}` });
    const byCustomer = await read('anna', { customerId: customer_id });

    expect(byAddress.status).toBe(200);
    expect(byAddress.body).toMatchObject({
      customer: { id: customer_id, number: '20417', rating: { letter: 'A', digit: '2', visitsPerYear: 6 } },
      contact: { id: contactId, name: 'Sabine Tietz' },
      contactCount: 2,
      lastVisitOn: '2026-08-26',
      asOf: '2026-09-03T11:58:00.000Z',
    });
    expect(byAddress.body.contacts.map((one) => one.name)).toEqual(['Sabine Tietz', 'Cem Aydın']);
    expect(byCustomer.body.contact).toBeNull();
    expect(byCustomer.body.contacts.map((one) => one.name)).toEqual(['Cem Aydın', 'Sabine Tietz']);
  });

  it('shows what burns, most urgent first', async () => {
    const { body } = await read('anna', { email: tietz });

    expect(body.warnings).toMatchObject([
      {
        kind: 'complaint_deadline',
        level: 'danger',
        number: 'RK-26-0318',
        step: 'first_answer',
        workingMinutesLeft: 182,
        missed: false,
      },
      {
        kind: 'overdue_payment',
        level: 'warning',
        overdueCents: 624_000,
        days: 18,
        invoiceNumber: '26-4471',
        reminderOn: '2026-09-08',
      },
      { kind: 'quote_expiring', number: 'AN-26-1182', validUntil: '2026-09-11' },
      { kind: 'objection', contactName: 'Sabine Tietz', channel: 'letter', since: '2026-05-03' },
    ]);
  });

  it('shows what is open', async () => {
    const { body } = await read('anna', { email: tietz });

    expect(body.complaints.map((one) => [one.number, one.state])).toEqual([
      ['RK-26-0318', 'open'],
      ['RK-26-0001', 'closed'],
    ]);
    expect(body.followUps).toMatchObject([{ title: 'Angebot Kita Süd nachfassen', dueOn: '2026-09-04' }]);
    expect(body.quotes.map((one) => [one.number, one.state])).toEqual([
      ['AN-26-1182', 'open'],
      ['AN-26-0001', 'won'],
    ]);
    expect(body.openItems).toEqual({ totalCents: 1_486_000, overdueCents: 624_000, count: 2, termDays: 30 });
  });

  it('shows figures: years, the year before up to today, value, rating history, portfolio of the territory', async () => {
    const { body } = await read('anna', { email: tietz });

    expect(body.revenue).toEqual({
      years: [
        { year: 2022, cents: 9_620_000 },
        { year: 2023, cents: 0 },
        { year: 2024, cents: 0 },
        { year: 2025, cents: 7_000_000 },
        { year: 2026, cents: 7_980_000 },
      ],
      previousYearToDateCents: 3_300_000,
      last12MonthsCents: 12_840_000,
      asOf: '2026-09-03',
    });
    expect(body.customerValueCents).toBe(8_630_000);
    expect(body.ratingHistory).toEqual([{ on: '2025-01-01', letter: 'B', digit: '1' }]);
    expect(body.portfolio).toEqual([
      { letter: 'A', digit: '2', count: 1 },
      { letter: 'B', digit: '1', count: 2 },
    ]);
  });

  it('shows orders, projects, product groups, team and the latest contacts', async () => {
    const { body } = await read('anna', { email: tietz });

    expect(body.orders).toMatchObject([
      { number: 'AU-26-0907', lineCount: 3, summary: '1 × Türschließer, 1 × Montageplatte …' },
    ]);
    expect(body.projects).toMatchObject([{ name: 'Kita Süd', sumCents: 4_260_000 }]);
    expect(body.productGroups).toEqual(['Türtechnik']);
    expect(body.team.map((one) => one.name)).toEqual(['Anna Brandl', 'Jonas Weidner']);
    expect(body.activities.map((one) => one.subject)).toEqual(['Team', 'Für alle']);
    expect(body.activityCount).toBe(2);
    expect((await read('jonas', { email: tietz })).body.activities[0]?.subject).toBe('Nur Jonas');
  });

  it('shows a partner what was shared, without any figure', async () => {
    const { status, body } = await read('dieter', { email: tietz });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      customer: { rating: null, shareOfWalletPercent: null, paymentTermDays: null },
      openItems: { totalCents: 0, overdueCents: 0, count: 0, termDays: null },
      revenue: null,
      customerValueCents: null,
      quotes: [],
      orders: [],
      followUps: [],
      ratingHistory: [],
      portfolio: [],
    });
    expect(body.projects).toMatchObject([{ name: 'Kita Süd', sumCents: null }]);
    expect(body.activities.map((one) => one.subject)).toEqual(['Für alle']);
    expect(body.warnings.map((one) => one.kind)).toEqual(['complaint_deadline', 'objection']);
    expect(JSON.stringify(body)).not.toMatch(/12840000|8630000|624000|1486000/);
  });

  it('answers foreign, unknown and ambiguous ones clearly', async () => {
    const foreign = await world.given.customer({
      owner_id: people.ben.id,
      territory_id: territories.north.id,
    });
    await world.given.contact({ customer_id: foreign.id, emails: ['nord@nord.test'] });
    await world.given.contact({ emails: ['doppelt@zwei.test'] });
    await world.given.contact({ emails: ['doppelt@zwei.test'] });

    expect((await read('anna', { customerId: foreign.id })).status).toBe(404);
    expect((await read('anna', { customerId: newId() })).status).toBe(404);
    expect((await read('anna', { email: 'nord@nord.test' })).status).toBe(404);
    expect((await read('anna', { email: 'niemand@nirgends.test' })).status).toBe(404);
    expect((await read('anna', { email: "' or 1=1" })).status).toBe(404);
    const ambiguous = await read('anna', { email: 'doppelt@zwei.test' });
    expect(ambiguous.status).toBe(409);
    expect(ambiguous.body.error).toMatchObject({ code: 'duplicate', current: [{}, {}] });
    expect((await read('fremd', { customerId: customer_id })).status).toBe(404);
    expect((await world.call(null, getCockpit, { email: tietz })).status).toBe(401);
    expect((await world.call('anna', getCockpit, {})).status).toBe(400);
  });

  it('counts the portfolio anew as soon as a customer changes its cell', async () => {
    const { id } = await world.given.customer({ rating_letter: 'C', rating_digit: '3' });
    const cellOf = async () =>
      (await read('anna', { email: tietz })).body.portfolio.find((cell) => cell.letter === 'C')?.count;
    expect(await cellOf()).toBe(1);

    await world.deps.db.system((trx) =>
      trx
        .updateTable('customer')
        .set({ rating_letter: 'B', rating_digit: '1' })
        .where('id', '=', id)
        .execute(),
    );

    expect(await cellOf()).toBeUndefined();
  });

  it('shows sales people of elsewhere only their own customers in the matrix', async () => {
    const own = await world.given.customer({
      owner_id: people.ben.id,
      rating_letter: 'A',
      rating_digit: '1',
    });

    const { body } = await read('ben', { customerId: own.id });

    expect(body.portfolio).toEqual([{ letter: 'A', digit: '1', count: 1 }]);
  });
});
