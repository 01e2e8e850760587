// Activities over HTTP: a mail logged once with what belongs to it, a call noted by hand.
import { describe, expect, test } from 'vitest';
import { logActivity, previewMail } from '#contract/activity.ts';
import { buildMail } from '#contract/examples.ts';
import { people } from '#tests/support/people.ts';
import { describeActivities } from '#tests/support/activity-case.ts';

describeActivities('activities', (suite) => {
  const { auditOf, history, newMail } = suite;

  describe('logging a mail', () => {
    test('keeps who, when, what, the contact behind the address, and no signature', async () => {
      const { status, body } = await suite.world.call('anna', logActivity, {
        customerId: suite.customerId,
        mail: newMail(),
      });

      expect(status).toBe(200);
      expect(body).toMatchObject({ created: true, followUpId: null });
      expect(body.activity).toMatchObject({
        kind: 'email',
        direction: 'inbound',
        contact: { name: 'Sabine Tietz' },
        loggedBy: { id: people.anna.id, name: 'Anna Brandl' },
        loggedAt: '2026-09-03T11:58:00.000Z',
        occurredAt: '2026-09-03T11:42:00.000Z',
        canUndo: true,
        hasQuotedHistory: false,
      });
      expect(body.activity.bodyText).toMatch(/verlieren Öl.*Freitag\.$/);
      expect((await history())[0]).toEqual(body.activity);
      expect(await auditOf(body.activity.id)).toEqual([{ action: 'activity.log' }]);
    });

    test('from one of our own people is outbound', async () => {
      const mail = newMail({
        from: { name: 'Anna', address: 'Anna.Brandl@Brenner-Lohse.test' },
        to: [{ name: 'Sabine Tietz', address: 's.tietz@hollerbach-metallbau.test' }],
      });

      const { body } = await suite.world.call('anna', logActivity, { customerId: suite.customerId, mail });

      expect(body.activity.direction).toBe('outbound');
    });

    test('keeps quoted history and an edited text only when asked to', async () => {
      const bodyText =
        'Ja, passt.\n\nAm 02.09.2026 um 10:00 schrieb Anna Brandl <anna@brenner-lohse.test>:\n> Passt Freitag?';
      const plain = await suite.world.call('anna', logActivity, {
        customerId: suite.customerId,
        mail: newMail({ bodyText }),
      });
      const whole = await suite.world.call('anna', logActivity, {
        customerId: suite.customerId,
        mail: newMail({ bodyText }),
        keepQuotedHistory: true,
      });
      const edited = await suite.world.call('anna', logActivity, {
        customerId: suite.customerId,
        mail: newMail({ bodyText }),
        editedText: 'Freitag bestätigt.',
      });

      expect(plain.body.activity).toMatchObject({ bodyText: 'Ja, passt.', hasQuotedHistory: false });
      expect(whole.body.activity.bodyText).toContain('Passt Freitag?');
      expect(whole.body.activity.hasQuotedHistory).toBe(true);
      expect(edited.body.activity.bodyText).toBe('Freitag bestätigt.');
    });

    test('a second time, by anybody, answers the first entry', async () => {
      const mail = newMail();
      const first = await suite.world.call('anna', logActivity, { customerId: suite.customerId, mail });

      const second = await suite.world.call('jonas', logActivity, {
        customerId: suite.customerId,
        mail: { ...mail, itemId: 'other' },
      });

      expect(second.body.created).toBe(false);
      expect(second.body.activity).toEqual({
        ...first.body.activity,
        canEdit: false,
        editable: [],
        canUndo: false,
      });
    });

    test('twenty times at once makes one entry and one follow-up', async () => {
      const mail = newMail();
      const followUp = { title: 'Nachfassen', dueOn: '2026-09-04' };

      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          suite.world.call(n % 2 === 0 ? 'anna' : 'jonas', logActivity, {
            customerId: suite.customerId,
            mail,
            followUp,
          }),
        ),
      );

      expect(answers.map((answer) => answer.status)).toEqual(Array(20).fill(200));
      expect(answers.filter((answer) => answer.body.created)).toHaveLength(1);
      expect(new Set(answers.map((answer) => answer.body.activity.id)).size).toBe(1);
      expect(new Set(answers.map((answer) => answer.body.followUpId)).size).toBe(1);
      const rows = await suite.world.deps.db.system((trx) =>
        trx.selectFrom('activity').select('id').where('message_id', '=', mail.messageId).execute(),
      );
      expect(rows).toHaveLength(1);
    });

    test('that a colleague keeps to himself says so and stores nothing', async () => {
      const mail = newMail();
      await suite.world.call('jonas', logActivity, { customerId: suite.customerId, mail, visibility: 'me' });

      const { status, body } = await suite.world.call('anna', logActivity, {
        customerId: suite.customerId,
        mail,
      });

      expect([status, body.error?.code]).toEqual([409, 'duplicate']);
    });

    test('twice with the same key answers the same', async () => {
      const input = { customerId: suite.customerId, mail: newMail() };
      const first = await suite.world.call('anna', logActivity, input, { idempotencyKey: 'log-1' });
      const second = await suite.world.call('anna', logActivity, input, { idempotencyKey: 'log-1' });

      expect(second.body).toEqual(first.body);
      expect(second.body.created).toBe(true);
    });

    test('with an empty subject and 500 recipients is fine', async () => {
      const to = Array.from({ length: 500 }, (_, n) => ({ name: `P ${n}`, address: `p${n}@example.test` }));

      const { status, body } = await suite.world.call('anna', logActivity, {
        customerId: suite.customerId,
        mail: newMail({ subject: '', to }),
      });

      expect(status).toBe(200);
      expect(body.activity.subject).toBe('');
    });

    test.each([
      { what: 'neither mail nor touch', input: {}, field: '' },
      { what: 'an unknown field', input: { colour: 'red' }, field: 'colour' },
      { what: 'a wrong type', input: { mail: { ...buildMail(), subject: 7 } }, field: 'mail.subject' },
      {
        what: 'an attachment that the mail does not have',
        input: { mail: newMail(), attachmentIds: ['x'] },
        field: 'attachmentIds',
      },
      {
        what: 'a document of nobody',
        input: { mail: newMail(), links: [{ kind: 'quote', id: '0198f0a0-0000-7000-8000-00000000dead' }] },
        field: 'links',
      },
      {
        what: 'a contact of nobody',
        input: { mail: newMail(), contactId: '0198f0a0-0000-7000-8000-00000000dead' },
        field: 'contactId',
      },
    ])('with $what is refused by name', async ({ input, field }) => {
      const { status, body } = await suite.world.call('anna', logActivity, {
        customerId: suite.customerId,
        ...input,
      } as never);

      expect(status).toBe(400);
      expect(body.error).toMatchObject({ code: 'invalid_input' });
      expect(body.error?.fields?.map((one) => one.path)).toContain(field);
    });

    test('to a customer of another territory is as if there were none', async () => {
      const north = await suite.world.given.customer({ owner_id: people.ben.id, territory_id: null });
      const unknown = await suite.world.call('anna', logActivity, {
        customerId: '0198f0a0-0000-7000-8000-00000000dead',
        mail: newMail(),
      });

      const foreign = await suite.world.call('anna', logActivity, { customerId: north.id, mail: newMail() });

      expect(foreign.status).toBe(404);
      expect({ ...foreign.body.error, requestId: '' }).toEqual({ ...unknown.body.error, requestId: '' });
    });

    test('without a sign-in, or as a partner, is refused', async () => {
      expect(
        (await suite.world.call(null, logActivity, { customerId: suite.customerId, mail: newMail() })).status,
      ).toBe(401);
      expect(
        (await suite.world.call('dieter', logActivity, { customerId: suite.customerId, mail: newMail() }))
          .status,
      ).toBe(403);
    });
  });

  test('a call is noted by hand', async () => {
    const { body } = await suite.world.call('anna', logActivity, {
      customerId: suite.customerId,
      touch: {
        kind: 'call',
        direction: 'outbound',
        subject: 'Rückruf wegen Türschließern',
        occurredAt: '2026-09-03T13:30:00+02:00',
        durationMinutes: 12,
      },
    });

    expect(body.activity).toMatchObject({
      kind: 'call',
      direction: 'outbound',
      durationMinutes: 12,
      contact: null,
    });
  });

  describe('documents', () => {
    test('named in the mail are suggested, open ones offered, closed ones left out', async () => {
      const other = await suite.world.given.quote();
      const quote = await suite.world.given.quote({ customer_id: suite.customerId, number: 'AN-26-1182' });
      const order = await suite.world.given.order({
        customer_id: suite.customerId,
        number: 'AU-26-0907',
        delivered_on: '2026-08-20',
      });
      const complaint = await suite.world.given.complaint({
        customer_id: suite.customerId,
        number: 'RK-26-0318',
      });
      await suite.world.given.quote({ customer_id: suite.customerId, number: 'AN-26-0001', state: 'lost' });
      const mail = newMail({
        subject: 'AW: Reklamation RK-26-0318',
        bodyText: `Es geht um den Auftrag AU-26-0907, nicht um ${other.number}.`,
      });

      const { body } = await suite.world.call('anna', previewMail, { mail, customerId: suite.customerId });

      expect(body.links).toEqual([
        { kind: 'complaint', id: complaint.id, label: 'RK-26-0318', suggested: true, reason: 'in_subject' },
        { kind: 'order', id: order.id, label: 'AU-26-0907', suggested: true, reason: 'in_text' },
        { kind: 'quote', id: quote.id, label: 'AN-26-1182', suggested: false, reason: 'still_open' },
      ]);
      expect(body.followUpTitle).toBe('Reklamation RK-26-0318');

      const logged = await suite.world.call('anna', logActivity, {
        customerId: suite.customerId,
        mail,
        links: [{ kind: 'complaint', id: complaint.id }],
      });
      expect(logged.body.activity.links).toEqual([
        { kind: 'complaint', id: complaint.id, label: 'RK-26-0318' },
      ]);
      expect((await history())[0]?.links).toEqual(logged.body.activity.links);
    });

    test('of another customer cannot be linked', async () => {
      const quote = await suite.world.given.quote();

      const { status } = await suite.world.call('anna', logActivity, {
        customerId: suite.customerId,
        mail: newMail(),
        links: [{ kind: 'quote', id: quote.id }],
      });

      expect(status).toBe(400);
    });
  });

  test('the preview says which attachments would be kept and why others not', async () => {
    const attachment = (name: string, contentType: string, sizeBytes: number) => ({
      id: name,
      name,
      contentType,
      sizeBytes,
      isInline: name.startsWith('image'),
    });
    const mail = newMail({
      attachments: [
        attachment('Lieferschein_LS-88214.pdf', 'application/pdf', 184_000),
        attachment('image001.png', 'image/png', 6_000),
        attachment('Plan.zip', 'application/zip', 40_000_000),
        attachment('rechnung.pdf.exe', 'application/pdf', 1_000),
      ],
    });

    const { body } = await suite.world.call('anna', previewMail, { mail, customerId: suite.customerId });

    expect(body.attachments.map(({ suggested, note }) => [suggested, note])).toEqual([
      [true, null],
      [false, 'signature_picture'],
      [false, 'too_large'],
      [false, 'refused_type'],
    ]);
  });
});
