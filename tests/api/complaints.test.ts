// Complaints over HTTP: drafted from a mail, and reported once.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftComplaint, getComplaint, listComplaints, reportComplaint } from '#contract/complaint.ts';
import { listActivities } from '#contract/activity.ts';
import { buildComplaintMail, buildReport, storeHollerbach } from '#tests/support/complaint-case.ts';
import { databases } from '#tests/support/databases.ts';
import type { World } from '#tests/support/world.ts';
import { createWorld } from '#tests/support/world.ts';

const unknownId = '00000000-0000-4000-8000-0000000000ff';

describe.each(databases)('complaints on %s', (database) => {
  let world: World;
  let hollerbach: Awaited<ReturnType<typeof storeHollerbach>>;
  beforeAll(async () => {
    world = await createWorld({ database });
    hollerbach = await storeHollerbach(world);
  });
  afterAll(() => world.close());

  const report = (change: Parameters<typeof buildReport>[1] = {}) =>
    world.call('jonas', reportComplaint, buildReport(hollerbach.customer.id, change));

  describe('the draft', () => {
    test('is filled from the mail, with the words and what would happen', async () => {
      const mail = buildComplaintMail(hollerbach.order.number);

      const { status, body } = await world.call('anna', draftComplaint, {
        customerId: hollerbach.customer.id,
        mail,
      });

      expect(status).toBe(200);
      expect(body).toMatchObject({
        isComplaint: true,
        title: '4 Türschließer verlieren Öl',
        category: { value: 'product_defect', because: ['verlieren Öl', 'defekt'] },
        severity: { value: 'high', because: ['vor Montag Ersatz'] },
        suggestedOrderId: hollerbach.order.id,
        owner: { name: 'Jonas Weidner' },
        ownerTitle: 'Innendienst',
      });
      expect(body.orders[0]).toMatchObject({ summary: '1 × Türschließer TS 93', inText: true });
      expect(body.deadlines.high).toEqual({
        deadline: {
          at: '2026-09-03T15:00:00.000Z',
          workingMinutesLeft: 182,
          missed: false,
          hours: 4,
          fromAt: '2026-09-03T11:00:00.000Z',
        },
        escalatesTo: { id: world.people.petra.id, name: 'Petra Lohmann' },
      });
      expect(body.deadlines.low.escalatesTo).toBeNull();
    });

    test('without a mail is an empty form', async () => {
      const { body } = await world.call('anna', draftComplaint, {
        customerId: hollerbach.customer.id,
        mail: null,
      });

      expect(body).toMatchObject({ isComplaint: false, title: '', suggestedOrderId: null });
    });

    test('names complaints that are open already', async () => {
      const other = await storeHollerbach(world);
      const open = await world.call('anna', reportComplaint, buildReport(other.customer.id));

      const { body } = await world.call('anna', draftComplaint, {
        customerId: other.customer.id,
        mail: null,
      });

      expect(body.openComplaints).toEqual([
        {
          id: open.body.complaint.id,
          number: open.body.complaint.number,
          title: '4 Türschließer verlieren Öl',
        },
      ]);
    });

    test('shows partners neither orders nor who would decide', async () => {
      const mail = buildComplaintMail(hollerbach.order.number);

      const { body } = await world.call('dieter', draftComplaint, {
        customerId: hollerbach.customer.id,
        mail,
      });

      expect(body.orders).toEqual([]);
      expect(body.deadlines.high.escalatesTo).toBeNull();
    });
  });

  describe('reporting', () => {
    test('keeps the complaint with number, deadlines and its story', async () => {
      const { status, body } = await report({ severity: 'medium', orderId: hollerbach.order.id });

      const shown = await world.call('anna', getComplaint, { id: body.complaint.id });
      expect(status).toBe(200);
      expect(body.complaint.number).toMatch(/^RK-26-\d{4}$/);
      expect(shown.body.complaint).toMatchObject({
        customer: { id: hollerbach.customer.id },
        rating: { letter: 'A', digit: '2' },
        state: 'open',
        order: { number: hollerbach.order.number, totalCents: 191_200 },
        owner: { name: 'Jonas Weidner' },
        reportedBy: { name: 'Jonas Weidner' },
        firstAnswer: { at: '2026-09-04T10:00:00.000Z', hours: 8, missed: false },
        escalation: null,
        moves: ['start', 'answer'],
      });
      expect(shown.body.events.map((event) => event.kind)).toEqual(['reported']);
    });

    test('logs the mail it came by in the same stroke, once', async () => {
      const mail = buildComplaintMail(hollerbach.order.number);

      const first = await report({ mail, receivedAt: null });
      const second = await report({ mail, receivedAt: null });

      const { body } = await world.call('anna', listActivities, { customerId: hollerbach.customer.id });
      const entry = body.items.find((one) => one.id === first.body.activityId);
      expect(first.body.complaint.receivedAt).toBe('2026-09-03T11:00:00.000Z');
      expect(first.body.complaint.activityId).toBe(first.body.activityId);
      expect(entry?.links.map((link) => link.label)).toContain(first.body.complaint.number);
      expect(second.body.activityId).toBe(first.body.activityId);
    });

    test('counts numbers up without gaps or doubles, also in parallel', async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => report({ severity: 'low' })));

      const numbers = answers
        .map(({ body }) => Number(body.complaint.number.slice(-4)))
        .toSorted((a, b) => a - b);
      expect(new Set(numbers).size).toBe(8);
      expect((numbers.at(-1) ?? 0) - (numbers[0] ?? 0)).toBe(7);
    });

    test('twenty equal requests make one complaint', async () => {
      const other = await storeHollerbach(world);
      const idempotencyKey = crypto.randomUUID();
      const send = () =>
        world.call('jonas', reportComplaint, buildReport(other.customer.id), { idempotencyKey });

      const answers = await Promise.all(Array.from({ length: 20 }, send));

      const { body } = await world.call('jonas', listComplaints, { customerId: other.customer.id });
      expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
      expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
      expect(body.items).toHaveLength(1);
    });

    test.each([
      ['a title of blanks', { title: '  ' }, 'title', 'too_small'],
      ['an owner nobody knows', { ownerId: unknownId }, 'ownerId', 'unknown'],
      ['a partner as owner', { ownerId: '00000000-0000-4000-8000-000000010007' }, 'ownerId', 'unknown'],
      ['an order nobody knows', { orderId: unknownId }, 'orderId', 'unknown'],
      ['a negative goodwill', { proposedGoodwillCents: -1 }, 'proposedGoodwillCents', 'too_small'],
    ])('refuses %s', async (_what, change, path, problem) => {
      const { status, body } = await report(change);

      expect(status).toBe(400);
      expect(body.error?.fields).toContainEqual({ path, problem });
    });

    test('refuses the order of another customer', async () => {
      const other = await world.given.order();

      const { body } = await report({ orderId: other.id });

      expect(body.error?.fields).toEqual([{ path: 'orderId', problem: 'unknown' }]);
    });

    test('for a customer the user may not see answers as for none', async () => {
      const hidden = await world.call('ben', reportComplaint, buildReport(hollerbach.customer.id));
      const unknown = await world.call('ben', reportComplaint, buildReport(unknownId));

      expect([hidden.status, unknown.status]).toEqual([404, 404]);
    });

    test('a receipt in the future counts from now', async () => {
      const { body } = await report({ severity: 'low', receivedAt: '2027-01-01T00:00:00Z' });

      expect(body.complaint.receivedAt).toBe('2026-09-03T11:58:00.000Z');
    });

    test('a partner reports for a shared customer and sees no figures', async () => {
      const { status, body } = await world.call('dieter', reportComplaint, {
        ...buildReport(hollerbach.customer.id),
        proposal: null,
        proposedGoodwillCents: null,
      });

      expect(status).toBe(200);
      expect(body.complaint).toMatchObject({ rating: null, order: null, escalation: null, moves: [] });
    });
  });
});
