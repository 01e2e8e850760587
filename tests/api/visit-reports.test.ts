// After a visit, over HTTP: the report with what comes of it, and how it is read and corrected later.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listActivities, undoActivity } from '#contract/activity.ts';
import { getComplaint } from '#contract/complaint.ts';
import { listFollowUps } from '#contract/follow-up.ts';
import { getVisit, listDueVisits } from '#contract/visit.ts';
import { createVisitQuestion } from '#contract/visit-question.ts';
import {
  getVisitPreparation,
  getVisitReport,
  reportVisit,
  updateVisitReport,
} from '#contract/visit-report.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { databases } from '#tests/support/databases.ts';
import { people } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';
import { storeGroups, storeVisit } from '#tests/support/visit-case.ts';

const nobody = '0198f0a0-0000-7000-8000-00000000dead';

describe.each(databases)('reports of visits on %s', (database) => {
  let world: World;
  let groups: Awaited<ReturnType<typeof storeGroups>>;
  beforeAll(async () => {
    world = await createWorld({ database });
    groups = await storeGroups(world);
  });
  afterAll(() => world.close());

  const makeVisit = (of: Parameters<typeof storeVisit>[1] = {}) => storeVisit(world, of);

  describe('reporting', () => {
    test('stores the report, its entry in the history, follow-ups in To Do and a complaint, all together', async () => {
      const { customerId, contactId, visitId } = await makeVisit();
      const question = await world.call('petra', createVisitQuestion, {
        text: 'Mit der Lieferung zufrieden?',
        kind: 'yes_no',
      });
      const answer = await world.call('anna', reportVisit, {
        id: visitId,
        result: 'quote_wanted',
        summary: 'Neue Halle besichtigt.',
        agreements: 'Muster bis Freitag',
        nextVisitOn: '2026-11-12',
        contactIds: [contactId],
        productGroups: [{ id: groups.fire, interest: 'interested' }],
        answers: [{ questionId: question.body.id, answer: 'Ja' }],
        prices: [{ productText: 'TS 93', competitor: 'Fremd AG', priceCents: 4_190 }],
        followUps: [
          { title: 'Muster senden', dueOn: '2026-09-04' },
          { title: 'Angebot schreiben', dueOn: '2026-09-07' },
        ],
        complaint: { title: 'Zwei Schließer undicht', category: 'product_defect', severity: 'medium' },
      });

      expect(answer.status, answer.text).toBe(200);
      expect(answer.body).toMatchObject({
        visit: { state: 'reported', people: [{ name: 'Sabine Tietz' }] },
        report: {
          version: 1,
          result: 'quote_wanted',
          by: { id: people.anna.id },
          nextVisitOn: '2026-11-12',
          peopleMet: [{ id: contactId }],
          productGroups: [{ name: 'Brandschutz', interest: 'interested' }],
          answers: [{ question: 'Mit der Lieferung zufrieden?', answer: 'Ja' }],
          prices: [{ productText: 'TS 93', priceCents: 4_190, unit: 'Stück', heardOn: '2026-09-03' }],
          visibility: 'team',
        },
      });
      const history = await world.call('anna', listActivities, { customerId });
      expect(history.body.items).toMatchObject([
        {
          kind: 'visit',
          subject: 'Besuch',
          occurredAt: '2026-09-03T08:00:00.000Z',
          contact: { id: contactId },
          links: [{ kind: 'complaint', id: answer.body.complaint?.id }],
        },
      ]);
      expect(history.body.items[0]?.bodyText).toContain('Vereinbart: Muster bis Freitag');
      await world.runJobs();
      const followUps = await world.call('anna', listFollowUps, { customerId });
      expect(followUps.body.items.map((one) => [one.title, one.toDo.state])).toEqual([
        ['Muster senden', 'in_to_do'],
        ['Angebot schreiben', 'in_to_do'],
      ]);
      const complaint = await world.call('anna', getComplaint, { id: answer.body.complaint?.id ?? '' });
      expect(complaint.body.complaint).toMatchObject({ title: 'Zwei Schließer undicht', state: 'open' });
    });

    test('twice with the same key stores one report; another time it is refused', async () => {
      const { customerId, visitId } = await makeVisit();
      const input = {
        id: visitId,
        result: 'good_talk' as const,
        followUps: [{ title: 'Anrufen', dueOn: '2026-09-08' }],
      };
      const key = { idempotencyKey: `report-${database}` };
      const first = await world.call('anna', reportVisit, input, key);
      const second = await world.call('anna', reportVisit, input, key);
      const third = await world.call('anna', reportVisit, input);

      expect(second.body).toEqual(first.body);
      expect([third.status, third.body.error?.code]).toEqual([409, 'transition_not_allowed']);
      expect((await world.call('anna', listFollowUps, { customerId })).body.items).toHaveLength(1);
      expect((await world.call('anna', listActivities, { customerId })).body.items).toHaveLength(1);
    });

    test('fails as a whole: a wrong part leaves nothing behind', async () => {
      const { customerId, visitId } = await makeVisit();
      const wrong = await world.call('anna', reportVisit, {
        id: visitId,
        result: 'good_talk',
        contactIds: [nobody],
        productGroups: [{ id: nobody, interest: 'talked' }],
        answers: [{ questionId: nobody, answer: 'Ja' }],
        prices: [{ productGroupId: nobody, priceCents: 1 }],
        followUps: [{ title: 'x', dueOn: '2026-09-04' }],
      });

      expect(wrong.status).toBe(400);
      expect(wrong.body.error?.fields?.map((field) => field.path)).toEqual([
        'contactIds',
        'productGroups',
        'prices',
        'answers',
      ]);
      expect((await world.call('anna', listActivities, { customerId })).body.items).toEqual([]);
      expect((await world.call('anna', getVisit, { id: visitId })).body.state).toBe('planned');
    });

    test('before its time moves the visit to now, and it is no longer due', async () => {
      const { customerId, visitId } = await makeVisit({
        customer: { rating_letter: 'A', rating_digit: '1', postcode: '78462' },
        visit: { starts_at: new Date('2026-09-10T10:00:00+02:00') },
      });
      await world.call('anna', reportVisit, { id: visitId, result: 'order' });

      expect((await world.call('anna', getVisit, { id: visitId })).body.startsAt).toBe(
        world.clock.now().toISOString(),
      );
      const due = await world.call('anna', listDueVisits, { postcode: '78462' });
      expect(due.body.items.map((item) => item.customer.id)).toEqual([customerId]);
      expect(due.body.items[0]).toMatchObject({ lastVisitOn: '2026-09-03', state: 'upcoming' });
    });

    test('is for its own person and managers; a partner never reports', async () => {
      const { visitId } = await makeVisit({ customer: { sharedWith: [people.dieter.id] } });
      const input = { id: visitId, result: 'nothing' as const };

      expect((await world.call('jonas', reportVisit, input)).status).toBe(403);
      expect((await world.call('ben', reportVisit, input)).status).toBe(404);
      expect((await world.call('dieter', reportVisit, input)).status).toBe(403);
      expect((await world.call('petra', reportVisit, input)).status).toBe(200);
    });

    test('a visit called off cannot be reported', async () => {
      const { visitId } = await makeVisit({ visit: { cancelled_at: new Date('2026-09-02T10:00:00Z') } });
      const answer = await world.call('anna', reportVisit, { id: visitId, result: 'nothing' });

      expect(answer.body.error?.code).toBe('transition_not_allowed');
    });

    test('a first contact keeps what was shown and what this customer could buy', async () => {
      const { visitId } = await makeVisit({ visit: { kind: 'first_contact' } });
      const { body } = await world.call('anna', reportVisit, {
        id: visitId,
        result: 'good_talk',
        presented: 'Sortiment Brandschutz, Lieferdienst',
        potentialCents: 4_000_000,
      });

      expect(body.report).toMatchObject({ kind: 'first_contact', potentialCents: 4_000_000 });
    });

    test('taken back from the history with its follow-ups, the visit can be reported anew', async () => {
      const { customerId, visitId } = await makeVisit();
      const first = await world.call('anna', reportVisit, {
        id: visitId,
        result: 'good_talk',
        followUps: [{ title: 'Anrufen', dueOn: '2026-09-08' }],
      });
      await world.call('anna', undoActivity, { id: first.body.report.activityId });

      const form = await world.call('anna', getVisitReport, { id: visitId });
      const again = await world.call('anna', reportVisit, { id: visitId, result: 'order' });

      expect(form.body.report).toBeNull();
      expect(again.body.report?.result).toBe('order');
      expect((await world.call('anna', listFollowUps, { customerId })).body.items).toEqual([]);
    });
  });

  describe('a report', () => {
    test('stands beside the next one, unless it is not for these eyes', async () => {
      const { customerId, visitId } = await makeVisit({
        visit: { starts_at: new Date('2026-08-03T10:00:00+02:00') },
      });
      await world.call('anna', reportVisit, { id: visitId, result: 'order', agreements: 'Preis prüfen' });
      const hidden = await world.given.visit({
        customer_id: customerId,
        starts_at: new Date('2026-08-20T10:00:00+02:00'),
      });
      await world.call('anna', reportVisit, { id: hidden.id, result: 'nothing', visibility: 'me' });
      const next = await world.given.visit({ customer_id: customerId, user_id: people.jonas.id });
      const previous = async (user: 'anna' | 'jonas') => [
        (await world.call(user, getVisitReport, { id: next.id })).body.previous?.result,
        (await world.call(user, getVisitPreparation, { visitId: next.id })).body.previous?.result,
      ];

      expect(await previous('anna')).toEqual(['nothing', 'nothing']);
      expect(await previous('jonas')).toEqual(['order', 'order']);
      expect((await world.call('jonas', getVisitReport, { id: hidden.id })).body.report).toBeNull();
    });

    test('is corrected with its entry in the history; a stale version gets it as it is', async () => {
      const { customerId, contactId, visitId } = await makeVisit();
      await world.call('anna', reportVisit, {
        id: visitId,
        result: 'good_talk',
        summary: 'Erst so',
        productGroups: [{ id: groups.fire, interest: 'talked' }],
        prices: [{ productText: 'TS 93', priceCents: 100 }],
      });
      const change = { id: visitId, summary: 'Dann so', contactIds: [contactId], prices: [] };
      const changed = await world.call('anna', updateVisitReport, change, { ifMatch: 1 });
      const stale = await world.call(
        'anna',
        updateVisitReport,
        { id: visitId, summary: 'x' },
        { ifMatch: 1 },
      );
      const without = await world.call('anna', updateVisitReport, { id: visitId, summary: 'x' });
      const [entry] = (await world.call('anna', listActivities, { customerId })).body.items;

      expect(changed.body).toMatchObject({
        version: 2,
        result: 'good_talk',
        summary: 'Dann so',
        peopleMet: [{ id: contactId }],
        productGroups: [{ id: groups.fire }],
        prices: [],
      });
      expect([stale.status, without.status]).toEqual([412, 428]);
      expect(stale.body.error?.current).toMatchObject({ summary: 'Dann so' });
      expect(entry?.bodyText).toContain('Dann so');
      expect(entry?.contact?.id).toBe(contactId);
      expect((await world.call('jonas', updateVisitReport, change, { ifMatch: 2 })).status).toBe(403);
      expect((await world.call('ben', updateVisitReport, change, { ifMatch: 2 })).status).toBe(404);
    });

    test('offers the customer’s people, groups bought first, and the questions in use', async () => {
      const { customerId, contactId, visitId } = await makeVisit();
      await world.given.row('customer_product_group', {
        organization_id: demoTenantId,
        customer_id: customerId,
        group_id: groups.tools,
      });
      const { body } = await world.call('anna', getVisitReport, { id: visitId });

      expect(body.contacts).toEqual([{ id: contactId, name: 'Sabine Tietz' }]);
      expect(body.productGroups.map((group) => [group.name, group.isBought])).toEqual([
        ['Werkzeug', true],
        ['Brandschutz', false],
      ]);
      expect(body.report).toBeNull();
    });
  });
});
