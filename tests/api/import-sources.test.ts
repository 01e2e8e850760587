// Sources that fetch for themselves: endpoints behind a guard, files of the import folder by the clock.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as imports from '#contract/import.ts';
import { databases } from '#tests/support/databases.ts';
import { head, importCase, lines, openImportWorld } from '#tests/support/import-case.ts';
import type { ODataService } from '#tests/support/import-files.ts';
import type { World } from '#tests/support/world.ts';

describe.each(databases)('sources of the import on %s', (database) => {
  let world: World;
  let odata: ODataService;
  let folder: string;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ world, odata, folder, close } = await openImportWorld(database));
  });
  afterAll(() => close());

  const { findCustomer, run } = importCase(() => world);

  test('an endpoint is read page by page with its credentials, which are never answered', async () => {
    const mapping = {
      columns: {
        number: { column: 'CustomerNo' },
        name: { column: 'Name' },
        city: { column: 'Address/City' },
        postcode: { column: 'Address/PostCode' },
      },
    };
    const source = await world.call('miriam', imports.createImportSource, {
      name: `OData ${database}`,
      kind: 'customers',
      place: 'endpoint',
      location: `${odata.url}/Customers`,
      authKind: 'basic',
      authName: 'erp',
      secret: 'streng-geheim',
      mapping,
    });
    expect(source.status, source.text).toBe(200);
    expect(source.text).not.toContain('geheim');
    const stored = await world.deps.db.system((trx) =>
      trx
        .selectFrom('import_source')
        .select('secret')
        .where('id', '=', source.body.id)
        .executeTakeFirstOrThrow(),
    );
    expect(stored.secret).not.toContain('geheim');
    odata.asked.length = 0;
    odata.busy = 1;
    const { run: ended } = await run({ kind: 'customers', sourceId: source.body.id });

    expect(ended).toMatchObject({ state: 'done', created: 130, wrong: 0 });
    expect(odata.asked.map((one) => one.path)).toEqual([
      '/Customers',
      '/Customers',
      '/Customers?$skip=50',
      '/Customers?$skip=100',
    ]);
    expect(odata.asked.at(-1)?.authorization).toBe(
      `Basic ${Buffer.from('erp:streng-geheim').toString('base64')}`,
    );
    expect(await findCustomer('O129')).toMatchObject({ city: 'Köln', postcode: '50667' });
    const moved = await world.call(
      'miriam',
      imports.updateImportSource,
      { id: source.body.id, location: 'https://anderswo.test/Customers', authKind: 'none', authName: null },
      { ifMatch: 1 },
    );
    expect(moved.body.hasSecret).toBe(false);
  });

  test.each([
    'http://127.0.0.1:1/Customers',
    'http://169.254.169.254/latest',
    'https://10.0.0.8/x',
    'https://[::1]/x',
    'https://192.168.1.1/',
    'ftp://erp.test/x',
    'https://user:pw@erp.test/x',
    'https://2130706433/',
    'https://[::ffff:10.0.0.1]/',
    'file:///etc/passwd',
  ])('a source may not point to %s', async (location) => {
    const answer = await world.call('miriam', imports.createImportSource, {
      name: 'Innen',
      kind: 'customers',
      place: 'endpoint',
      location,
    });
    expect([answer.status, answer.body.error?.fields]).toEqual([
      400,
      [{ path: 'location', problem: 'not_allowed' }],
    ]);
  });

  test('a name that points into the own network, a page on another host, a missing set: each is said in a sentence', async () => {
    const problemOf = async (location: string) => {
      const source = await world.call('miriam', imports.createImportSource, {
        name: location,
        kind: 'customers',
        place: 'endpoint',
        location,
      });
      expect(source.status, source.text).toBe(200);
      return (await run({ kind: 'customers', sourceId: source.body.id })).run.problem?.problem;
    };
    expect(await problemOf('https://localhost/x')).toBe('address_not_allowed');
    expect(await problemOf(`${odata.url}/elsewhere`)).toBe('next_link_elsewhere');
    expect(await problemOf(`${odata.url}/nirgends`)).toBe('refused');
  });

  test('a source of the folder runs every night by itself', async () => {
    writeFileSync(join(folder, 'nacht.csv'), `${head}\n${lines(500, 2).join('\n')}\n`);
    const source = await world.call('miriam', imports.createImportSource, {
      name: `Nacht ${database}`,
      kind: 'customers',
      place: 'folder',
      location: 'nacht.csv',
      runAt: '02:30',
    });
    expect(source.body.nextRunAt).toBe('2026-09-04T00:30:00.000Z');
    await world.runSweeps();
    expect(
      (await world.call('miriam', imports.listImportRuns, { sourceId: source.body.id })).body.items,
    ).toEqual([]);
    const before = world.clock.now();
    world.clock.set(new Date('2026-09-04T02:31:00+02:00'));
    await world.runSweeps();
    await world.runSweeps();
    await world.runJobs();
    const { body } = await world.call('miriam', imports.listImportRuns, { sourceId: source.body.id });
    expect(body.items).toMatchObject([{ state: 'done', created: 2, startedBy: null }]);
    const { body: sources } = await world.call('miriam', imports.listImportSources, {});
    expect(sources.items.find((one) => one.id === source.body.id)?.nextRunAt).toBe(
      '2026-09-05T00:30:00.000Z',
    );
    const outside = await world.call('miriam', imports.createImportSource, {
      name: 'Weg',
      kind: 'customers',
      place: 'folder',
      location: '../geheim.csv',
    });
    expect(outside.status).toBe(400);
    world.clock.set(before);
  });
});
