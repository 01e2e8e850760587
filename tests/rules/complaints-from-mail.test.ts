// Reading a complaint from a mail: German and English, with the words found, and mails that are none.
import { describe, expect, test } from 'vitest';
import { readComplaintMail } from '#api/complaints-from-mail/complaints-from-mail.ts';

const hollerbach = {
  subject: 'Reklamation AU-26-0907: 4 Türschließer verlieren Öl',
  bodyText: `Guten Tag Herr Weidner,

alle vier Türschließer TS 93 aus dem Auftrag AU-26-0907 verlieren Öl, einer ist ganz defekt.
Die Abnahme ist am Montag. Wir brauchen vor Montag Ersatz.

Mit freundlichen Grüßen
Sabine Tietz`,
};

test('a complaint is read with title, category, severity and the words they were read from', () => {
  expect(readComplaintMail(hollerbach)).toEqual({
    isComplaint: true,
    because: ['verlieren Öl', 'defekt', 'Reklamation'],
    title: '4 Türschließer verlieren Öl',
    category: { value: 'product_defect', because: ['verlieren Öl', 'defekt'] },
    severity: { value: 'high', because: ['Abnahme ist am Montag', 'vor Montag Ersatz'] },
    references: {
      orders: ['AU-26-0907'],
      articles: ['TS 93'],
      lots: [],
      quantity: { value: 4, because: '4 Türschließer' },
    },
  });
});

describe('the category', () => {
  test.each([
    ['Das Schloss schließt nicht mehr, mangelhafte Ware.', 'product_defect', 'schließt nicht mehr'],
    [
      'Der Bohrhammer funktioniert seit gestern nicht mehr.',
      'product_defect',
      'funktioniert seit gestern nicht mehr',
    ],
    ['Sie haben die falsche Größe geschickt.', 'wrong_delivery', 'falsche Größe'],
    ['Es fehlen 12 Stück, der Lieferschein sagt 40.', 'wrong_delivery', 'fehlen 12 Stück'],
    ['Die Ware ist immer noch nicht eingetroffen.', 'late_delivery', 'immer noch nicht eingetroffen'],
    ['Der Karton war völlig aufgerissen.', 'transport_damage', 'Karton war völlig aufgerissen'],
    ['Die Rechnung RE-26-4411 ist falsch.', 'billing', 'Rechnung RE-26-4411 ist falsch'],
    ['Bei Ihnen ist niemand erreichbar!', 'service', 'niemand erreichbar'],
    ['The door closers are leaking oil.', 'product_defect', 'leaking oil'],
    ['You sent us the wrong size.', 'wrong_delivery', 'wrong size'],
    [
      'We still have not received the goods: the delivery is overdue.',
      'late_delivery',
      'delivery is overdue',
    ],
    ['The goods arrived damaged.', 'transport_damage', 'arrived damaged'],
    ['We were charged twice.', 'billing', 'charged twice'],
    ['Nobody called us back. Nobody answered either.', 'service', 'Nobody called'],
  ])('of „%s“ is %s', (text, category, found) => {
    const reading = readComplaintMail({ subject: 'Frage', bodyText: text });

    expect(reading.isComplaint).toBe(true);
    expect(reading.category.value).toBe(category);
    expect(reading.category.because).toContain(found);
  });

  test('is the one with the most to say for it', () => {
    const text = 'Die Palette kam verspätet und zerkratzt, zwei Geräte sind defekt, eines ist undicht.';

    expect(readComplaintMail({ subject: 'Beschwerde', bodyText: text }).category.value).toBe(
      'product_defect',
    );
  });

  test('is "other" when the mail complains without saying of what', () => {
    const reading = readComplaintMail({ subject: 'Beschwerde', bodyText: 'So geht das nicht weiter.' });

    expect(reading).toMatchObject({ isComplaint: true, category: { value: 'other' } });
  });
});

describe('the severity', () => {
  test.each([
    ['Wir brauchen bis Freitag früh Ersatz.', 'high', 'bis Freitag früh Ersatz'],
    ['Die Baustelle steht.', 'high', 'Baustelle steht'],
    ['Wir schalten unseren Anwalt ein.', 'high', 'Anwalt'],
    ['Bitte dringend und sofort melden.', 'high', 'dringend'],
    ['We need replacements by Monday.', 'high', 'replacements by Monday'],
    ['Bitte umgehend melden.', 'medium', 'umgehend'],
    ['Es eilt nicht.', 'low', 'eilt nicht'],
    ['No rush at all.', 'low', 'No rush'],
  ])('of „%s“ is %s', (sentence, severity, found) => {
    const reading = readComplaintMail({
      subject: 'Reklamation',
      bodyText: `Das Gerät ist defekt. ${sentence}`,
    });

    expect(reading.severity).toEqual({ value: severity, because: expect.arrayContaining([found]) });
  });

  test('is medium when nothing is said', () => {
    expect(readComplaintMail({ subject: 'Reklamation', bodyText: 'Das Gerät ist defekt.' }).severity).toEqual(
      {
        value: 'medium',
        because: [],
      },
    );
  });
});

describe('no complaint', () => {
  test.each([
    ['Angebot Schließanlage', 'Bitte senden Sie uns ein Angebot über 20 Zylinder bis Freitag.'],
    ['Bestellung', 'Wir bestellen 40 Türschließer TS 93. Lieferung bitte in KW 38.'],
    ['Newsletter', 'Jetzt neu: Werkzeug-Wochen mit 20 % Rabatt. Keine Reklamationen, nur Freude!'],
    ['Alles gut', 'Die Ware kam ohne Mangel an, nichts war defekt. Danke!'],
    ['Appointment', 'Could you visit us on Tuesday to discuss the new hardware?'],
    ['', ''],
  ])('„%s“', (subject, text) => {
    expect(readComplaintMail({ subject, bodyText: text }).isComplaint).toBe(false);
  });
});

describe('the title', () => {
  test.each([
    ['AW: WG: Reklamation: Schloss klemmt', '', 'Schloss klemmt'],
    ['[EXTERN] Beschwerde zu Auftrag AU-26-0907 - falsche Farbe', '', 'falsche Farbe'],
    ['Re: Complaint about order AU-26-0907: hinges are broken', '', 'hinges are broken'],
    ['Reklamation', 'Guten Tag,\ndie Scharniere sind defekt. Bitte melden.', 'die Scharniere sind defekt.'],
    ['Reklamation', '', 'Reklamation'],
    ['', 'Das Tor ist kaputt.', 'Das Tor ist kaputt.'],
  ])('of „%s“ and „%s“ is „%s“', (subject, text, title) => {
    expect(readComplaintMail({ subject, bodyText: text }).title).toBe(title);
  });

  test('is cut at a word when it is long', () => {
    const { title } = readComplaintMail({ subject: `Tor ${'sehr '.repeat(60)}defekt`, bodyText: '' });

    expect(title.length).toBeLessThanOrEqual(122);
    expect(title).toMatch(/sehr …$/);
  });
});

test('half a megabyte of one word is read to its end', () => {
  const { title } = readComplaintMail({ subject: 'a'.repeat(2000), bodyText: 'nicht '.repeat(80_000) });

  expect(title.length).toBeLessThanOrEqual(122);
});
