// Which customer is behind a mail: the rules as a table, without a database.
import { describe, expect, it } from 'vitest';
import { companyDomains, decideMatch } from '#api/mails/rules.ts';
import type { Hit } from '#api/mails/rules.ts';
import { cleanAddress, forwardedAddresses, listPeople, splitPeople } from '#api/mails/people.ts';
import type { MailPerson } from '#api/mails/people.ts';

const internal = ['brenner-lohse.test'];
const anna = 'anna.brandl@brenner-lohse.test';
const tietz = 's.tietz@hollerbach-metallbau.test';

const person = (party: MailPerson['party'], address: string): MailPerson => ({ name: '', address, party });
const from = (address: string) => person('from', address);
const to = (address: string) => person('to', address);
const cc = (address: string) => person('cc', address);

function hit(source: Hit['source'], key: string, customer: string, more: Partial<Hit> = {}): Hit {
  const contact = source === 'address' ? { id: `contact of ${key}`, name: key } : null;
  return {
    source,
    key,
    position: 0,
    city: null,
    contact,
    customer: { id: customer, number: null, name: customer },
    ...more,
  };
}

const decide = (people: MailPerson[], hits: Hit[]) => decideMatch(splitPeople(people, internal), hits);

/** 'kind: chosen customer by reason' and the other candidates in order. */
function show(people: MailPerson[], hits: Hit[]): string {
  const { kind, candidates, chosen } = decide(people, hits);
  const described = candidates.map((one, at) => {
    const text = `${one.customer.name} by ${one.reason} (${one.party})`;
    return at === chosen ? `[${text}]` : text;
  });
  return [kind, ...described].join('; ');
}

const domain = 'hollerbach-metallbau.test';

describe('the customer behind a mail', () => {
  it.each<[string, MailPerson[], Hit[], string]>([
    [
      'the main address',
      [from(tietz), to(anna)],
      [hit('address', tietz, 'H')],
      'matched; [H by address (from)]',
    ],
    [
      'another address of a person',
      [from(tietz)],
      [hit('address', tietz, 'H', { position: 2 })],
      'matched; [H by other_address (from)]',
    ],
    [
      'a correction before the address, which stays a choice',
      [from(tietz)],
      [hit('address', tietz, 'H'), hit('correction', tietz, 'B')],
      'matched; [B by correction (from)]; H by address (from)',
    ],
    [
      'a main address before somebody’s other address',
      [from(tietz)],
      [hit('address', tietz, 'B', { position: 1 }), hit('address', tietz, 'H')],
      'matched; [H by address (from)]; B by other_address (from)',
    ],
    [
      'the sender before a number in the text',
      [from(tietz)],
      [hit('document_number', 'AU-26-0907', 'B'), hit('address', tietz, 'H')],
      'matched; [H by address (from)]; B by document_number (text)',
    ],
    [
      'a number in the text before the domain',
      [from(tietz)],
      [hit('domain', domain, 'H'), hit('customer_number', '20417', 'B')],
      'matched; [B by customer_number (text)]; H by domain (from)',
    ],
    ['the domain alone', [from(tietz)], [hit('domain', domain, 'H')], 'matched; [H by domain (from)]'],
    [
      'the domain above the sender’s sub-domain',
      [from(`x@mail.${domain}`)],
      [hit('domain', domain, 'H')],
      'matched; [H by domain (from)]',
    ],
    [
      'the nearer of two domains',
      [from(`x@nord.${domain}`)],
      [hit('domain', domain, 'H'), hit('domain', `nord.${domain}`, 'N')],
      'matched; [N by domain (from)]',
    ],
    [
      'two customers of one domain: the reader chooses, sorted by name',
      [from(tietz)],
      [hit('domain', domain, 'Z'), hit('domain', domain, 'A')],
      'ambiguous; A by domain (from); Z by domain (from)',
    ],
    [
      'one address at two customers: the reader chooses',
      [from(tietz)],
      [hit('address', tietz, 'H'), hit('address', tietz, 'B')],
      'ambiguous; B by address (from); H by address (from)',
    ],
    [
      'one address at two customers, one of them named in the text',
      [from(tietz)],
      [hit('address', tietz, 'H'), hit('address', tietz, 'B'), hit('document_number', 'AU-26-0907', 'H')],
      'matched; [H by address (from)]; B by address (from)',
    ],
    [
      'numbers of two customers',
      [from('x@gmail.com')],
      [hit('document_number', 'AU-26-0907', 'H'), hit('document_number', 'AU-26-0908', 'B')],
      'ambiguous; B by document_number (text); H by document_number (text)',
    ],
    [
      'the sender before a recipient',
      [from(tietz), to(anna), cc('b@berger.test')],
      [hit('address', 'b@berger.test', 'B'), hit('address', tietz, 'H')],
      'matched; [H by address (from)]; B by address (cc)',
    ],
    [
      'a known recipient when the sender is unknown',
      [from('architekt@gmail.com'), to(anna), cc(tietz)],
      [hit('address', tietz, 'H')],
      'matched; [H by address (cc)]',
    ],
    [
      'the recipient of a mail we wrote',
      [from(anna), to(tietz), cc('b@berger.test')],
      [hit('address', 'b@berger.test', 'B'), hit('address', tietz, 'H')],
      'matched; [H by address (to)]; B by address (cc)',
    ],
    [
      'a mail we wrote to two customers',
      [from(anna), to(tietz), to('b@berger.test')],
      [hit('address', 'b@berger.test', 'B'), hit('address', tietz, 'H')],
      'ambiguous; B by address (to); H by address (to)',
    ],
    ['nobody known', [from('x@neu.test'), to(anna)], [], 'unknown'],
    ['only colleagues', [from(anna), to('jonas@brenner-lohse.test')], [], 'internal'],
    [
      'only colleagues who speak about an order: offered, never chosen',
      [from(anna), to('jonas@vertrieb.brenner-lohse.test')],
      [hit('document_number', 'AU-26-0907', 'H')],
      'internal; H by document_number (text)',
    ],
    [
      'a forwarded customer mail among colleagues: offered, never chosen',
      [from(anna), to('jonas@brenner-lohse.test')],
      [hit('address', tietz, 'H')],
      'internal; H by address (text)',
    ],
  ])('%s', (_what, people, hits, expected) => {
    expect(show(people, hits)).toBe(expected);
  });

  it('names the evidence and the contact of the chosen customer', () => {
    const { candidates } = decide([from(tietz)], [hit('address', tietz, 'H'), hit('correction', tietz, 'H')]);

    expect(candidates).toEqual([
      expect.objectContaining({
        reason: 'correction',
        evidence: tietz,
        contact: { id: `contact of ${tietz}`, name: tietz },
      }),
    ]);
  });

  it('lists the people it does not know, without colleagues', () => {
    const { unknownPeople } = decide(
      [from(tietz), to(anna), cc('neu@berger.test')],
      [hit('address', tietz, 'H')],
    );

    expect(unknownPeople).toEqual([{ name: '', address: 'neu@berger.test' }]);
  });
});

