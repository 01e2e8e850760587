// The seam to Outlook, tried through the real, unmodified Office.js: addin/host/office-host.ts reads what is selected.
import { describe, expect, it } from 'vitest';
import type { AppointmentItem, DraftItem } from '#demo/outlook/office/item.ts';
import { buildMessage, officePane, read } from './office-pane.ts';

const office = officePane();

describe('reading the selected item through Office.js', () => {
  it('turns a mail into plain data with ids that Graph understands', async () => {
    const frame = await office.openPane({ item: buildMessage() });

    expect(await read(frame)).toEqual({
      kind: 'mail',
      mail: {
        messageId: '<1@hollerbach-metallbau.test>',
        itemId: 'AAMk-AB_cd-1',
        mailbox: null,
        conversationId: 'conversation-1',
        subject: '4 Türschließer verlieren Öl',
        from: { name: 'Sabine Tietz', address: 's.tietz@hollerbach-metallbau.test' },
        to: [{ name: 'Anna Brandl', address: 'anna.brandl@brenner-lohse.test' }],
        cc: [{ name: '', address: 'werkstatt@hollerbach-metallbau.test' }],
        sentAt: '2026-09-03T11:00:00.000Z',
        bodyText: 'Guten Tag Frau Brandl,\nvier Türschließer verlieren Öl.',
        attachments: [
          { id: 'ATT-1_x', name: 'Foto.jpg', contentType: 'image/jpeg', sizeBytes: 2048, isInline: false },
        ],
      },
    });
  });

  it('learns of a mail that was chosen while it was still starting', async () => {
    const frame = await office.openPane({ chosenMeanwhile: buildMessage() });
    await frame.waitForFunction(() => window.pane.changes === 1);

    expect(await read(frame)).toMatchObject({ kind: 'mail', mail: { itemId: 'AAMk-AB_cd-1' } });
  });

  it('names the owner of a shared mailbox', async () => {
    const frame = await office.openPane({ item: buildMessage({ sharedMailbox: 'team@brenner-lohse.test' }) });

    expect(await read(frame)).toMatchObject({ mail: { mailbox: 'team@brenner-lohse.test' } });
  });

  it.each([
    ['private', 'Received: by x\r\nSensitivity: Private\r\nSubject: a'],
    ['personal', 'sensitivity:personal'],
  ])('knows a mail that its sender marked as %s', async (_, headers) => {
    const frame = await office.openPane({ item: buildMessage({ headers }) });

    expect(await read(frame)).toMatchObject({ kind: 'mail', mail: { isPrivate: true } });
  });

  it('reads a mail without sender, subject, text and message id', async () => {
    const bare = buildMessage({
      from: null,
      subject: '',
      bodyText: '',
      internetMessageId: '',
      to: [],
      cc: [],
    });
    const frame = await office.openPane({ item: bare });

    expect(await read(frame)).toMatchObject({
      kind: 'mail',
      mail: {
        messageId: '<AAMk-AB_cd-1@no-message-id.invalid>',
        subject: '',
        from: { name: '', address: '' },
        bodyText: '',
      },
    });
  });

  it('cuts what the contract would refuse', async () => {
    const people = Array.from({ length: 1500 }, (_, n) => ({ name: `P${n}`, address: `p${n}@firma.test` }));
    const frame = await office.openPane({
      item: buildMessage({ to: people, bodyText: 'x'.repeat(600_000) }),
    });

    const item = (await read(frame)) as { mail: { to: unknown[]; bodyText: string } };

    expect([item.mail.to.length, item.mail.bodyText.length]).toEqual([1000, 500_000]);
  });

  it('tells an appointment with its people', async () => {
    const appointment: AppointmentItem = {
      kind: 'appointment',
      id: 'TERMIN-1',
      subject: 'Jahresgespräch',
      location: 'Leonberg',
      organizer: { name: 'Anna Brandl', address: 'anna.brandl@brenner-lohse.test' },
      attendees: [{ name: 'Sabine Tietz', address: 's.tietz@hollerbach-metallbau.test' }],
      startsAt: '2026-09-04T08:00:00.000Z',
      endsAt: '2026-09-04T09:00:00.000Z',
    };

    expect(await read(await office.openPane({ item: appointment }))).toEqual({
      kind: 'appointment',
      subject: 'Jahresgespräch',
      people: [
        { name: 'Anna Brandl', address: 'anna.brandl@brenner-lohse.test' },
        { name: 'Sabine Tietz', address: 's.tietz@hollerbach-metallbau.test' },
      ],
      startsAt: '2026-09-04T08:00:00.000Z',
      appointmentId: 'TERMIN-1',
    });
  });

  it('tells a mail being written with its recipients', async () => {
    const draft: DraftItem = {
      kind: 'draft',
      subject: 'AW: Öl',
      from: { name: 'Anna Brandl', address: 'anna.brandl@brenner-lohse.test' },
      to: [{ name: 'Sabine Tietz', address: 's.tietz@hollerbach-metallbau.test' }],
      cc: [],
      bodyHtml: '<p>Hallo</p>',
    };

    expect(await read(await office.openPane({ item: draft }))).toEqual({
      kind: 'compose',
      subject: 'AW: Öl',
      people: [{ name: 'Sabine Tietz', address: 's.tietz@hollerbach-metallbau.test' }],
    });
  });

  it('says when nothing is selected', async () => {
    expect(await read(await office.openPane())).toEqual({ kind: 'none' });
  });
});

