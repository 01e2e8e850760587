// The never-log list over HTTP: who keeps it, and that it holds wherever a mail is logged.
import { describe, expect, test } from 'vitest';
import { logActivity } from '#contract/activity.ts';
import { findCockpit } from '#contract/cockpit.ts';
import { addNeverLog, listNeverLog, removeNeverLog } from '#contract/never-log.ts';
import { describeActivities } from '#tests/support/activity-case.ts';

const lawyer = { name: 'RA Kern', address: 'kern@kanzlei-kern.test' };

describeActivities('the never-log list', (suite) => {
  const { auditOf, history, newMail } = suite;

  describe('is kept', () => {
    test('by each person for himself: nobody else sees or loses anything by it', async () => {
      const { status, body } = await suite.world.call('anna', addNeverLog, {
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
      const jonas = await suite.world.call('jonas', listNeverLog, {});
      expect(jonas.body.items.map((entry) => entry.value)).not.toContain('privat.test');
      expect((await suite.world.call('jonas', removeNeverLog, { id: body.id })).status).toBe(404);
      expect(await auditOf(body.id)).toEqual([{ action: 'never_log.add' }]);
    });

    test('by administrators for the company: everyone reads it, only they change it', async () => {
      const wanted = { kind: 'domain', value: 'betriebsrat.test', forCompany: true } as const;
      expect((await suite.world.call('anna', addNeverLog, wanted)).status).toBe(403);

      const { body } = await suite.world.call('miriam', addNeverLog, wanted);

      const seen = (await suite.world.call('anna', listNeverLog, {})).body.items;
      expect(seen.find((entry) => entry.id === body.id)).toMatchObject({
        isOfCompany: true,
        canRemove: false,
      });
      expect((await suite.world.call('anna', removeNeverLog, { id: body.id })).status).toBe(403);
      expect((await suite.world.call('miriam', removeNeverLog, { id: body.id })).body).toEqual({
        removed: true,
      });
    });

    test('once: the same again answers the entry that is there', async () => {
      const first = await suite.world.call('ben', addNeverLog, {
        kind: 'address',
        value: 'chor@verein.test',
      });

      const again = await suite.world.call('ben', addNeverLog, {
        kind: 'address',
        value: ' Chor@Verein.test',
      });

      expect([again.status, again.body.error?.code]).toEqual([409, 'duplicate']);
      expect(again.body.error?.current).toMatchObject({ id: first.body.id });
    });

    test.each([
      ['address', 'kein-at.test', 'wrong_format'],
      ['domain', 'co.uk', 'wrong_format'],
      ['domain', 'brenner-lohse.test', 'internal'],
    ] as const)('without nonsense: %s %s is %s', async (kind, value, problem) => {
      const { status, body } = await suite.world.call('anna', addNeverLog, { kind, value });

      expect([status, body.error?.fields]).toEqual([400, [{ path: 'value', problem }]]);
    });
  });

  describe('holds when a mail is logged', () => {
    test('a listed domain is refused with the reason, for the one who listed it, until it is an exception', async () => {
      await suite.world.call('anna', addNeverLog, { kind: 'domain', value: 'kanzlei-kern.test' });
      const mail = newMail({ cc: [lawyer] });

      const refused = await suite.world.call('anna', logActivity, { customerId: suite.customerId, mail });
      const logged = await suite.world.call('anna', logActivity, {
        customerId: suite.customerId,
        mail,
        exception: true,
      });

      expect([refused.status, refused.body.error?.code]).toEqual([409, 'never_log']);
      expect(refused.body.error?.current).toEqual({
        reason: 'domain',
        evidence: 'kanzlei-kern.test',
        isOfCompany: false,
      });
      expect(logged.body.created).toBe(true);
      const other = newMail({ cc: [lawyer] });
      expect(
        (await suite.world.call('jonas', logActivity, { customerId: suite.customerId, mail: other })).body
          .created,
      ).toBe(true);
    });

    test('what the company listed is refused for everybody', async () => {
      const wanted = { kind: 'address', value: 'vertrauensperson@aerzte.test', forCompany: true } as const;
      await suite.world.call('miriam', addNeverLog, wanted);
      const mail = newMail({ cc: [{ name: '', address: 'Vertrauensperson@Aerzte.test' }] });

      const { body } = await suite.world.call('jonas', logActivity, { customerId: suite.customerId, mail });

      expect(body.error?.current).toMatchObject({ reason: 'address', isOfCompany: true });
    });

    test.each([
      ['internal', { from: { name: '', address: 'jonas.weidner@brenner-lohse.test' }, cc: [] }],
      ['private', { isPrivate: true }],
    ] as const)('an %s mail is refused and leaves no trace', async (reason, changes) => {
      const before = await history();
      const mail = newMail({ ...changes, cc: [] });

      const { body } = await suite.world.call('anna', logActivity, { customerId: suite.customerId, mail });

      expect([body.error?.code, body.error?.current]).toMatchObject(['never_log', { reason }]);
      expect(await history()).toEqual(before);
    });

    test('the pane knows before anybody presses', async () => {
      const mail = newMail({ isPrivate: true });

      const { body } = await suite.world.call('anna', findCockpit, { mail, customerId: suite.customerId });

      expect(body.neverLog).toEqual({ reason: 'private', evidence: '', isOfCompany: true });
      expect(
        (await suite.world.call('anna', findCockpit, { mail: newMail(), customerId: suite.customerId })).body
          .neverLog,
      ).toBeNull();
    });
  });
});
