// What follows from an imported row: the territory, required attributes, the terms in the cockpit, merged customers, order lines.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAttribute } from '#contract/attribute.ts';
import { getCockpit } from '#contract/cockpit.ts';
import { getCustomer, updateCustomer } from '#contract/customer.ts';
import type { Reply } from '#contract/endpoint.ts';
import { getImportRun, startImport, undoImport } from '#contract/import.ts';
import type { ImportKind } from '#contract/import-map.ts';
import { mergeCustomers } from '#contract/merge.ts';
import { createTerritory } from '#contract/territory.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { databases } from '#tests/support/databases.ts';
import { uploadFile } from '#tests/support/import-files.ts';
import { people, territories } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'kundencockpit-import-follows-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(databases)('what follows from an import on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database, config: { dataFolder: join(folder, database) } });
  });
  afterAll(() => world.close());

  async function run(
    kind: ImportKind,
    rows: readonly string[],
    isDryRun = false,
  ): Promise<Reply<typeof getImportRun>> {
    const file = await uploadFile(world, 'miriam', `${kind}.csv`, `${rows.join('\n')}\n`);
    const started = await world.call('miriam', startImport, { kind, fileId: file.id, isDryRun });
    expect(started.status, started.text).toBe(200);
    await world.runJobs();
    return look(started.body.id);
  }
  const look = async (id: string) => (await world.call('miriam', getImportRun, { id })).body;

  async function find(number: string) {
    const [row] = await world.deps.db.system((trx) =>
      trx
        .selectFrom('customer')
        .select(['id', 'version', 'territory_id', 'territory_rule', 'postcode'])
        .where('organization_id', '=', demoTenantId)
        .where('number', '=', number)
        .execute(),
    );
    return row;
  }

  async function found(number: string) {
    const row = await find(number);
    if (row === undefined) throw new Error(`no customer ${number}`);
    return row;
  }

  describe('the territory', () => {
    test('moves with postcode, sector, owner and list as after an edit by hand, and back with undo', async () => {
      const sector = await world.call('miriam', createTerritory, {
        name: 'Öffentliche Hand bundesweit',
        sectors: ['Öffentliche Hand'],
      });
      const head = 'Kundennummer;Firma;PLZ;Branche;Gebietsliste';
      await run('customers', [head, ...['G1', 'G2', 'G3', 'G4'].map((no) => `${no};Gebiet ${no};71229;;`)]);
      expect(await find('G1')).toMatchObject({ territory_id: territories.southwest.id });

      const moved = await run('customers', [
        head,
        'G1;Gebiet G1;20095;;',
        'G2;Gebiet G2;71229;Öffentliche Hand;',
        'G3;Gebiet G3;71229;;Nord',
        'G4;Gebiet G4;99084;;',
        'G5;Gebiet G5;71229;;Mond',
      ]);

      expect(moved.run).toMatchObject({ changed: 4, wrong: 1 });
      expect(moved.problems).toMatchObject([{ line: 6, problem: 'unknown_territory', value: 'Mond' }]);
      expect([await find('G1'), await find('G2'), await find('G3'), await find('G4')]).toMatchObject([
        { territory_id: territories.north.id, territory_rule: 'postcode' },
        { territory_id: sector.body.id, territory_rule: 'sector' },
        { territory_id: territories.north.id, territory_rule: 'list' },
        { territory_id: territories.southwest.id, territory_rule: 'owner' },
      ]);

      await world.call('miriam', undoImport, { id: moved.run.id });
      await world.runJobs();
      for (const number of ['G1', 'G2', 'G3', 'G4'])
        expect(await find(number)).toMatchObject({
          postcode: '71229',
          territory_id: territories.southwest.id,
          territory_rule: 'postcode',
        });
    });

    test('is the one that an edit by hand gives the same customer', async () => {
      await run('customers', ['Kundennummer;Firma;PLZ', 'H1;Hand 1;71229', 'H2;Hand 2;71229']);
      const byHand = await find('H1');
      for (const postcode of ['20095', '99084', '70173']) {
        const before = await find('H1');
        await world.call(
          'miriam',
          updateCustomer,
          { id: byHand?.id ?? '', postcode },
          { ifMatch: before?.version ?? 0 },
        );
        await run('customers', ['Kundennummer;Firma;PLZ', `H2;Hand 2;${postcode}`]);
        const [one, other] = [await find('H1'), await find('H2')];
        expect([postcode, other?.territory_id, other?.territory_rule]).toEqual([
          postcode,
          one?.territory_id,
          one?.territory_rule,
        ]);
      }
    });

    test('of a new customer that no rule fits is the first one of its owner', async () => {
      await run('customers', ['Kundennummer;Firma;PLZ;Betreuer', `O1;Ohne Regel;99084;${people.ben.email}`]);

      expect(await find('O1')).toMatchObject({ territory_id: territories.north.id, territory_rule: 'owner' });
    });
  });

  test('terms stand in the cockpit for those who may see them', async () => {
    await run('customers', ['Kundennummer;Firma;PLZ', 'T1;Ziel GmbH;71229']);
    await run('terms', [
      'Kundennummer;Zahlungsziel;Skonto;Skontotage;Kreditlimit;Lieferbedingung',
      'T1;45;2,5;10;50.000,00;frei Haus',
    ]);
    const id = (await find('T1'))?.id ?? '';
    await world.deps.db.system((trx) =>
      trx
        .insertInto('customer_share')
        .values({ organization_id: demoTenantId, customer_id: id, user_id: people.dieter.id })
        .execute(),
    );

    const seen = await world.call('anna', getCockpit, { customerId: id });
    expect(seen.status, seen.text).toBe(200);
    expect(seen.body.customer).toMatchObject({
      paymentTermDays: 45,
      terms: {
        discountPercent: 2.5,
        discountDays: 10,
        creditLimitCents: 5_000_000,
        delivery: 'frei Haus',
      },
    });
    expect((await world.call('dieter', getCustomer, { id })).body).toMatchObject({
      paymentTermDays: null,
      terms: null,
    });
  });

  test('a row that leaves a required attribute empty is wrong, with the attribute; one that stands there already will do', async () => {
    const made = await world.call('miriam', createAttribute, {
      recordKind: 'customer',
      labelDe: 'Freigabe durch',
      labelEn: 'Released by',
      type: 'text',
      required: true,
    });
    await world.call('miriam', createAttribute, {
      recordKind: 'customer',
      labelDe: 'Lagerplatz',
      labelEn: 'Bay',
      type: 'text',
    });
    const head = 'Kundennummer;Firma;Freigabe durch';

    const first = await run('customers', [head, 'P1;Pflicht 1;Petra', 'P2;Pflicht 2;']);
    const second = await run('customers', [head, 'P1;Pflicht Eins;', 'P3;Pflicht 3;']);
    const unmapped = await run('customers', ['Kundennummer;Firma;Lagerplatz', 'P4;Pflicht 4;17']);
    const without = await run('customers', ['Kundennummer;Firma', 'P5;Pflicht 5']);

    expect(first.run).toMatchObject({ created: 1, wrong: 1 });
    expect(first.problems).toMatchObject([{ line: 3, problem: 'missing', column: 'Freigabe durch' }]);
    expect(second.run).toMatchObject({ changed: 1, wrong: 1 });
    expect(unmapped.problems).toMatchObject([{ problem: 'missing', column: 'Freigabe durch' }]);
    expect(unmapped.problems[0]?.sentence.de).toContain('Freigabe durch');
    expect(without.run).toMatchObject({ created: 1, wrong: 0 });
    expect([made.status, await find('P2'), await find('P4')]).toEqual([200, undefined, undefined]);
  });

  test('a dry run counts the lines of an order that straddle two batches like the run itself', async () => {
    await run('customers', ['Kundennummer;Firma', 'L1;Linie GmbH']);
    const head = 'Auftragsnummer;Kundennummer;Auftragsdatum;Bezeichnung;Menge;Netto';
    // both databases begin a new batch within it: 500 rows embedded, 2,000 on a server
    const lines = (changed: number) =>
      Array.from(
        { length: 2_600 },
        (_, at) =>
          `LA-${Math.floor(at / 1_300)};L1;01.08.2026;Teil ${at};${at === changed ? 9_999 : at + 1};1,00`,
      );
    const dryBefore = await run('orderLines', [head, ...lines(-1)], true);
    const real = await run('orderLines', [head, ...lines(-1)]);
    const dryAgain = await run('orderLines', [head, ...lines(2_100)], true);
    const realAgain = await run('orderLines', [head, ...lines(2_100)]);

    expect(dryBefore.run).toMatchObject({ created: 2_600, changed: 0, wrong: 0 });
    expect(real.run).toMatchObject({ created: 2_600, changed: 0, same: 0, wrong: 0 });
    expect(dryAgain.run).toMatchObject({ created: 0, changed: 1, same: 2_599, wrong: 0 });
    expect(realAgain.run).toMatchObject({ created: 0, changed: 1, same: 2_599, wrong: 0 });
  });

  test('rows with the number of a customer that was merged away go to the one that took it over', async () => {
    await run('customers', ['Kundennummer;Firma;PLZ', 'V1;Verbleib GmbH;71229', 'V2;Vergangen GmbH;71229']);
    const [winner, loser] = [await found('V1'), await found('V2')];
    const merged = await world.call('anna', mergeCustomers, {
      winnerId: winner.id,
      loserId: loser.id,
      winnerVersion: winner.version,
      loserVersion: loser.version,
    });
    expect(merged.status, merged.text).toBe(200);

    const files: [ImportKind, readonly string[]][] = [
      ['contacts', ['Kundennummer;Name', 'V2;Ines Spät']],
      ['orders', ['Auftragsnummer;Kundennummer;Auftragsdatum;Netto', 'V-1;V2;01.08.2026;100,00']],
      [
        'orderLines',
        [
          'Auftragsnummer;Kundennummer;Auftragsdatum;Bezeichnung;Menge;Netto',
          'V-2;V2;02.08.2026;Teil;1;50,00',
        ],
      ],
      [
        'invoices',
        [
          'Rechnungsnummer;Kundennummer;Rechnungsdatum;Fälligkeit;Betrag;Offen',
          'V-R;V2;01.08.2026;31.08.2026;119,00;19,00',
        ],
      ],
      ['projects', ['Kundennummer;Projekt;Summe;Phase', 'V2;Halle;1.000,00;Angebot']],
    ];
    for (const [kind, rows] of files) {
      const { run: ended, problems } = await run(kind, rows);
      expect([kind, ended.created, problems]).toEqual([kind, 1, []]);
    }
    const again = await run('customers', ['Kundennummer;Firma;PLZ', 'V2;Vergangen GmbH & Co. KG;10115']);

    expect(again.run).toMatchObject({ created: 0, changed: 0, same: 1, wrong: 0 });
    expect(await find('V2')).toBeUndefined();
    expect((await world.call('anna', getCustomer, { id: winner.id })).body.name).toBe('Verbleib GmbH');
    const customersOf = async (table: 'contact' | 'sales_order' | 'invoice' | 'project') => {
      const rows = await world.deps.db.system((trx) =>
        trx
          .selectFrom(table)
          .select('customer_id')
          .where('organization_id', '=', demoTenantId)
          .where('customer_id', 'in', [winner.id, loser.id])
          .execute(),
      );
      return rows.map((row) => row.customer_id);
    };
    const winnerTimes = (count: number) => Array.from({ length: count }, () => winner.id);
    expect(await customersOf('contact')).toEqual(winnerTimes(1));
    expect(await customersOf('sales_order')).toEqual(winnerTimes(2));
    expect(await customersOf('invoice')).toEqual(winnerTimes(1));
    expect(await customersOf('project')).toEqual(winnerTimes(1));
    const cockpit = await world.call('anna', getCockpit, { customerId: winner.id });
    expect(cockpit.body.revenue?.last12MonthsCents).toBe(15_000);
  });
});
