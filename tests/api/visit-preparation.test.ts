// Before a visit, over HTTP: the preparation sheet, and the company's questions.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getCustomerInsights } from '#contract/insight.ts';
import { createVisitQuestion, listVisitQuestions, updateVisitQuestion } from '#contract/visit-question.ts';
import { getVisitPreparation, getVisitReport, reportVisit } from '#contract/visit-report.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { databases } from '#tests/support/databases.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';
import { storeGroups, storeVisit } from '#tests/support/visit-case.ts';

const nobody = '0198f0a0-0000-7000-8000-00000000dead';

describe.each(databases)('before a visit on %s', (database) => {
  let world: World;
  let groups: Awaited<ReturnType<typeof storeGroups>>;
  beforeAll(async () => {
    world = await createWorld({ database });
    groups = await storeGroups(world);
  });
  afterAll(() => world.close());

  const makeVisit = (of: Parameters<typeof storeVisit>[1] = {}) => storeVisit(world, of);

  describe('the preparation sheet', () => {
    test('tells everything one wants to know before going in, as of now', async () => {
      const { customerId, contactId, visitId } = await makeVisit({
        customer: { target_group: 'Metallbau', rating_letter: 'A', rating_digit: '2', payment_term_days: 30 },
      });
      const of = { customer_id: customerId };
      await world.given.row('visit_contact', {
        organization_id: demoTenantId,
        visit_id: visitId,
        contact_id: contactId,
      });
      await world.given.contact({ ...of, name: 'Andere Person' });
      await world.given.quote({ ...of, valid_until: '2026-09-05' });
      await world.given.quote({ ...of, state: 'won' });
      await world.given.order({ ...of, ordered_on: '2026-08-17', total_cents: 100_000 });
      await world.given.order({ ...of, ordered_on: '2025-06-01', total_cents: 50_000 });
      await world.given.invoice({ ...of, total_cents: 70_000, paid_cents: 20_000, due_on: '2026-08-01' });
      await world.given.invoice({ ...of, total_cents: 10_000, due_on: '2026-09-30' });
      await world.given.complaint({ ...of, title: 'Schließer undicht' });
      await world.given.followUp({ ...of, title: 'Muster senden' });
      await world.given.row('customer_product_group', {
        organization_id: demoTenantId,
        customer_id: customerId,
        group_id: groups.tools,
      });
      for (let index = 0; index < 6; index += 1) {
        const other = await world.given.customer({
          target_group: 'Metallbau',
          rating_letter: 'A',
          rating_digit: '1',
        });
        if (index < 3)
          await world.given.row('customer_product_group', {
            organization_id: demoTenantId,
            customer_id: other.id,
            group_id: groups.fire,
          });
      }

      const { body, status } = await world.call('anna', getVisitPreparation, { visitId });

      expect(status).toBe(200);
      expect(body).toMatchObject({
        customer: { id: customerId, targetGroup: 'Metallbau', paymentTermDays: 30 },
        visit: { id: visitId },
        revenue: { last12MonthsCents: 100_000, previous12MonthsCents: 50_000 },
        openItems: { totalCents: 60_000, overdueCents: 50_000, oldestDueOn: '2026-08-01' },
        complaints: [{ title: 'Schließer undicht' }],
        followUps: [{ title: 'Muster senden' }],
        previous: null,
      });
      expect(body.people.map((person) => [person.name, person.isExpected])).toEqual([
        ['Sabine Tietz', true],
        ['Andere Person', false],
      ]);
      expect(body.quotes).toHaveLength(1);
      expect(body.orders.map((order) => order.totalCents)).toEqual([100_000, 50_000]);
      const group = (id: string) => body.groups.find((one) => one.id === id);
      expect([group(groups.fire)?.isBought, group(groups.tools)?.isBought]).toEqual([false, true]);
      const insights = await world.call('anna', getCustomerInsights, { id: customerId });
      const { crossSelling, upSelling } = insights.body;
      expect(body.hints).toEqual({ crossSelling, upSelling });
      expect(crossSelling).toMatchObject([{ group: { id: groups.fire }, buyers: 3, peers: 6 }]);
    });

    test('comes for a customer before a visit is planned', async () => {
      const { id } = await world.given.customer();
      const { body } = await world.call('anna', getVisitPreparation, { customerId: id });

      expect([body.customer.id, body.visit]).toEqual([id, null]);
      expect((await world.call('anna', getVisitPreparation, {})).status).toBe(400);
      expect((await world.call('ben', getVisitPreparation, { customerId: id })).status).toBe(404);
      expect((await world.call('dieter', getVisitPreparation, { customerId: id })).status).toBe(403);
    });
  });

  describe('the company’s questions', () => {
    test('are added, reworded, ordered and archived by managers; answers keep the wording', async () => {
      const add = async (text: string) =>
        (await world.call('miriam', createVisitQuestion, { text, kind: 'text', firstContactOnly: false }))
          .body;
      const first = await add('Was fehlt im Sortiment?');
      const second = await add('Wer liefert sonst?');
      const { visitId } = await makeVisit();
      await world.call('anna', reportVisit, {
        id: visitId,
        result: 'good_talk',
        answers: [{ questionId: first.id, answer: 'Nichts' }],
      });

      const moved = { id: second.id, position: 0 };
      await world.call('petra', updateVisitQuestion, moved, { ifMatch: 1 });
      const change = { id: first.id, text: 'Was vermissen Sie?', isArchived: true };
      const changed = await world.call('petra', updateVisitQuestion, change, { ifMatch: 1 });
      const stale = await world.call('petra', updateVisitQuestion, change, { ifMatch: 1 });
      const { items } = (await world.call('anna', listVisitQuestions, {})).body;
      const report = (await world.call('anna', getVisitReport, { id: visitId })).body;

      expect(changed.body).toMatchObject({ text: 'Was vermissen Sie?', isArchived: true, version: 2 });
      expect(stale.status).toBe(412);
      expect(items[0]?.text).toBe('Wer liefert sonst?');
      expect(items.at(-1)).toMatchObject({ id: first.id, isArchived: true });
      expect(report.report?.answers[0]?.question).toBe('Was fehlt im Sortiment?');
      expect(report.questions.map((question) => question.id)).not.toContain(first.id);
      const unknown = { id: nobody, text: 'x' };
      expect((await world.call('petra', updateVisitQuestion, unknown, { ifMatch: 1 })).status).toBe(404);
    });
  });
});
