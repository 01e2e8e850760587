// What a mail says, apart from signature and quoted history: German and English, Outlook and the others.
import { describe, expect, test } from 'vitest';
import { splitMail } from '#api/activities/mail-text.ts';

const said = 'Guten Tag Frau Brandl,\n\nbitte bis Freitag liefern.';
const old = 'Wann dürfen wir liefern?';

describe('quoted history is set apart', () => {
  test.each([
    {
      program: 'Outlook, German',
      header:
        'Von: Anna Brandl <anna.brandl@brenner-lohse.test>\nGesendet: Donnerstag, 3. September 2026 09:12\nAn: Sabine Tietz\nCc: Martin Hollerbach\nBetreff: Liefertermin',
    },
    {
      program: 'Outlook, German, with a rule and bold labels',
      header:
        '________________________________\n*Von:* Anna Brandl\n*Gesendet:* Donnerstag, 3. September 2026 09:12\n*An:* Sabine Tietz\n*Betreff:* Liefertermin',
    },
    {
      program: 'Outlook, English',
      header:
        'From: Anna Brandl <anna.brandl@brenner-lohse.test>\nSent: Thursday, September 3, 2026 9:12 AM\nTo: Sabine Tietz\nSubject: Delivery',
    },
    {
      program: 'old Outlook',
      header:
        '-----Ursprüngliche Nachricht-----\nVon: Anna Brandl\nGesendet: 03.09.2026\nAn: Tietz\nBetreff: Termin',
    },
    {
      program: 'old Outlook, English',
      header: '-----Original Message-----\nFrom: Anna Brandl\nSent: 3 Sep 2026',
    },
    {
      program: 'Outlook with a long list of recipients',
      header:
        'Von: Anna Brandl\nGesendet: 03.09.2026\nAn: Sabine Tietz; Cem Aydın; Martin Hollerbach;\n Petra Lohmann\nBetreff: Termin',
    },
    { program: 'Thunderbird', header: 'Am 03.09.2026 um 09:12 schrieb Anna Brandl:' },
    {
      program: 'Apple Mail',
      header: 'Am 03.09.2026 um 09:12 schrieb Anna Brandl <anna.brandl@brenner-lohse.test>:',
    },
    {
      program: 'Gmail, wrapped',
      header: 'Am Do., 3. Sept. 2026 um 09:12 Uhr schrieb Anna Brandl\n<anna.brandl@brenner-lohse.test>:',
    },
    { program: 'Gmail, English', header: 'On Thu, Sep 3, 2026 at 9:12 AM Anna Brandl <a@b.test> wrote:' },
    { program: 'GMX', header: 'Anna Brandl <anna.brandl@brenner-lohse.test> schrieb am 03.09.2026 09:12:' },
    { program: 'French', header: 'Le jeu. 3 sept. 2026 à 09:12, Anna Brandl <a@b.test> a écrit :' },
  ])('$program', ({ header }) => {
    const marked = old.replace(/^/gm, '> ');
    for (const history of [old, marked]) {
      const mail = splitMail(`${said}\n\n${header}\n\n${history}`);

      expect(mail.text).toBe(said);
      expect(mail.quotedText).toContain(old);
      expect(mail.quotedMailCount).toBe(1);
    }
  });

  test('and its mails are counted', () => {
    const mail = splitMail(
      [
        'Passt.',
        '',
        'Von: Anna Brandl',
        'Gesendet: 03.09.2026 09:12',
        'An: Sabine Tietz',
        'Betreff: AW: Termin',
        '',
        'Freitag?',
        '',
        'Am 02.09.2026 um 10:00 schrieb Sabine Tietz <s.tietz@hollerbach-metallbau.test>:',
        '> Wann?',
        '> On Tue, Sep 1, 2026 at 9:12 AM Anna Brandl <a@b.test> wrote:',
        '>> Hallo',
      ].join('\n'),
    );

    expect(mail.text).toBe('Passt.');
    expect(mail.quotedMailCount).toBe(3);
  });

  test('but answers written between the quoted lines stay', () => {
    const mail = splitMail(
      'Am 03.09.2026 um 09:12 schrieb Anna Brandl:\n> Vier Stück?\n\nJa, vier.\n\n> Freitag?\n\nJa.',
    );

    expect(mail.text).toBe('Ja, vier.\n\nJa.');
  });

  test('but a forwarded mail is what the message says', () => {
    const body =
      'Zur Info\n\nVon: Sabine Tietz\nGesendet: 03.09.2026\nAn: Jonas Weidner\nBetreff: Reklamation\n\nVier Türschließer verlieren Öl.\n\nVon: Jonas Weidner\nGesendet: 01.09.2026\nAn: Tietz\nBetreff: x\n\nalt';

    const mail = splitMail(body, 'WG: Reklamation');

    expect(mail.text).toContain('Vier Türschließer verlieren Öl.');
    expect(mail.text).not.toContain('alt');
    expect(splitMail(body, 'AW: Reklamation').text).toBe('Zur Info');
  });

  test('but a mail of nothing else is kept whole', () => {
    const body = 'Von: Sabine Tietz\nGesendet: 03.09.2026\nAn: Anna\nBetreff: x\n\nBitte anrufen.';

    expect(splitMail(body)).toMatchObject({ text: body, quotedText: '', quotedMailCount: 0 });
  });

  test.each([
    'Am Freitag kommt der Lieferant und schrieb uns, dass alles passt.',
    'On the other hand, we wrote that already.',
    'Die Ware von: Lager 3 an: Baustelle Süd.',
    'Von Montag an sind wir wieder da.\nAn der Rampe bitte klingeln.',
  ])('and %s is no header', (sentence) => {
    expect(splitMail(`${sentence}\n\nDanke`).text).toBe(`${sentence}\n\nDanke`);
  });
});

