// Searching what was said, offered and attached: in spite of slips, within rights, marked, and more of one kind.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateCustomer } from '#contract/customer.ts';
import { search } from '#contract/search.ts';
import type { SearchKind } from '#contract/search.ts';
import { newId } from '#api/db/id.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { databases } from '#tests/support/databases.ts';
import { people, territories } from '#tests/support/people.ts';
import type { ShortName } from '#tests/support/people.ts';
import { buildPdf } from '#tests/support/pdf.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

describe.each(databases)('searching texts on %s', (database) => {
  let world: World;
  let customerId = '';
  let activityId = '';
  beforeAll(async () => {
    world = await createWorld({ database });
    const { given } = world;
    const customer = await given.customer({
      name: 'Hollerbach Metallbau GmbH',
      number: '20417',
      sharedWith: [people.dieter.id],
    });
    customerId = customer.id;
    const contact = await given.contact({ customer_id: customerId, name: 'Sabine Tietz' });
    const activity = await given.activity({
      customer_id: customerId,
      contact_id: contact.id,
      subject: 'Rückfrage Obentürschließer',
      body_text: `Guten Tag,\n\n${'wir melden uns wegen der Lieferung. '.repeat(20)}\nDie Feststellanlage klemmt im Treppenhaus.`,
    });
    activityId = activity.id;
    const common = { customer_id: customerId, body_text: 'Kalkulationsgrundlage besprochen' };
    await given.activity({ ...common, subject: 'nur für mich', visibility: 'me', logged_by: people.anna.id });
    await given.activity({ ...common, subject: 'für das Team', visibility: 'team' });
    await given.activity({ ...common, subject: 'für alle', visibility: 'all' });
    await given.complaint({
      customer_id: customerId,
      number: 'RK-26-0318',
      title: '4 Türschließer verlieren Öl',
      description: 'Am Eingang West tropft es auf das Linoleum.',
    });
    await given.quote({ customer_id: customerId, number: 'AN-26-1182', title: 'Brandschutztüren Kita Süd' });
    await given.project({ customer_id: customerId, name: 'Erweiterung Rathaus Leonberg' });
    await given.order({ customer_id: customerId, number: 'AU-26-0907' });
    const north = await given.customer({
      name: 'Petersen Zimmerei',
      owner_id: people.ben.id,
      territory_id: territories.north.id,
    });
    await given.activity({ customer_id: north.id, subject: 'Obentürschließer im Norden' });
    await world.runSweeps();
  });
  afterAll(() => world.close());

  async function ask(
    user: ShortName,
    q: string,
    more: { kind?: SearchKind; limit?: number; cursor?: string } = {},
  ) {
    const { status, body } = await world.call(user, search, { q, ...more });
    expect(status).toBe(200);
    return body;
  }
  async function titles(user: ShortName, q: string): Promise<string[]> {
    return (await ask(user, q)).items.map((hit) => hit.title);
  }

  it.each([
    ['a word of its subject', 'Obentürschließer'],
    ['ae, oe, ue and ss', 'obentuerschliesser'],
    ['a slip', 'Obentürschliser'],
    ['its beginning', 'obentürs'],
    ['another ending', 'Obentürschließern'],
    ['a word of its text', 'Feststellanlage'],
    ['words in any order', 'treppenhaus klemmt'],
    ['a word and its customer', 'Hollerbach Feststellanlage'],
    ['a word and its customer with a slip', 'Holerbach feststellanlage'],
    ['a word and its person', 'Tietz Treppenhaus'],
  ])('finds a contact report by %s', async (_what, q) => {
    const { items } = await ask('anna', q);

    expect(items.find((hit) => hit.kind === 'activity')).toMatchObject({
      id: activityId,
      customer: { id: customerId },
    });
  });

  it.each([
    ['complaint', 'Linoleum', 'RK-26-0318'],
    ['complaint', 'türschliesser öl', 'RK-26-0318'],
    ['quote', 'Brandschutztür kita', 'AN-26-1182'],
    ['quote', 'Brandschuztüren', 'AN-26-1182'],
    ['project', 'Rathaus Leonberg', 'Erweiterung Rathaus Leonberg'],
    ['project', 'Ratahus', 'Erweiterung Rathaus Leonberg'],
  ])('finds a %s by %s', async (kind, q, title) => {
    const { items } = await ask('anna', q);

    expect(items.find((hit) => hit.kind === kind)?.title).toBe(title);
  });

  it.each(['AU-26-0907', 'AU 26 0907', 'au260907', 'AU26/0907', 'Auftrag 26-0907', '0907'])(
    'finds an order by its number written as %s',
    async (q) => {
      expect((await ask('anna', q)).items[0]).toMatchObject({ kind: 'order', title: 'AU-26-0907' });
    },
  );

  function marked(text: string | undefined, marks: readonly (readonly [number, number])[] = []): string[] {
    return marks.map(([from, to]) => text?.slice(from, to) ?? '');
  }

  it('marks what was found, with the passage of the text', async () => {
    const passage = (await ask('anna', 'Festellanlage', { kind: 'activity' })).items[0]?.passage;
    const order = (await ask('anna', 'au 26 09')).items[0];
    const customer = (await ask('anna', 'holerbach')).items[0];

    expect(passage?.text).toMatch(/^… .*Die Feststellanlage klemmt im Treppenhaus\.$/);
    expect(marked(passage?.text, passage?.marks)).toEqual(['Feststellanlage']);
    expect(marked(order?.title, order?.titleMarks)).toEqual(['AU-26-09']);
    expect(marked(customer?.title, customer?.titleMarks)).toEqual(['Hollerbach']);
  });

  it('shows contact reports to those only who may read them', async () => {
    const word = 'Kalkulationsgrundlage';

    expect((await titles('anna', word)).sort()).toEqual(['für alle', 'für das Team', 'nur für mich']);
    expect((await titles('jonas', word)).sort()).toEqual(['für alle', 'für das Team']);
    expect(await titles('dieter', word)).toEqual(['für alle']);
    expect(await titles('ben', word)).toEqual([]);
    expect(await titles('fremd', word)).toEqual([]);
    expect((await ask('dieter', word)).groups).toEqual([{ kind: 'activity', count: 1, isMore: false }]);
    expect(await titles('dieter', 'Brandschutztüren')).toEqual([]);
    expect(await titles('dieter', 'Rathaus')).toEqual([]);
    expect(await titles('dieter', 'AU-26-0907')).toEqual([]);
    expect(await titles('anna', 'Norden')).toEqual([]);
    expect(await titles('petra', 'Norden')).toEqual(['Obentürschließer im Norden']);
  });

  it('finds files by name and, once they are read, by what stands in them', async () => {
    const { given } = world;
    const owner = { activity_id: activityId };
    await given.attachment({ ...owner, name: 'Zeugnis.txt', text: 'Quittungsblock fünfzehn' });
    await given.attachment({
      ...owner,
      name: 'seite.html',
      content_type: 'text/html',
      text: '<p>Zarge <b>Sonderma&szlig;</b></p><script>Schadprogramm</script>',
    });
    const pdf = await given.attachment({
      ...owner,
      name: 'Aufmass.pdf',
      content_type: 'application/pdf',
      text: buildPdf('Montagegrube Halle'),
    });
    await given.attachment({
      ...owner,
      name: 'kaputt.pdf',
      content_type: 'application/pdf',
      text: '%PDF-1.7 nichts weiter',
    });
    await given.attachment({ ...owner, name: 'bild.png', content_type: 'image/png', text: '\0\0Binärwort' });
    expect(await titles('anna', 'Aufmaß')).toEqual(['Aufmass.pdf']);

    await world.runJobs();
    await world.runSweeps();

    expect(await titles('anna', 'quitungsblock')).toEqual(['Zeugnis.txt']);
    expect(await titles('anna', 'Sondermaß')).toEqual(['seite.html']);
    expect((await ask('anna', 'montagegrube')).items[0]).toMatchObject({ kind: 'attachment', id: pdf.id });
    expect(await titles('anna', 'Schadprogramm')).toEqual([]);
    expect(await titles('anna', 'Binärwort')).toEqual([]);
    expect(await titles('dieter', 'Montagegrube')).toEqual([]);
    const waiting = await world.deps.db.system((trx) =>
      trx.selectFrom('job').select('id').where('name', '=', 'search.read-attachment').execute(),
    );
    expect(waiting).toEqual([]);
  });

  it('forgets a report that was taken back, with its files and words', async () => {
    const activity = await world.given.activity({ customer_id: customerId, subject: 'Papperlapapp vertagt' });
    await world.given.attachment({ activity_id: activity.id, name: 'Papperlapapp.txt' });
    await world.runSweeps();
    expect(await titles('anna', 'papperlapap')).toHaveLength(2);

    await world.deps.db.system((trx) =>
      trx.updateTable('activity').set({ undone_at: new Date() }).where('id', '=', activity.id).execute(),
    );
    await world.runSweeps();

    expect(await titles('anna', 'Papperlapapp')).toEqual([]);
    const words = await world.deps.db.system((trx) =>
      trx.selectFrom('search_text_word').select('word').where('word', 'like', 'papperla%').execute(),
    );
    expect(words).toEqual([]);
  });

  it('counts each kind and pages through one', async () => {
    const shared = { customer_id: customerId, body_text: 'Nachverhandlung' };
    for (let day = 1; day <= 7; day += 1) {
      await world.given.activity({
        ...shared,
        subject: `Runde ${day}`,
        occurred_at: new Date(`2026-08-0${day}T10:00:00Z`),
      });
    }
    const first = await ask('anna', 'Nachverhandlung', { limit: 3 });
    expect(first.groups).toEqual([{ kind: 'activity', count: 7, isMore: false }]);
    expect(first.items.map((hit) => hit.title)).toEqual(['Runde 7', 'Runde 6', 'Runde 5']);
    expect(first.nextCursor).toBeNull();

    const pages: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ask('anna', 'Nachverhandlung', {
        kind: 'activity',
        limit: 3,
        ...(cursor ? { cursor } : {}),
      });
      pages.push(...page.items.map((hit) => hit.title));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(pages).toEqual([7, 6, 5, 4, 3, 2, 1].map((day) => `Runde ${day}`));
    expect((await world.call('anna', search, { q: 'x', kind: 'activity', cursor: 'kaputt' })).status).toBe(
      400,
    );
  });

  it('knows a customer under its new name in all its texts, and one changed past every screen within a sweep', async () => {
    const customer = await world.given.customer({ name: 'Alpenrose Zäune GmbH' });
    await world.given.activity({ customer_id: customer.id, subject: 'Pfostenträger' });
    await world.runSweeps();
    expect(await titles('anna', 'Alpenrose Pfostenträger')).toContain('Pfostenträger');

    const { status } = await world.call(
      'anna',
      updateCustomer,
      { id: customer.id, name: 'Edelweiß Zäune GmbH' },
      { ifMatch: 1 },
    );
    expect(status).toBe(200);
    expect(await titles('anna', 'Edelweiss Pfostenträger')).toContain('Pfostenträger');
    expect(await titles('anna', 'Alpenrose')).toEqual([]);

    await world.deps.db.system((trx) =>
      trx.updateTable('customer').set({ name: 'Enzian Zäune GmbH' }).where('id', '=', customer.id).execute(),
    );
    await world.runSweeps();
    expect(await titles('anna', 'Enzian')).toContain('Enzian Zäune GmbH');
  });

  it('shows archived customers as such', async () => {
    await world.given.customer({ name: 'Verflossene Bau GmbH', archived_at: new Date() });
    await world.given.customer({ name: 'Verflossene Bau KG' });
    await world.runSweeps();

    const { items } = await ask('anna', 'Verflossene Bau');
    expect(items.map((hit) => [hit.title, hit.isArchived])).toEqual([
      ['Verflossene Bau KG', false],
      ['Verflossene Bau GmbH', true],
    ]);
  });

  it('finds attributes marked as searchable, but not for partners, and not those hidden from some', async () => {
    const attribute = (key: string, more: Record<string, unknown>) => ({
      organization_id: demoTenantId,
      id: newId(),
      record_kind: 'customer' as const,
      key,
      label_de: key,
      label_en: key,
      type: 'text' as const,
      searchable: true,
      ...more,
    });
    const open = attribute('verband', {});
    const hidden = attribute('bonitaet', { visible_to: ['admin'] });
    const silent = attribute('notiz', { searchable: false });
    await world.deps.db.system((trx) => trx.insertInto('attribute').values([open, hidden, silent]).execute());
    const attributes = JSON.stringify({
      [open.id]: 'Einkaufsverbund Donau',
      [hidden.id]: 'Zahlungsunfähig',
      [silent.id]: 'Stillschweigen',
    });
    await world.deps.db.system((trx) =>
      trx.updateTable('customer').set({ attributes }).where('id', '=', customerId).execute(),
    );
    await world.runSweeps();

    expect(await titles('anna', 'einkaufsverbnd')).toEqual(['Hollerbach Metallbau GmbH']);
    expect(await titles('dieter', 'Einkaufsverbund')).toEqual([]);
    expect(await titles('miriam', 'Zahlungsunfähig')).toEqual([]);
    expect(await titles('anna', 'Stillschweigen')).toEqual([]);
  });
});
