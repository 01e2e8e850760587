// Matching mails over HTTP: reasons, choices, corrections, drafts for unknown senders, and nothing beyond one's rights.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { correctMatch, findCockpit, matchMail } from '#contract/cockpit.ts';
import { buildMail } from '#contract/examples.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { newId } from '#api/db/id.ts';
import { rebuildSearch } from '#api/search/search.ts';
import { databases } from '#tests/support/databases.ts';
import { people, territories } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const tietz = 's.tietz@hollerbach-metallbau.test';
const at = (address: string, name = '') => ({ name, address });

describe.each(databases)('mails on %s', (database) => {
  let world: World;
  let hollerbachId = '';
  let tietzId = '';
  let hamburgId = '';
  beforeAll(async () => {
    world = await createWorld({ database });
    const { given } = world;
    const hollerbach = await given.customer({
      name: 'Hollerbach Metallbau GmbH',
      number: '20417',
      domains: ['hollerbach-metallbau.test'],
      sharedWith: [people.dieter.id],
      revenue_12_months_cents: 12_840_000,
    });
    hollerbachId = hollerbach.id;
    const contact = await given.contact({
      customer_id: hollerbachId,
      name: 'Sabine Tietz',
      emails: [tietz, 'sabine@tietz-privat.test'],
    });
    tietzId = contact.id;
    await given.order({ customer_id: hollerbachId, number: 'AU-26-0907' });
    const hamburg = await given.customer({
      name: 'Nordlicht Hamburg GmbH',
      number: '30555',
      domains: ['nordlicht.test'],
      owner_id: people.ben.id,
      territory_id: territories.north.id,
    });
    hamburgId = hamburg.id;
    await given.contact({ customer_id: hamburgId, emails: ['jens@nordlicht.test'] });
    await given.customer({ name: 'Gruppe Ost GmbH', domains: ['gruppe.test'] });
    await given.customer({ name: 'Gruppe West GmbH', domains: ['gruppe.test'] });
    const berger = await given.customer({ name: 'Fliesen Berger GmbH & Co. KG', number: '20988' });
    await given.contact({ customer_id: berger.id, emails: ['buero@fliesen-berger.test'] });
    await given.customer({
      name: 'Berger Naturstein und Fliesenhandel GmbH',
      postcode: '73728',
      city: 'Esslingen',
    });
    await world.deps.db.system((trx) => rebuildSearch(trx, demoTenantId));
  });
  afterAll(() => world.close());

  const ask = (mail: Partial<ReturnType<typeof buildMail>>, user: 'anna' | 'ben' | 'dieter' = 'anna') =>
    world.call(user, matchMail, { mail: buildMail({ subject: '', bodyText: '', ...mail }) });

  it('knows customer and person by the main address', async () => {
    const { status, body } = await ask({});

    expect(status).toBe(200);
    expect(body).toMatchObject({
      kind: 'matched',
      chosen: 0,
      candidates: [
        {
          customer: { id: hollerbachId, number: '20417', name: 'Hollerbach Metallbau GmbH' },
          city: 'Leonberg',
          contact: { id: tietzId, name: 'Sabine Tietz' },
          reason: 'address',
          evidence: tietz,
          party: 'from',
        },
      ],
      unknownPeople: [],
      sender: null,
    });
  });

  it.each([
    ['another address of the person', { from: at('Sabine@Tietz-Privat.test') }, 'other_address'],
    ['an order number', { from: at('x@gmail.com'), subject: 'zu au 26 0907' }, 'document_number'],
    ['the customer number', { from: at('x@web.de'), bodyText: 'Kd.-Nr. 20417' }, 'customer_number'],
    ['the domain', { from: at('neu@hollerbach-metallbau.test') }, 'domain'],
    ['a sub-domain', { from: at('neu@mail.hollerbach-metallbau.test') }, 'domain'],
    ['the recipient of our own mail', { from: at(people.anna.email), to: [at(tietz)] }, 'address'],
  ])('knows the customer by %s', async (_what, mail, reason) => {
    const { body } = await ask(mail);

    expect(body.kind).toBe('matched');
    expect(body.candidates[0]).toMatchObject({ reason, customer: { id: hollerbachId } });
  });

  it('leaves the choice to the reader when two customers share a domain', async () => {
    const { body } = await ask({ from: at('einkauf@gruppe.test') });

    expect(body).toMatchObject({ kind: 'ambiguous', chosen: null });
    expect(body.candidates.map((one) => one.customer.name)).toEqual(['Gruppe Ost GmbH', 'Gruppe West GmbH']);
  });

  it('calls a mail among colleagues internal', async () => {
    const { body } = await ask({ from: at(people.anna.email), to: [at(people.jonas.email)] });

    expect(body).toMatchObject({ kind: 'internal', chosen: null, sender: null });
  });

  it('reads an unknown sender from the signature and offers whom he may belong to', async () => {
    const { body } = await ask({
      from: at('t.berger@fliesen-berger.test', 'Thomas Berger'),
      bodyText:
        'Guten Tag\n\nMit freundlichen Grüßen\nThomas Berger\nBauleiter\nFliesen Berger\nLindenstraße 4\n73728 Esslingen\nTel. 0711 5550142',
    });

    expect(body).toMatchObject({ kind: 'unknown', candidates: [], chosen: null });
    expect(body.sender).toMatchObject({
      name: 'Thomas Berger',
      companyName: 'Fliesen Berger',
      companyIsGuess: true,
      jobTitle: 'Bauleiter',
      phone: '0711 5550142',
      email: 't.berger@fliesen-berger.test',
      postcode: '73728',
      owner: { id: people.anna.id, name: 'Anna Brandl' },
      territoryName: 'Südwest',
      isFreeMail: false,
    });
    expect(body.sender?.suggestions).toMatchObject([
      { customer: { name: 'Fliesen Berger GmbH & Co. KG', number: '20988' }, reason: 'same_domain' },
      { customer: { name: 'Berger Naturstein und Fliesenhandel GmbH' }, reason: 'similar_name' },
    ]);
  });

  it('remembers a correction for everyone, before every rule, until it is corrected again', async () => {
    const mail = { from: at('j.doe@gmail.com') };
    const corrected = await world.call('jonas', correctMatch, {
      address: 'J.Doe@gmail.com',
      customerId: hollerbachId,
    });

    const { body } = await ask(mail);

    expect(corrected.body).toEqual({ remembered: true });
    expect(body.candidates[0]).toMatchObject({ reason: 'correction', customer: { id: hollerbachId } });
    const audit = await world.deps.db.system((trx) =>
      trx.selectFrom('audit').selectAll().where('action', '=', 'match.correct').execute(),
    );
    expect(audit).toHaveLength(1);
    expect(audit[0]).toMatchObject({ user_id: people.jonas.id, record_id: hollerbachId });
  });

  it('refuses to assign our own addresses, foreign customers, and partners altogether', async () => {
    const assign = (user: 'anna' | 'dieter', address: string, customerId: string) =>
      world.call(user, correctMatch, { address, customerId });

    expect((await assign('anna', people.jonas.email, hollerbachId)).status).toBe(400);
    expect((await assign('anna', 'keine adresse', hollerbachId)).status).toBe(400);
    expect((await assign('anna', 'x@y.test', hamburgId)).status).toBe(404);
    expect((await assign('anna', 'x@y.test', newId())).status).toBe(404);
    expect((await assign('dieter', 'x@y.test', hollerbachId)).status).toBe(403);
  });

  it('never tells of customers the reader may not see', async () => {
    const byAddress = await ask({ from: at('jens@nordlicht.test') });
    const byNumber = await ask({ from: at('x@gmail.com'), bodyText: 'Kundennummer 30555' });
    const same = await ask({ from: at('jens@unbekannt.test') });

    for (const { body } of [byAddress, byNumber])
      expect(body).toMatchObject({ kind: 'unknown', candidates: [] });
    expect(byAddress.body.sender?.suggestions).toEqual(same.body.sender?.suggestions);
    expect((await ask({ from: at('jens@nordlicht.test') }, 'ben')).body.kind).toBe('matched');
    expect((await ask({}, 'ben')).body.kind).toBe('unknown');
    expect((await ask({}, 'dieter')).body.kind).toBe('matched');
    expect((await world.call(null, matchMail, { mail: buildMail() })).status).toBe(401);
  });

  it('answers a mail with 500 recipients', async () => {
    const recipients = Array.from({ length: 500 }, (_, n) => at(`person${n}@firma${n}.test`));

    const { status, body } = await ask({ to: [...recipients, at(tietz)], from: at('x@gmail.com') });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      kind: 'matched',
      candidates: [{ customer: { id: hollerbachId }, party: 'to' }],
    });
    expect(body.unknownPeople).toHaveLength(501);
  });

  it('draws the first screen with one call: match, logged state, previous mail and cockpit', async () => {
    const mail = buildMail({ messageId: '<logged@x.test>', conversationId: 'c-1' });
    await world.given.activity({
      customer_id: hollerbachId,
      kind: 'email',
      message_id: '<earlier@x.test>',
      conversation_id: 'c-1',
      logged_by: people.jonas.id,
      logged_at: new Date('2026-09-02T10:00:00Z'),
    });
    const before = await world.call('anna', findCockpit, { mail });
    await world.given.activity({
      customer_id: hollerbachId,
      kind: 'email',
      message_id: mail.messageId,
      conversation_id: 'c-1',
      logged_by: people.anna.id,
      logged_at: new Date('2026-09-03T11:50:00Z'),
    });

    const after = await world.call('jonas', findCockpit, { mail });

    expect(before.body).toMatchObject({
      match: { kind: 'matched' },
      logged: null,
      previous: { at: '2026-09-02T10:00:00.000Z', by: { name: 'Jonas Weidner' } },
      cockpit: { customer: { id: hollerbachId }, contact: { id: tietzId } },
    });
    expect(after.body.logged).toMatchObject({
      at: '2026-09-03T11:50:00.000Z',
      by: { id: people.anna.id, name: 'Anna Brandl' },
      customer: { id: hollerbachId },
      canUndo: false,
    });
    expect((await world.call('anna', findCockpit, { mail })).body.logged?.canUndo).toBe(true);
  });

  it('shows the cockpit of the customer the reader chose', async () => {
    const mail = buildMail({ from: at('einkauf@gruppe.test'), subject: '', bodyText: '' });
    const { body } = await world.call('anna', findCockpit, { mail });
    const west = body.match.candidates[1]?.customer.id ?? '';

    const chosen = await world.call('anna', findCockpit, { mail, customerId: west });
    const foreign = await world.call('anna', findCockpit, { mail, customerId: hamburgId });

    expect(body.cockpit).toBeNull();
    expect(chosen.body.cockpit?.customer.name).toBe('Gruppe West GmbH');
    expect(foreign.status).toBe(404);
  });

  it.each(["' or 1=1 --", '%', '\0', '\\', '\ud800', '@@@', '<>', 'a'.repeat(320), '/o=exchange/cn=x'])(
    'answers hostile text %j calmly',
    async (text) => {
      const { status } = await world.call('anna', findCockpit, {
        mail: buildMail({
          messageId: text,
          conversationId: text,
          subject: text,
          bodyText: text,
          from: { name: text, address: text },
          to: [at(`${text.slice(0, 100)}@${text.slice(0, 100)}`)],
        }),
      });

      expect([200, 400]).toContain(status);
    },
  );
});
