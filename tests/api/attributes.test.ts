// Attributes over HTTP: defined by the administrator, filled in by people, hidden, retired, converted, never lost.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createAttribute,
  deleteAttribute,
  getRecordAttributes,
  listAttributes,
  updateAttribute,
  updateRecordAttributes,
} from '#contract/attribute.ts';
import type { Attribute, AttributeChanges } from '#contract/attribute.ts';
import type { Input } from '#contract/endpoint.ts';
import { search } from '#contract/search.ts';
import { databases } from '#tests/support/databases.ts';
import type { ShortName } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const choice = (number: number, label: string) => ({
  id: `01890a5d-ac96-774b-bcce-b302099a8${number}`,
  labelDe: label,
  labelEn: label,
});
const brands = [choice(101, 'Dorma'), choice(102, 'Geze')];

describe.each(databases)('attributes on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  async function define(input: Partial<Input<typeof createAttribute>> = {}): Promise<Attribute> {
    const answer = await world.call('miriam', createAttribute, {
      recordKind: 'customer',
      labelDe: 'Rahmenvertrag bis',
      labelEn: 'Framework contract until',
      type: 'text',
      ...input,
    });
    expect(answer.status, answer.text).toBe(200);
    return answer.body;
  }
  const read = async (id: string, user: ShortName = 'anna') =>
    (await world.call(user, getRecordAttributes, { recordKind: 'customer', id })).body;
  async function fill(id: string, values: AttributeChanges, user: ShortName = 'anna') {
    const { version } = await read(id, user);
    return world.call(
      user,
      updateRecordAttributes,
      { recordKind: 'customer', id, values },
      { ifMatch: version },
    );
  }
  const newCustomer = async () => (await world.given.customer()).id;

  test.each<[Attribute['type'], unknown, unknown[]]>([
    ['text', 'Größer ÄÖÜ', [1, true, [], 'x'.repeat(2001)]],
    ['number', -12.5, ['12', true, 1e13]],
    ['date', '2026-12-31', ['31.12.2026', '2026-02-30', 20261231]],
    ['yes_no', false, ['ja', 0]],
    ['choice', brands[0]?.id, ['Dorma', choice(999, '').id, [brands[0]?.id]]],
    ['multiple_choice', brands.map((one) => one.id), [brands[0]?.id, [], [choice(999, '').id]]],
    ['money', 125_050, [12.5, '12']],
  ])('a %s keeps what fits and refuses what does not', async (type, good, bad) => {
    const hasChoices = type === 'choice' || type === 'multiple_choice';
    const { id } = await define({ labelDe: `Art ${type}`, type, ...(hasChoices ? { choices: brands } : {}) });
    const customer = await newCustomer();

    expect((await fill(customer, { [id]: good } as AttributeChanges)).status).toBe(200);
    for (const value of bad) {
      const answer = await fill(customer, { [id]: value } as AttributeChanges);
      expect([value, answer.status]).toEqual([value, 400]);
    }
    expect((await read(customer)).values[id]).toEqual(good);
    expect((await fill(customer, { [id]: null })).body.values[id]).toBeUndefined();
  });

  test('a second save of an old version overwrites nothing', async () => {
    const { id } = await define({ labelDe: 'Version' });
    const customer = await newCustomer();
    const { version } = await read(customer);
    const input = { recordKind: 'customer' as const, id: customer, values: { [id]: 'eins' } };

    const first = await world.call('anna', updateRecordAttributes, input, { ifMatch: version });
    const second = await world.call(
      'jonas',
      updateRecordAttributes,
      { ...input, values: { [id]: 'zwei' } },
      { ifMatch: version },
    );

    expect(first.status).toBe(200);
    expect(second.status).toBe(412);
    expect((await read(customer)).values[id]).toBe('eins');
  });

  test('contacts have attributes of their own', async () => {
    const topics = await define({
      recordKind: 'contact',
      labelDe: 'Themen',
      type: 'multiple_choice',
      choices: brands,
    });
    const contact = (await world.given.contact()).id;
    const of = { recordKind: 'contact' as const, id: contact };
    const { version, attributes } = (await world.call('anna', getRecordAttributes, of)).body;

    const values = { [topics.id]: brands.map((one) => one.id) };
    const answer = await world.call('anna', updateRecordAttributes, { ...of, values }, { ifMatch: version });

    expect(attributes.map((one) => one.recordKind)).not.toContain('customer');
    expect(answer.body.values).toEqual(values);
    expect(answer.body.version).toBe(version + 1);
  });

  test('what is hidden from a role neither shows nor can be written, and survives its edits', async () => {
    const hidden = await define({ labelDe: 'Bonität', visibleTo: ['manager', 'admin'] });
    const open = await define({ labelDe: 'Offen' });
    const customer = await newCustomer();
    await fill(customer, { [hidden.id]: 'schlecht' }, 'petra');

    const listed = await world.call('anna', listAttributes, {});
    const refused = await fill(customer, { [hidden.id]: 'gut' });
    const unknown = await fill(customer, { [choice(998, '').id]: 'gut' });
    await fill(customer, { [open.id]: 'ja' });

    expect(listed.text).not.toContain(hidden.id);
    expect([refused.status, refused.body.error?.fields?.[0]?.problem]).toEqual([400, 'unknown']);
    expect(unknown.body.error?.fields?.[0]?.problem).toBe('unknown');
    expect(JSON.stringify(await read(customer))).not.toContain('schlecht');
    expect((await read(customer, 'petra')).values).toEqual({ [hidden.id]: 'schlecht', [open.id]: 'ja' });
    expect((await world.call('anna', listAttributes, { all: 'true' })).status).toBe(403);
  });

  test('a partner sees only what is meant for partners', async () => {
    const forAll = await define({
      labelDe: 'Öffnungszeit',
      visibleTo: ['sales', 'manager', 'admin', 'partner'],
    });
    const forStaff = await define({ labelDe: 'Intern' });
    const customer = (await world.given.customer({ sharedWith: ['00000000-0000-4000-8000-000000010007'] }))
      .id;
    await fill(customer, { [forAll.id]: '8–17', [forStaff.id]: 'geheim' }, 'petra');

    const { body } = await world.call('dieter', getRecordAttributes, {
      recordKind: 'customer',
      id: customer,
    });

    expect(body.values).toEqual({ [forAll.id]: '8–17' });
  });

  test('required means filled in by people who edit', async () => {
    const required = await define({ labelDe: 'Pflicht', required: true });
    const other = await define({ labelDe: 'Kür' });
    const customer = await newCustomer();

    const without = await fill(customer, { [other.id]: 'x' });
    const withIt = await fill(customer, { [other.id]: 'x', [required.id]: 'da' });
    const emptied = await fill(customer, { [required.id]: null });

    expect(without.body.error?.fields).toEqual([{ path: `values.${required.id}`, problem: 'required' }]);
    expect(withIt.status).toBe(200);
    expect(emptied.status).toBe(400);
    const { version } = required;
    await world.call('miriam', updateAttribute, { id: required.id, required: false }, { ifMatch: version });
  });

  test('renaming keeps values; retiring hides them; bringing back shows them again', async () => {
    const one = await define({ labelDe: 'Alt' });
    const customer = await newCustomer();
    await fill(customer, { [one.id]: 'bleibt' });
    const change = async (input: object) => {
      const { items } = (await world.call('miriam', listAttributes, { all: 'true' })).body;
      const version = items.find((item) => item.id === one.id)?.version ?? 0;
      return world.call('miriam', updateAttribute, { id: one.id, ...input }, { ifMatch: version });
    };

    expect((await change({ labelDe: 'Neu' })).body.labelDe).toBe('Neu');
    expect((await read(customer)).values[one.id]).toBe('bleibt');
    await change({ retired: true });
    expect((await read(customer)).values[one.id]).toBeUndefined();
    expect((await fill(customer, { [one.id]: 'anders' })).status).toBe(400);
    await change({ retired: false });
    expect((await read(customer)).values[one.id]).toBe('bleibt');
  });

  test('deleting is refused with the count while records use it', async () => {
    const used = await define({ labelDe: 'Benutzt' });
    const customer = await newCustomer();
    await fill(customer, { [used.id]: 'x' });
    const remove = () => world.call('miriam', deleteAttribute, { id: used.id }, { ifMatch: used.version });

    const refused = await remove();
    await fill(customer, { [used.id]: null });
    const done = await remove();

    expect([refused.status, refused.body.error?.code]).toEqual([409, 'in_use']);
    expect(refused.body.error?.current).toEqual({ uses: 1, failing: 1 });
    expect(done.status).toBe(200);
  });

  test('a type changes when every value converts, and otherwise says how many do not', async () => {
    const area = await define({ labelDe: 'Hallenfläche m²' });
    const [one, two] = [await newCustomer(), await newCustomer()];
    await fill(one, { [area.id]: '1.250,5' });
    await fill(two, { [area.id]: 'groß' });
    const change = (version: number) =>
      world.call('miriam', updateAttribute, { id: area.id, type: 'number' }, { ifMatch: version });

    const refused = await change(area.version);
    await fill(two, { [area.id]: '80' });
    const done = await change(area.version);

    expect(area.key).toBe('hallenflaeche_m');
    expect([refused.status, refused.body.error?.current]).toEqual([409, { uses: 2, failing: 1 }]);
    expect(done.status).toBe(200);
    expect([(await read(one)).values[area.id], (await read(two)).values[area.id]]).toEqual([1250.5, 80]);
  });

  test('a choice in use is retired, not removed, and stays where it was', async () => {
    const brand = await define({ labelDe: 'Bevorzugte Marke', type: 'choice', choices: brands });
    const customer = await newCustomer();
    await fill(customer, { [brand.id]: brands[0]?.id ?? '' });
    const set = (choices: object[], version: number) =>
      world.call(
        'miriam',
        updateAttribute,
        { id: brand.id, choices: choices as Attribute['choices'] },
        { ifMatch: version },
      );

    const removed = await set(brands.slice(1), brand.version);
    const retired = await set([{ ...brands[0], retired: true }, ...brands.slice(1)], brand.version);
    const again = await fill(await newCustomer(), { [brand.id]: brands[0]?.id ?? '' });

    expect([removed.status, removed.body.error?.current]).toEqual([409, { uses: 1, failing: 1 }]);
    expect(retired.status).toBe(200);
    expect((await read(customer)).values[brand.id]).toBe(brands[0]?.id);
    expect((await fill(customer, { [brand.id]: brands[0]?.id ?? '' })).status).toBe(200);
    expect(again.status).toBe(400);
  });

  test.each<[string, Partial<Input<typeof createAttribute>>]>([
    ['a choice without choices', { type: 'choice' }],
    ['choices for a text', { choices: brands }],
    ['the same choice twice', { type: 'choice', choices: [choice(1, 'A'), choice(2, 'a')].map(fix) }],
    ['a search that would tell a role what it may not see', { searchable: true, visibleTo: ['admin'] }],
    ['no role at all', { visibleTo: [] }],
  ])('refuses %s', async (_title, input) => {
    const { status } = await world.call('miriam', createAttribute, {
      recordKind: 'customer',
      labelDe: 'Falsch',
      labelEn: 'Wrong',
      type: 'text',
      ...input,
    });

    expect(status).toBe(400);
  });

  test('a searchable attribute is found by its words', async () => {
    const note = await define({ labelDe: 'Hausmarke', searchable: true });
    const customer = await newCustomer();
    await fill(customer, { [note.id]: 'Quarzuhrwerk' });

    const { body } = await world.call('anna', search, { q: 'quarzuhrwerk' });

    expect(JSON.stringify(body)).toContain(customer);
  });
});

function fix(one: ReturnType<typeof choice>, at: number) {
  return { ...one, id: `01890a5d-ac96-774b-bcce-b302099a870${at}` };
}
