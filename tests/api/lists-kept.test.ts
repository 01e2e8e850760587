// Kept lists and files over HTTP: shared with whom, changed by whom, and nothing in a file that its reader may not see.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { createAttribute } from '#contract/attribute.ts';
import type { Input } from '#contract/endpoint.ts';
import type { exportList } from '#contract/list.ts';
import {
  createSavedList,
  deleteSavedList,
  getSavedList,
  listSavedLists,
  updateSavedList,
} from '#contract/saved-list.ts';
import { databases } from '#tests/support/databases.ts';
import { people } from '#tests/support/people.ts';
import type { ShortName } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const definition = { kind: 'customer' as const, columns: ['name'], sort: [{ field: 'name' }] };

describe.each(databases)('kept lists on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
    await world.given.customer({
      name: '=HYPERLINK("http://x.test";"Klick")',
      number: '+49 711 1',
      city: 'Ulm; "Mitte"\nNord',
      revenue_12_months_cents: 123_456,
      customer_since: '2020-01-31',
      rating_letter: 'A',
      rating_digit: '1',
    });
    await world.given.customer({ name: 'Blechbau', number: '-1', owner_id: people.anna.id, city: '@ort' });
  });
  afterAll(() => world.close());

  async function keep(user: ShortName, input: Partial<Input<typeof createSavedList>> = {}) {
    const answer = await world.call(user, createSavedList, { name: 'Meine Liste', definition, ...input });
    expect(answer.status, answer.text).toBe(200);
    return answer.body;
  }
  const status = async (user: ShortName, id: string) => (await world.call(user, getSavedList, { id })).status;

  test.each<['own' | 'team' | 'all', Record<string, number>]>([
    ['own', { anna: 200, jonas: 404, ben: 404, petra: 404 }],
    ['team', { anna: 200, jonas: 200, ben: 404 }],
    ['all', { anna: 200, jonas: 200, ben: 200, petra: 200 }],
  ])('shared with %s is opened by those', async (sharedWith, expected) => {
    const { id } = await keep('anna', { sharedWith });

    const seen: Record<string, number> = {};
    for (const user of Object.keys(expected) as ShortName[]) seen[user] = await status(user, id); // short names
    expect(seen).toEqual(expected);
    const listed = (await world.call('ben', listSavedLists, {})).body.items.map((one) => one.id);
    expect(listed.includes(id)).toBe(sharedWith === 'all');
  });

  test('a reader changes it only when the owner allows, and never its sharing', async () => {
    const closed = await keep('anna', { sharedWith: 'all' });
    const open = await keep('anna', { sharedWith: 'all', editableBy: 'readers' });
    const rename = (id: string, input: object = { name: 'Anders' }) =>
      world.call('ben', updateSavedList, { id, ...input }, { ifMatch: 1 });

    expect((await rename(closed.id)).status).toBe(403);
    expect((await rename(open.id, { sharedWith: 'own' })).status).toBe(403);
    expect((await rename(open.id)).body).toMatchObject({ name: 'Anders', version: 2, canEdit: true });
    expect((await rename(open.id)).status).toBe(412);
    expect((await world.call('ben', deleteSavedList, { id: open.id }, { ifMatch: 2 })).status).toBe(403);
    expect((await world.call('anna', deleteSavedList, { id: open.id }, { ifMatch: 2 })).status).toBe(200);
    expect(await status('anna', open.id)).toBe(404);
  });

  test('a list with a field there is not is not kept', async () => {
    const { status } = await world.call('anna', createSavedList, {
      name: 'Falsch',
      definition: { kind: 'customer', columns: ['salary'] },
    });

    expect(status).toBe(400);
  });

  test('the same key keeps one list', async () => {
    const send = () =>
      world.call('anna', createSavedList, { name: 'Einmal', definition }, { idempotencyKey: 'liste-1' });

    const [first, second] = [await send(), await send()];

    expect(second.body.id).toBe(first.body.id);
  });

  test('a reader of a shared list is told neither columns nor conditions of hidden attributes', async () => {
    const hidden = (
      await world.call('miriam', createAttribute, {
        recordKind: 'customer',
        labelDe: 'Bonität',
        labelEn: 'Credit rating',
        type: 'text',
        visibleTo: ['manager', 'admin'],
      })
    ).body;
    const field = `attribute.${hidden.id}`;
    const { id } = await keep('petra', {
      sharedWith: 'all',
      editableBy: 'readers',
      definition: {
        kind: 'customer',
        columns: ['name', field],
        sort: [{ field }],
        filter: { match: 'all', parts: [{ field, operator: 'contains', value: 'insolvent' }] },
      },
    });

    const { body, text } = await world.call('anna', getSavedList, { id });

    expect(text).not.toContain('insolvent');
    expect(text).not.toContain(hidden.id);
    expect(body).toMatchObject({ missingFields: 1, canEdit: false });
    expect((await world.call('petra', getSavedList, { id })).body.missingFields).toBe(0);
  });

  async function file(user: ShortName, input: Partial<Input<typeof exportList>>): Promise<Response> {
    const authorization = await world.authorizationOf(user);
    return fetch(`${world.url}/api/lists/export`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ ...definition, format: 'csv', name: 'Kunden/Ulm: "A"', ...input }),
    });
  }
  const columns = [
    'name',
    'number',
    'city',
    'revenue_12_months',
    'customer_since',
    'blocked',
    'owner',
    'rating',
  ];

  test('CSV is read by a German spreadsheet, and a formula stays text', async () => {
    const answer = await file('anna', { columns });
    const bytes = Buffer.from(await answer.arrayBuffer());

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain('Kunden Ulm A 2026-09-03.csv');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8').slice(1).split('\r\n')).toEqual([
      'Name;Kundennummer;Ort;Umsatz 12 Monate;Kunde seit;Gesperrt;Betreuer;Bewertung',
      `"'=HYPERLINK(""http://x.test"";""Klick"")";'+49 711 1;"Ulm; ""Mitte""\nNord";1234,56;31.01.2020;Nein;Anna Brandl;A1`,
      `Blechbau;'-1;'@ort;0,00;;Nein;Anna Brandl;`,
      '',
    ]);
  });

  test('XLSX has real numbers and dates, and strings instead of formulas', async () => {
    const answer = await file('anna', { columns, format: 'xlsx' });
    const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());

    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('t="inlineStr"><is><t>=HYPERLINK(');
    expect(sheet).toMatch(/<c r="D2" s="\d+"><v>1234.56<\/v>/);
    expect(sheet).toMatch(/<c r="E2" s="\d+"><v>43861<\/v>/); // 31.01.2020
    expect(sheet).toMatch(/<c r="F2"[^>]* t="b"[^>]*><v>0<\/v>/);
  });

  test('a file holds what its reader sees, all pages of it, and is noted', async () => {
    for (let at = 0; at < 1_005; at += 1) await world.given.customer({ name: `Masse ${at}`, city: 'Kiel' });

    const lines = (await (await file('anna', { columns: ['name'] })).text()).trim().split('\r\n');
    const others = (await (await file('ben', { columns: ['name'] })).text()).trim().split('\r\n');
    const audit = await world.deps.db.system((trx) =>
      trx.selectFrom('audit').select(['user_id', 'after']).where('action', '=', 'list.export').execute(),
    );

    expect(lines).toHaveLength(1 + 2 + 1_005);
    expect(new Set(lines).size).toBe(lines.length);
    expect(others).toEqual(['Name']);
    expect(audit.map((row) => row.user_id)).toContain(people.anna.id);
    expect(
      audit.map((row) => row.after).find((after) => JSON.stringify(after).includes('1007')),
    ).toMatchObject({ rows: 1_007, format: 'csv', kind: 'customer' });
  });

  test('a list that does not fit is refused before a file begins', async () => {
    expect((await file('anna', { columns: ['salary'] })).status).toBe(400);
    expect((await file('dieter', {})).status).toBe(403);
  });
});