describe('the domains of a mail', () => {
  it.each([
    ['x@firma.de', ['firma.de']],
    ['x@mail.nord.firma.de', ['mail.nord.firma.de', 'nord.firma.de', 'firma.de']],
    ['x@einkauf.firma.co.uk', ['einkauf.firma.co.uk', 'firma.co.uk']],
    ['x@gmail.com', []],
    ['x@gmx.de', []],
    ['x@t-online.de', []],
    ['x@outlook.de', []],
    ['x@icloud.com', []],
    ['x@web.de', []],
    ['x@freenet.de', []],
    ['x@posteo.de', []],
    ['x@mail.de', []],
    ['x@yahoo.co.uk', []],
    ['x@co.uk', []],
    ['x@localhost', []],
  ])('of %s are %j', (address, domains) => {
    expect(companyDomains([{ address }])).toEqual(domains);
  });
});

describe('the people of a mail', () => {
  it.each([
    ['S.Tietz@Hollerbach.Test', 's.tietz@hollerbach.test'],
    [' <mailto:x@y.de>', 'x@y.de'],
    ['x@müller-bau.de', 'x@xn--mller-bau-q9a.de'],
    ['/O=EXCHANGELABS/CN=RECIPIENTS/CN=ANNA', null],
    ['kein ort', null],
    ['', null],
    ['@', null],
  ])('cleans the address %j to %j', (text, expected) => {
    expect(cleanAddress(text)).toBe(expected);
  });

  it('counts each address once and takes 500 recipients', () => {
    const recipients = Array.from({ length: 500 }, (_, at) => ({
      name: '',
      address: `p${at % 250}@firma${at % 25}.de`,
    }));

    const people = listPeople({
      from: { name: '', address: 'P0@firma0.de' },
      to: recipients,
      cc: recipients,
    });

    expect(people).toHaveLength(250);
    expect(people[0]).toMatchObject({ party: 'from' });
  });

  it('finds whom a forwarded mail came from', () => {
    const text =
      'Kannst du das übernehmen?\n\nVon: Sabine Tietz <S.Tietz@hollerbach-metallbau.test>\nGesendet: Montag\nAn: x@y.de';

    expect(forwardedAddresses(text)).toEqual([tietz]);
  });
});
