// Which mails are complaints: on labelled mails of our own making, the half that nothing was tuned on; and hostile ones.
import { describe, expect, it } from 'vitest';
import { complaintCategories, severities } from '#contract/complaint.ts';
import { readComplaintMail } from '#api/complaints-from-mail/complaints-from-mail.ts';
import { compileCues, findCues } from '#api/complaints-from-mail/cue.ts';
import { cuesFor } from '#api/complaints-from-mail/cues-for.ts';
import { listWords } from '#api/complaints-from-mail/text-words.ts';
import { readLabelledMails, scoreComplaintMails } from '#tests/support/complaint-mails.ts';

const mails = readLabelledMails();

describe('the labelled mails', () => {
  it('are many, half of them complaints, in both halves, with labels that exist', () => {
    const heldOut = mails.filter((mail) => mail.isHeldOut);

    expect(mails.map((mail) => mail.number)).toEqual(mails.map((_, at) => at + 1));
    expect(mails.length).toBeGreaterThanOrEqual(400);
    expect(mails.filter((mail) => mail.isComplaint).length).toBe(mails.length / 2);
    expect(heldOut.filter((mail) => mail.isComplaint).length).toBe(heldOut.length / 2);
    for (const { category, severity } of mails.filter((mail) => mail.isComplaint)) {
      expect(complaintCategories).toContain(category);
      expect(severities).toContain(severity);
    }
  });

  it('held out are told apart as well as ever', () => {
    const scores = scoreComplaintMails(mails.filter((mail) => mail.isHeldOut));

    expect(scores.precision).toBeGreaterThanOrEqual(0.93);
    expect(scores.recall).toBeGreaterThanOrEqual(0.89);
    expect(scores.category).toBeGreaterThanOrEqual(0.91);
    expect(scores.severity).toBeGreaterThanOrEqual(0.95);
  });

  it('name their order and lot', () => {
    const named = mails.filter((mail) => mail.order !== null || mail.lot !== null);
    expect(named.length).toBeGreaterThan(20);

    for (const mail of named) {
      const { orders, lots } = readComplaintMail(mail).references;
      if (mail.order !== null) expect(orders, `mail ${mail.number}`).toContain(mail.order);
      if (mail.lot !== null) expect(lots, `mail ${mail.number}`).toContain(mail.lot);
    }
  });
});

describe('not every mail that speaks of damage is one', () => {
  it.each([
    ['Abnahme ohne Beanstandungen, nichts war defekt.', false],
    ['Weder Ausfälle noch Mängel, alles gut.', false],
    ['Mängel gab es keine.', false],
    ['Das ist keine Reklamation, nur eine Frage.', false],
    ['This is not a complaint, nothing is broken.', false],
    ['Das Schloss ist nicht nur defekt, es ist auch verrostet.', true],
    ['Danke für den Tausch, der defekte Schließer läuft wieder einwandfrei.', false],
    ['Wir haben aus Versehen die falsche Größe bestellt, das war unser Fehler.', false],
    ['Die Tuerschliesser verlieren Oel, bitte tauschen Sie sie aus.', true],
    ['Ihr habt uns falsche Zylinder geliffert, bitte umtauschen!', true],
  ])('„%s“: %s', (bodyText, isOne) => {
    expect(readComplaintMail({ subject: '', bodyText }).isComplaint).toBe(isOne);
  });

  it('what was said before, below or by a signature does not count', () => {
    const quoted = 'Passt, danke.\n\n> vier Schließer sind defekt und verlieren Öl, bitte Ersatz!';
    const signed = 'Bis Montag.\n\nMit freundlichen Grüßen\nReklamationsabteilung\nDefekt & Kaputt GmbH';

    expect(readComplaintMail({ subject: 'AW: Schließer defekt', bodyText: quoted }).isComplaint).toBe(false);
    expect(readComplaintMail({ subject: '', bodyText: signed }).isComplaint).toBe(false);
  });
});

describe('what a complaint names', () => {
  it.each([
    ['Bei Art.-Nr. 4711-20 sind 12 Stück defekt.', { articles: ['4711-20'], quantity: 12 }],
    ['Drei der Motoren aus Charge 24-B117 sind kaputt.', { lots: ['24-B117'], quantity: 3 }],
    ['Es kamen 16 statt 20 Bänder, es fehlen also welche.', { quantity: 4 }],
    ['Order no. 4500098121 arrived damaged, all 8 panels.', { orders: ['4500098121'], quantity: 8 }],
    ['Am 12.8. um 9 Uhr war der Antrieb defekt, Kosten 250 €.', { quantity: null }],
    ['Los, bitte schnell: das Tor ist kaputt.', { lots: [], articles: [], orders: [] }],
  ])('„%s“', (bodyText, expected) => {
    const { quantity, ...references } = readComplaintMail({ subject: '', bodyText }).references;

    expect({ ...references, quantity: quantity?.value ?? null }).toMatchObject(expected);
  });
});

describe('hostile mails', () => {
  it.each([
    ['empty', ''],
    ['a megabyte of one word', 'defekt '.repeat(150_000)],
    ['a megabyte without a space', 'ä'.repeat(1_000_000)],
    ['a megabyte of spaces', ' '.repeat(1_000_000)],
    ['a megabyte of numbers', '4711-20 '.repeat(130_000)],
    ['only marks', '.,;:!?()–'.repeat(100_000)],
    ['markup', '<script>alert("defekt")</script><img src=x onerror=alert(1)>'.repeat(2_000)],
    ['names of objects', 'constructor __proto__ toString hasOwnProperty '.repeat(2_000)],
    ['broken characters', '\ud800 \udc00 \0 \u202e defekt'.repeat(500)],
  ])('%s: read to an answer', (_, bodyText) => {
    const { category, title } = readComplaintMail({ subject: bodyText.slice(0, 2_000), bodyText });

    expect(complaintCategories).toContain(category.value);
    expect(title.length).toBeLessThanOrEqual(123);
  });

  it.each([
    ['seit drei Wochen warten wir immer noch auf die falsche Lieferung ohne Ersatz '],
    ['bitte bitte bitte bitte '],
    ['nicht kein ohne weder noch nichts '],
  ])('of „%s“ again and again: twice as much is twice the work', (text) => {
    const index = compileCues(cuesFor);
    const readsOf = (times: number) => {
      let reads = 0;
      const words = listWords(text.repeat(times)).map((word) => word.folded);
      const counted = new Proxy(words, {
        get: (list, key, receiver) => {
          reads += 1;
          return Reflect.get(list, key, receiver) as unknown;
        },
      });
      findCues(counted, index);
      return reads;
    };
    const [once, twice, fourTimes] = [readsOf(100), readsOf(200), readsOf(400)];

    expect(twice / once).toBeLessThan(2.1);
    expect(fourTimes / twice).toBeLessThan(2.1);
  });
});
