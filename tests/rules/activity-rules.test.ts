// The small decisions about logging: attachments, direction, titles, and what To Do's changes mean.
import { describe, expect, test } from 'vitest';
import { judgeAttachment } from '#api/activities/attachment-rules.ts';
import { addressesOf, directionOf, followUpTitle, keptText } from '#api/activities/rules.ts';
import { mailLinkOf, customerLinkOf } from '#api/follow-ups/links.ts';
import { isWebLink, readToDoChange } from '#api/follow-ups/rules.ts';
import { buildMail } from '#contract/examples.ts';

describe('an attachment', () => {
  const file = { name: 'a.pdf', contentType: 'application/pdf', sizeBytes: 10_000, isInline: false };
  const picture = { name: 'image001.png', contentType: 'image/png', sizeBytes: 6_000, isInline: true };
  test.each([
    [file, null],
    [{ ...file, name: 'Tuerschliesser_Lager_Leonberg.jpg', contentType: 'image/jpeg' }, null],
    [picture, 'signature_picture'],
    [{ ...picture, isInline: false }, 'signature_picture'],
    [{ ...picture, name: 'Schaden.png', isInline: false }, null],
    [{ ...picture, sizeBytes: 900_000 }, null],
    [{ ...file, sizeBytes: 25 * 1024 * 1024 }, null],
    [{ ...file, sizeBytes: 25 * 1024 * 1024 + 1 }, 'too_large'],
    [{ ...file, name: 'setup.EXE' }, 'refused_type'],
    [{ ...file, name: 'rechnung.pdf.js' }, 'refused_type'],
    [{ ...file, name: 'start.bat. ' }, 'refused_type'],
    [{ ...file, name: 'rechnung\u202efdp.exe' }, 'refused_type'],
    [{ ...file, name: 'ohne Endung' }, null],
    [{ ...file, name: '' }, null],
  ])('%o is %s', (attachment, note) => {
    expect(judgeAttachment(attachment)).toBe(note);
  });
});

test.each([
  ['s.tietz@hollerbach-metallbau.test', 'inbound'],
  ['Anna.Brandl@BRENNER-LOHSE.test', 'outbound'],
  ['anna@nord.brenner-lohse.test', 'outbound'],
  ['anna@not-brenner-lohse.test', 'inbound'],
  ['keine Adresse', 'inbound'],
])('a mail from %s is %s', (address, direction) => {
  expect(directionOf({ from: { name: '', address } }, ['brenner-lohse.test'])).toBe(direction);
});

test('a contact is looked for in all addresses, the sender first, each once', () => {
  const mail = buildMail({
    from: { name: '', address: 'S.Tietz@x.test' },
    to: [{ name: '', address: 'anna@y.test' }],
    cc: [
      { name: '', address: 's.tietz@x.test' },
      { name: '', address: ' ' },
    ],
  });

  expect(addressesOf(mail)).toEqual(['s.tietz@x.test', 'anna@y.test']);
});

test.each([
  ['AW: WG: Re[2]: Liefertermin', 'Liefertermin'],
  ['Reklamation AU-26-0907', 'Reklamation AU-26-0907'],
  ['AW: Türschließer verlieren Öl, Auftrag AU-26-0907', 'Türschließer verlieren Öl'],
  ['Fwd:re:Lieferschein (RK-26-0318)', 'Lieferschein'],
  ['Rev: Preise', 'Rev: Preise'],
  ['AW:', 'Hollerbach'],
  ['', 'Hollerbach'],
  ['x'.repeat(400), 'x'.repeat(255)],
])('a follow-up about "%s" is called %s', (subject, title) => {
  expect(followUpTitle(subject, 'Hollerbach')).toBe(title);
});

test('an edited text is kept as it is, with the history only when that is wanted', () => {
  const mail = { subject: '', bodyText: 'Ja.\n\nAm 02.09.2026 um 10:00 schrieb Anna:\n> Passt es?' };

  expect(keptText(mail, { editedText: 'Ja!', keepQuotedHistory: false }).text).toBe('Ja!');
  expect(keptText(mail, { editedText: '', keepQuotedHistory: false }).text).toBe('');
  expect(keptText(mail, { editedText: 'Ja!', keepQuotedHistory: true })).toEqual({
    text: 'Ja!\n\nAm 02.09.2026 um 10:00 schrieb Anna:\n> Passt es?',
    hasQuotedHistory: true,
  });
});

describe('a change in To Do', () => {
  const here = { title: 'Anrufen', dueOn: '2026-09-04', isCompleted: false, isAhead: false };
  const task = {
    id: 't',
    listId: 'l',
    title: 'Anrufen',
    completed: false,
    dueOn: '2026-09-04',
    followUpId: null,
    deleted: false,
  };
  const plain = { title: 'Anrufen', dueOn: '2026-09-04', isCompleted: false };
  test.each([
    ['nothing', here, task, { kind: 'none' }],
    [
      'completed',
      here,
      { ...task, completed: true },
      { kind: 'changed', to: { ...plain, isCompleted: true } },
    ],
    ['opened again', { ...here, isCompleted: true }, task, { kind: 'changed', to: plain }],
    [
      'moved',
      here,
      { ...task, dueOn: '2026-09-07' },
      { kind: 'changed', to: { ...plain, dueOn: '2026-09-07' } },
    ],
    ['without a day', here, { ...task, dueOn: null }, { kind: 'none' }],
    ['without a title', here, { ...task, title: ' ' }, { kind: 'none' }],
    ['renamed', here, { ...task, title: ' Neu ' }, { kind: 'changed', to: { ...plain, title: 'Neu' } }],
    ['deleted', here, { ...task, deleted: true }, { kind: 'deleted' }],
    [
      'deleted after it was done',
      { ...here, isCompleted: true },
      { ...task, deleted: true },
      { kind: 'none' },
    ],
    ['older than ours on its way', { ...here, isAhead: true }, { ...task, title: 'Alt' }, { kind: 'none' }],
    [
      'deleted though ours is on its way',
      { ...here, isAhead: true },
      { ...task, deleted: true },
      { kind: 'deleted' },
    ],
  ])('%s', (_what, followUp, change, expected) => {
    expect(readToDoChange(followUp, change)).toEqual(expected);
  });
});

test.each([
  ['https://outlook.office.com/x', true],
  ['http://localhost:3000/demo/outlook/', true],
  ['javascript:alert(1)', false],
  ['file:///etc/passwd', false],
  ['keine Adresse', false],
])('%s may be opened: %s', (link, isAllowed) => {
  expect(isWebLink(link)).toBe(isAllowed);
});

test('links lead to Outlook and Teams in a tenant, to the demo pages in the demo', () => {
  const demo = { mode: 'demo', publicUrl: 'http://localhost:3000', teamsAppId: null } as const;
  const tenant = { mode: 'entra', publicUrl: 'https://crm.firma.test', teamsAppId: 'app' } as const;

  expect(mailLinkOf(demo, 'A/1=')).toBe('http://localhost:3000/demo/outlook/?mail=A%2F1%3D');
  expect(mailLinkOf(tenant, 'A/1=')).toContain('https://outlook.office365.com/owa/?ItemID=A%2F1%3D');
  expect(customerLinkOf(demo, 'c')).toBe('http://localhost:3000/teams/tab.html#/customer/c');
  expect(customerLinkOf(tenant, 'c')).toContain(encodeURIComponent('{"subEntityId":"customer:c"}'));
});
