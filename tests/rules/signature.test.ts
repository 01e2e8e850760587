// Who an unknown sender is, read from address, display name and signature.
import { describe, expect, it } from 'vitest';
import { Mail } from '#contract/mail.ts';
import { draftSender } from '#api/mails/sender.ts';
import type { TextDraft } from '#api/mails/sender.ts';
import { ownLines } from '#api/mails/signature.ts';

function draft(name: string, address: string, bodyText: string, party: 'from' | 'to' = 'from'): TextDraft {
  const mail = Mail.parse({
    messageId: '<1@x>',
    from: { name, address },
    sentAt: '2026-09-03T11:58:00Z',
    bodyText,
  });
  return draftSender({ name, address, party }, mail);
}

const cases: [string, TextDraft, Partial<TextDraft>][] = [
  [
    'German, abbreviated company',
    draft(
      'Thomas Berger',
      't.berger@fliesen-berger.test',
      'Guten Tag,\nwir brauchen Bänder.\n\nMit freundlichen Grüßen\nThomas Berger\nBauleiter\n\nFliesen Berger\nLindenstraße 4, 73728 Esslingen\nTel. 0711 5550142\nFax 0711 5550143\nwww.fliesen-berger.test',
    ),
    {
      name: 'Thomas Berger',
      companyName: 'Fliesen Berger',
      companyIsGuess: true,
      jobTitle: 'Bauleiter',
      phone: '0711 5550142',
      street: 'Lindenstraße 4',
      postcode: '73728',
      city: 'Esslingen',
      language: 'de',
      isFreeMail: false,
    },
  ],
  [
    'everything in bars, with titles, above an older mail',
    draft(
      't.berger@bau-berger.de',
      't.berger@bau-berger.de',
      'Hallo Frau Brandl,\n\nBeste Grüße\n\ni. A. Dipl.-Ing. Jürgen Berger, Leiter Einkauf\nBerger Metallbau GmbH & Co. KG | Am Bühl 12 | D-70173 Stuttgart\nTelefon: +49 (0)711 / 555 01-42 · Mobil: 0171 5550143\nGeschäftsführer: Hans Müller, Amtsgericht Stuttgart HRB 123\n\nVon: Anna Brandl <anna.brandl@brenner-lohse.test>\nGesendet: Montag\n\nMit freundlichen Grüßen\nAnna Brandl\nBrenner & Lohse Fachgroßhandel GmbH\n70000 Musterstadt',
    ),
    {
      name: 'Jürgen Berger',
      companyName: 'Berger Metallbau GmbH & Co. KG',
      companyIsGuess: false,
      jobTitle: 'Leiter Einkauf',
      phone: '+49 (0)711 / 555 01-42',
      street: 'Am Bühl 12',
      postcode: '70173',
      city: 'Stuttgart',
    },
  ],
  [
    'English',
    draft(
      'Emma Clarke',
      'emma.clarke@northgate-joinery.co.uk',
      'Dear Ms Brandl,\n\nplease send us the quote.\n\nKind regards,\nEmma Clarke\nPurchasing Manager\nNorthgate Joinery Ltd.\n14 Mill Lane, Leeds LS1 4DY\nM: +44 7700 900123\nT: +44 113 496 0000',
    ),
    {
      name: 'Emma Clarke',
      companyName: 'Northgate Joinery Ltd.',
      companyIsGuess: false,
      jobTitle: 'Purchasing Manager',
      phone: '+44 113 496 0000',
      street: '14 Mill Lane',
      postcode: 'LS1 4DY',
      city: 'Leeds',
      language: 'en',
    },
  ],
  [
    'free mail, family name first, umlauts',
    draft('Öztürk, Ayşe', 'ayse.oeztuerk@gmx.de', 'Hallo, ich suche Beschläge.\nViele Grüße\nAyşe Öztürk'),
    {
      name: 'Ayşe Öztürk',
      companyName: '',
      companyIsGuess: true,
      isFreeMail: true,
      phone: '',
      language: 'de',
    },
  ],
  [
    'a company as display name',
    draft(
      'Schreinerei Müller e.K.',
      'info@mueller-ek.de',
      'Bitte Preis.\nMfG\nKarla Müller\nInhaberin\nHauptstr. 3a\n89073 Ulm\n07 31/5 55 01 42',
    ),
    {
      name: 'Karla Müller',
      companyName: 'Schreinerei Müller e.K.',
      companyIsGuess: false,
      jobTitle: 'Inhaberin',
      phone: '07 31/5 55 01 42',
      street: 'Hauptstr. 3a',
      postcode: '89073',
      city: 'Ulm',
    },
  ],
  [
    'no greeting, no legal form: the block begins with the name',
    draft(
      'Hinnerk Thomsen',
      'thomsen@tischlerei-thomsen.test',
      'Moin Herr Oster,\n\nes kamen 450 mm.\nBitte abholen und richtig nachliefern.\n\nHinnerk Thomsen\nTischlerei Thomsen, Flensburger Chaussee 3, 24837 Schleswig\n04621 5550133',
    ),
    {
      name: 'Hinnerk Thomsen',
      companyName: 'Tischlerei Thomsen',
      companyIsGuess: true,
      street: 'Flensburger Chaussee 3',
      postcode: '24837',
      city: 'Schleswig',
      phone: '04621 5550133',
    },
  ],
  [
    'a Danish company',
    draft(
      'Mette Sørensen',
      'mette@nordlys-facades.test',
      'Hello,\n\nBest regards\nMette Sørensen\nProject Manager\nNordlys Facades ApS\n+45 55 50 17 22',
    ),
    {
      name: 'Mette Sørensen',
      companyName: 'Nordlys Facades ApS',
      companyIsGuess: false,
      jobTitle: 'Project Manager',
      language: 'en',
    },
  ],
  [
    'company in brackets of the display name',
    draft('Weiß, Jörg (Stahlbau Groß AG)', 'j.weiss@stahlbau.test', 'ok'),
    { name: 'Jörg Weiß', companyName: 'Stahlbau Groß AG', companyIsGuess: false },
  ],
  [
    'nothing but the address',
    draft('', 'karl-heinz.maier@tueren-maier.test', ''),
    { name: 'Karl Heinz Maier', companyName: 'Tueren Maier', companyIsGuess: true },
  ],
  [
    'a function’s mailbox',
    draft('', 'info@xn--mller-bau-q9a.de', ''),
    { name: '', companyName: 'Müller Bau', companyIsGuess: true },
  ],
  [
    'a recipient of our own mail: the signature is ours and says nothing of him',
    draft(
      'Eva Klein',
      'eva.klein@klein.test',
      'Beste Grüße\nAnna Brandl\nBrenner & Lohse GmbH\n0711 123456',
      'to',
    ),
    { name: 'Eva Klein', companyName: 'Klein', companyIsGuess: true, phone: '', jobTitle: '' },
  ],
];

describe('the draft of an unknown sender', () => {
  it.each(cases)('%s', (_what, found, expected) => {
    expect(found).toMatchObject(expected);
  });

  it('leaves older mails out, German and English', () => {
    const own = 'Hallo\nGruß';
    for (const older of [
      '-----Ursprüngliche Nachricht-----\nVon: x',
      'Am 03.09.2026 um 10:00 schrieb Anna Brandl:\n> Text',
      'On 3 Sep 2026, at 10:00, Anna Brandl wrote:\n> Text',
      '> zitiert',
      '________________________________\nFrom: a@b.de',
      'Von: Anna <a@b.de>\nGesendet: heute',
    ]) {
      expect(ownLines(`${own}\n${older}`)).toEqual(['Hallo', 'Gruß']);
    }
  });

  it('comes to an end with hostile text', () => {
    for (const text of ['MfG\n', 'Aa ', 'str a', '0711 ', 'A', 'Mit freundlichen Grüßen ', 'GmbH & Co. ']) {
      const { name } = draft(
        'A B',
        'a@b.de',
        `MfG\n${text.repeat(30)}\n${text.repeat(100_000)}`.slice(0, 500_000),
      );
      expect(name.length).toBeLessThanOrEqual(100);
    }
  });
});