describe('the signature is set apart', () => {
  test.each([
    'Mit freundlichen Grüßen\nSabine Tietz\nLeiterin Einkauf\nHollerbach Metallbau GmbH',
    'Mit freundlichem Gruß\nSabine Tietz',
    'Viele Grüße aus Leonberg\nSabine',
    'Beste Grüsse\n\nSabine Tietz',
    'MfG\nTietz',
    'Kind regards,\nJohn Doe\nCEO',
    '--\nSabine Tietz',
    'Von meinem iPhone gesendet',
    'Get Outlook for iOS<https://aka.ms/o0ukef>',
  ])('%s', (signature) => {
    const mail = splitMail(`${said}\n\n${signature}`);

    expect(mail).toMatchObject({ text: said, signature: signature.trim() });
  });

  test('but a greeting at the top of a long text is none', () => {
    const long = Array.from({ length: 60 }, (_, n) => `Zeile ${n}`).join('\n');

    expect(splitMail(`Guten Morgen\n\nViele Grüße vorab\n\n${long}`).text).toContain('Zeile 59');
  });
});

test('odd line ends, hard blanks and invisible marks do not show', () => {
  expect(splitMail('Guten\u00a0Tag\u200b\r\n\r\n\r\n\r\nbitte\rmelden\ufeff').text).toBe(
    'Guten Tag\n\nbitte\nmelden',
  );
});

test('an empty mail is empty', () => {
  expect(splitMail('')).toEqual({ text: '', signature: '', quotedText: '', quotedMailCount: 0 });
});

test.each([
  ['half a million line ends', '\n'.repeat(500_000)],
  ['headers without end', 'On 1 \n'.repeat(80_000)],
  ['labels without end', 'Von: x\n'.repeat(70_000)],
  ['one endless line', 'Am 3. '.repeat(80_000)],
  ['quote marks without end', '>\nx\n'.repeat(120_000)],
])('%s is read to its end', (_what, body) => {
  const { text } = splitMail(body);

  expect(text.length).toBeLessThanOrEqual(body.length);
});
