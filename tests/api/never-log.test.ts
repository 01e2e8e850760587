// The never-log list over HTTP: who keeps it, and that it holds wherever a mail is logged.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logActivity } from '#contract/activity.ts';
import { findCockpit } from '#contract/cockpit.ts';
import { addNeverLog, listNeverLog, removeNeverLog } from '#contract/never-log.ts';
import { databases } from '#tests/support/databases.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';
import { activityCase, storeSender } from '#tests/support/activity-case.ts';

const lawyer = { name: 'RA Kern', address: 'kern@kanzlei-kern.test' };

describe.each(databases)('the never-log list on %s', (database) => {
  let world: World;
  let customerId: string;
  beforeAll(async () => {
    world = await createWorld({ database });
    customerId = await storeSender(world);
  });
  afterAll(() => world.close());

  const { auditOf, history, newMail } = activityCase(() => ({ world, customerId }));

  describe('is kept', () => {
    test('by each person for himself: nobody else sees or loses anything by it', async () => {
      const { status, body } = await world.call('anna', addNeverLog, {
        kind: 'domain',
        value: 'Privat.Test',
      });

      expect([status, body.value, body.isOfCompany, body.canRemove]).toEqual([
        200,
        'privat.test',
        false,
        true,
      ]);
      expect(body.by?.name).toBe('Anna Brandl');
      const jonas = await world.call('jonas', listNeverLog, {});
      expect(jonas.body.items.map((entry) => entry.value)).not.toContain('privat.test');
      expect((await world.call('jonas', removeNeverLog, { id: body.id })).status).toBe(404);
      expect(await auditOf(body.id)).toEqual([{ action: 'never_log.add' }]);
    });

    test('by administrators for the company: everyone reads it, only they change it', async () => {
      const wanted = { kind: 'domain', value: 'betriebsrat.test', forCompany: true } as const;
      expect((await world.call('anna', addNeverLog, wanted)).status).toBe(403);

      const { body } = await world.call('miriam', addNeverLog, wanted);

      const seen = (await world.call('anna', listNeverLog, {})).body.items;
      expect(seen.find((entry) => entry.id === body.id)).toMatchObject({
        isOfCompany: true,
        canRemove: false,
      });
      expect((await world.call('anna', removeNeverLog, { id: body.id })).status).toBe(403);
      expect((await world.call('miriam', removeNeverLog, { id: body.id })).body).toEqual({ removed: true });
    });

    test('once: the same again answers the entry that is there', async () => {
      const first = await world.call('ben', addNeverLog, { kind: 'address', value: 'chor@verein.test' });

      const again = await world.call('ben', addNeverLog, { kind: 'address', value: ' Chor@Verein.test' });

      expect([again.status, again.body.error?.code]).toEqual([409, 'duplicate']);
      expect(again.body.error?.current).toMatchObject({ id: first.body.id });
    });

    test.each([
      ['address', 'kein-at.test', 'wrong_format'],
      ['domain', 'co.uk', 'wrong_format'],
      ['domain', 'brenner-lohse.test', 'internal'],
    ] as const)('without nonsense: %s %s is %s', async (kind, value, problem) => {
      const { status, body } = await world.call('anna', addNeverLog, { kind, value });

      expect([status, body.error?.fields]).toEqual([400, [{ path: 'value', problem }]]);
    });
  });

  describe('holds when a mail is logged', () => {
    test('a listed domain is refused with the reason, for the one who listed it, until it is an exception', async () => {
      await world.call('anna', addNeverLog, { kind: 'domain', value: 'kanzlei-kern.test' });
      const mail = newMail({ cc: [lawyer] });

      const refused = await world.call('anna', logActivity, { customerId, mail });
      const logged = await world.call('anna', logActivity, { customerId, mail, exception: true });

      expect([refused.status, refused.body.error?.code]).toEqual([409, 'never_log']);
      expect(refused.body.error?.current).toEqual({
        reason: 'domain',
        evidence: 'kanzlei-kern.test',
        isOfCompany: false,
      });
      expect(logged.body.created).toBe(true);
      const other = newMail({ cc: [lawyer] });
      expect((await world.call('jonas', logActivity, { customerId, mail: other })).body.created).toBe(true);
    });

    test('what the company listed is refused for everybody', async () => {
      const wanted = { kind: 'address', value: 'vertrauensperson@aerzte.test', forCompany: true } as const;
      await world.call('miriam', addNeverLog, wanted);
      const mail = newMail({ cc: [{ name: '', address: 'Vertrauensperson@Aerzte.test' }] });

      const { body } = await world.call('jonas', logActivity, { customerId, mail });

      expect(body.error?.current).toMatchObject({ reason: 'address', isOfCompany: true });
    });

    test.each([
      ['internal', { from: { name: '', address: 'jonas.weidner@brenner-lohse.test' }, cc: [] }],
      ['private', { isPrivate: true }],
    ] as const)('an %s mail is refused and leaves no trace', async (reason, changes) => {
      const before = await history();
      const mail = newMail({ ...changes, cc: [] });

      const { body } = await world.call('anna', logActivity, { customerId, mail });

      expect([body.error?.code, body.error?.current]).toMatchObject(['never_log', { reason }]);
      expect(await history()).toEqual(before);
    });

    test('the pane knows before anybody presses', async () => {
      const mail = newMail({ isPrivate: true });

      const { body } = await world.call('anna', findCockpit, { mail, customerId });

      expect(body.neverLog).toEqual({ reason: 'private', evidence: '', isOfCompany: true });
      expect(
        (await world.call('anna', findCockpit, { mail: newMail(), customerId })).body.neverLog,
      ).toBeNull();
    });
  });
});