describe('a pinned pane', () => {
  it('hears of every change and reads the new item', async () => {
    const frame = await office.openPane({ item: buildMessage() });

    await office.select(buildMessage({ id: 'ZWEI', subject: 'Zweite' }));
    await frame.waitForFunction(() => window.pane.changes === 1);
    const second = await read(frame);
    await office.select(null);
    await frame.waitForFunction(() => window.pane.changes === 2);

    expect(second).toMatchObject({ mail: { subject: 'Zweite', itemId: 'ZWEI' } });
    expect(await read(frame)).toEqual({ kind: 'none' });
  });

  it('never hands out one mail with the text of another', async () => {
    const frame = await office.openPane({ item: buildMessage({ subject: 'Mail 0', bodyText: 'Text 0' }) });
    const mails = Array.from({ length: 40 }, (_, n) =>
      buildMessage({ id: `M${n + 1}`, subject: `Mail ${n + 1}`, bodyText: `Text ${n + 1}` }),
    );

    const reading = frame.evaluate(async () => {
      const outcomes: unknown[] = [];
      for (let turn = 0; turn < 120; turn += 1) outcomes.push(await window.pane.read());
      return outcomes;
    });
    for (const mail of mails) await office.select(mail);
    const outcomes = (await reading) as { mail?: { subject: string; bodyText: string }; failed?: string }[];

    expect(outcomes.every(({ mail, failed }) => mail !== undefined || failed === 'item changed')).toBe(true);
    const pairs = outcomes.flatMap(({ mail }) => (mail ? [[mail.subject, mail.bodyText]] : []));
    expect(pairs.filter(([subject, text]) => subject?.slice(5) !== text?.slice(5))).toEqual([]);
    await frame.waitForFunction(() => window.pane.changes === 40);
    expect(await read(frame)).toMatchObject({ mail: { subject: 'Mail 40', bodyText: 'Text 40' } });
  });

  it('hears of a selection made while it was starting', async () => {
    const opening = office.openPane({ item: buildMessage() });
    await opening;
    await office.page().evaluate((item) => {
      window.frameUnderTest.close();
      window.frameUnderTest = window.openOfficeFrame({
        container: document.body,
        title: 'Kundencockpit',
        url: '/outlook/pane.html',
        locale: 'de-DE',
        user: { name: 'Anna', address: 'anna.brandl@brenner-lohse.test' },
        item,
        colours: {
          bodyBackgroundColor: '#ffffff',
          bodyForegroundColor: '#000000',
          controlBackgroundColor: '#ffffff',
          controlForegroundColor: '#000000',
        },
        onOpen: () => undefined,
      });
      window.frameUnderTest.select({ ...item, id: 'SPAET', subject: 'Später gewählt' });
    }, buildMessage());
    const frame = await office.frameOfPane();
    await frame.waitForFunction(() => window.pane.host !== null);

    expect(await read(frame)).toMatchObject({ mail: { subject: 'Später gewählt' } });
  });
});
