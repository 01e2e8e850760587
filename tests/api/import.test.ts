// The import over HTTP as the administrator uses it: upload, preview, dry run, run, error file, undo; endpoints; schedule.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAttribute } from '#contract/attribute.ts';
import { updateCustomer } from '#contract/customer.ts';
import type { Input, Reply } from '#contract/endpoint.ts';
import * as imports from '#contract/import.ts';
import { type ImportKind } from '#contract/import-map.ts';
import { previewImport } from '#contract/import-preview.ts';
import { createFollowUp } from '#contract/follow-up.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { databases } from '#tests/support/databases.ts';
import { buildWorkbook, startOData, uploadFile } from '#tests/support/import-files.ts';
import type { ODataService } from '#tests/support/import-files.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'kundencockpit-import-api-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const head = 'Kd.-Nr.;Firma;Straße;PLZ;Ort;Telefon;Zahlungsziel';
const lines = (from: number, count: number, city = 'Leonberg') =>
  Array.from(
    { length: count },
    (_, at) => `K${from + at};Firma ${from + at} GmbH;Weg ${at};71229;${city};07152 ${1000 + at};30`,
  );

describe.each(databases)('the import on %s', (database) => {
  let world: World;
  let odata: ODataService;
  beforeAll(async () => {
    odata = await startOData({
      Customers: Array.from({ length: 130 }, (_, at) => ({
        '@odata.etag': 'W/"1"',
        CustomerNo: `O${at}`,
        Name: `OData ${at} GmbH`,
        Address: { City: 'Köln', PostCode: '50667' },
      })),
    });
    world = await createWorld({
      database,
      config: {
        dataFolder: join(folder, database),
        imports: { secretKey: Buffer.alloc(32, 7), hosts: [odata.host], folder },
      },
    });
  });
  afterAll(async () => {
    await world.close();
    await odata.close();
  });

  const upload = (name: string, content: string | Buffer) => uploadFile(world, 'miriam', name, content);
  async function run(input: Omit<Input<typeof imports.startImport>, 'isDryRun'> & { isDryRun?: boolean }) {
    const started = await world.call('miriam', imports.startImport, { isDryRun: false, ...input });
    expect(started.status, started.text).toBe(200);
    await world.runJobs();
    return look(started.body.id);
  }
  async function look(id: string): Promise<Reply<typeof imports.getImportRun>> {
    return (await world.call('miriam', imports.getImportRun, { id })).body;
  }
  async function findCustomer(q: string) {
    const rows = await world.deps.db.system((trx) =>
      trx
        .selectFrom('customer')
        .selectAll()
        .where('organization_id', '=', demoTenantId)
        .where('number', '=', q)
        .execute(),
    );
    return rows[0];
  }

  test('a file is previewed with a proposed map and what was assumed, and nothing is stored', async () => {
    const file = await upload('kunden.csv', `${head}\n${lines(1, 3).join('\n')}\n`);
    const { body } = await world.call('miriam', previewImport, {
      kind: 'customers',
      fileId: file.id,
    });

    expect(body.mapping.columns).toMatchObject({
      number: { column: 'Kd.-Nr.' },
      name: { column: 'Firma' },
      street: { column: 'Straße' },
      postcode: { column: 'PLZ' },
      city: { column: 'Ort' },
      phone: { column: 'Telefon' },
      paymentTermDays: { column: 'Zahlungsziel' },
    });
    expect(body.assumptions).toContainEqual(
      expect.objectContaining({ about: 'delimiter', value: ';', from: 'found' }),
    );
    expect(body.rows[0]).toEqual({
      line: 2,
      values: expect.objectContaining({
        number: 'K1',
        name: 'Firma 1 GmbH',
        paymentTermDays: '30',
      }) as object,
    });
    expect(await findCustomer('K1')).toBeUndefined();
  });

  test('dry run, run, the same file again, then undo', async () => {
    const file = await upload(
      'kunden.csv',
      `${head}\n${lines(100, 40).join('\n')}\nK100;Doppelt;;;;;\n;Ohne;;;;;\n`,
    );
    const dry = await run({ kind: 'customers', fileId: file.id, isDryRun: true });
    expect(dry.run).toMatchObject({
      state: 'done',
      created: 40,
      wrong: 2,
      rowsRead: 42,
      rowsTotal: 42,
      canUndo: false,
    });
    expect(await findCustomer('K100')).toBeUndefined();

    const real = await run({ kind: 'customers', fileId: file.id });
    expect(real.run).toMatchObject({ state: 'done', created: 40, changed: 0, wrong: 2, canUndo: true });
    expect(real.problems.map((one) => [one.line, one.problem])).toEqual([
      [42, 'twice'],
      [43, 'missing'],
    ]);
    expect(real.problems[0]?.sentence.de).toContain('K100');
    const again = await run({ kind: 'customers', fileId: file.id });
    expect(again.run).toMatchObject({ created: 0, changed: 0, same: 40, canUndo: false });

    await world.call('miriam', imports.undoImport, { id: real.run.id });
    await world.runJobs();
    expect((await look(real.run.id)).run).toMatchObject({ state: 'undone', undoKept: 0 });
    expect(await findCustomer('K100')).toBeUndefined();
  });

  test('what a person wrote stays unless the field belongs to the ERP, and undo leaves what was changed or used since', async () => {
    const source = await world.call('miriam', imports.createImportSource, {
      name: `Kunden ${database}`,
      kind: 'customers',
    });
    const first = await upload('a.csv', `${head}\n${lines(200, 4).join('\n')}\n`);
    const firstRun = await run({ kind: 'customers', fileId: first.id, sourceId: source.body.id });
    const edited = await findCustomer('K200');
    const used = await findCustomer('K201');
    await world.call(
      'miriam',
      updateCustomer,
      { id: edited?.id ?? '', city: 'Rutesheim' },
      { ifMatch: edited?.version ?? 1 },
    );
    await world.call('miriam', createFollowUp, {
      customerId: used?.id ?? '',
      title: 'Anrufen',
      dueOn: '2026-09-10',
    });

    const second = await upload('b.csv', `${head}\n${lines(200, 4, 'Stuttgart').join('\n')}\n`);
    const kept = await run({ kind: 'customers', fileId: second.id, sourceId: source.body.id });
    expect(kept.run).toMatchObject({ changed: 3, same: 1, kept: 1 });
    expect(kept.notes).toMatchObject([{ line: 2, problem: 'edit_kept', column: 'Ort', value: 'Stuttgart' }]);
    expect(await findCustomer('K200')).toMatchObject({ city: 'Rutesheim' });
    expect(await findCustomer('K202')).toMatchObject({ city: 'Stuttgart' });

    const mapping = {
      columns: {
        number: { column: 'Kd.-Nr.' },
        name: { column: 'Firma' },
        city: { column: 'Ort', rule: 'erp' as const },
      },
    };
    const won = await run({ kind: 'customers', fileId: second.id, sourceId: source.body.id, mapping });
    expect(won.run).toMatchObject({ changed: 1, kept: 0 });
    expect(await findCustomer('K200')).toMatchObject({ city: 'Stuttgart' });

    await world.call('miriam', imports.undoImport, { id: won.run.id });
    await world.runJobs();
    expect(await findCustomer('K200')).toMatchObject({ city: 'Rutesheim' });
    await world.call('miriam', imports.undoImport, { id: firstRun.run.id });
    await world.runJobs();
    const undone = await look(firstRun.run.id);
    expect(undone.run).toMatchObject({ state: 'undone', undoKept: 4 });
    expect(undone.undoLeft.map((one) => one.reason).sort()).toEqual([
      'changed_since',
      'changed_since',
      'changed_since',
      'in_use',
    ]);
    expect(await findCustomer('K201')).toBeDefined();
  });

  test('rows missing in a full load are reported and kept', async () => {
    const source = await world.call('miriam', imports.createImportSource, {
      name: `Voll ${database}`,
      kind: 'customers',
      isFullLoad: true,
    });
    const all = await upload('voll.csv', `${head}\n${lines(300, 5).join('\n')}\n`);
    await run({ kind: 'customers', fileId: all.id, sourceId: source.body.id });
    const fewer = await upload('voll.csv', `${head}\n${lines(300, 3).join('\n')}\n`);
    const { run: second, notes } = await run({
      kind: 'customers',
      fileId: fewer.id,
      sourceId: source.body.id,
    });

    expect(second).toMatchObject({ same: 3, missing: 2 });
    expect(notes.map((one) => one.value)).toEqual(['K303', 'K304']);
    expect(await findCustomer('K304')).toBeDefined();
  });

  test('the error file holds reason and row, formulas as text', async () => {
    const file = await upload(
      'f.csv',
      `${head}\n;=HYPERLINK("http://x.test");;;;;\nK400;Gut GmbH;;;;;dreißig\n`,
    );
    const { run: ended } = await run({ kind: 'customers', fileId: file.id });
    const response = await fetch(`${world.url}/api/import/runs/${ended.id}/errors`, {
      headers: { authorization: await world.authorizationOf('miriam') },
    });
    const text = await response.text();

    expect(response.headers.get('content-disposition')).toContain('Fehler-f.csv');
    expect(text).toContain(`"'=HYPERLINK(""http://x.test"")"`);
    expect(text).toContain('„dreißig“ in der Spalte „Zahlungsziel“ ist keine Zahl.');
  });

  test('every kind of record arrives, from CSV and XLSX, and again changes nothing', async () => {
    const files: [ImportKind, string, string | Buffer][] = [
      ['customers', 'k.csv', `${head}\nM1;Metall GmbH;;71229;Leonberg;;\n`],
      ['terms', 't.csv', 'Kundennummer;Zahlungsziel;Skonto;Skontotage;Kreditlimit\nM1;45;2,5;10;50.000,00\n'],
      [
        'contacts',
        'c.csv',
        'Kundennummer;Vorname;Nachname;Anrede;E-Mail;Telefon;Mobil\nM1;Sabine;Tietz;Frau;s.tietz@metall.test;07152 1;0171 5550001\n',
      ],
      ['productGroups', 'g.csv', 'Warengruppe;Text\nTürschließer;x\n'],
      [
        'products',
        'p.xlsx',
        buildWorkbook([
          ['Artikelnummer', 'Bezeichnung', 'Warengruppe', 'Einheit'],
          ['A-1', 'Türschließer TS 4000', 'Türschließer', 'Stück'],
          [{ formula: '"A"&"-2"', value: 'A-2' }, { inline: 'Rosette' }, 'Beschläge', null],
        ]),
      ],
      [
        'orders',
        'o.xlsx',
        buildWorkbook([
          ['Auftragsnummer', 'Kundennummer', 'Auftragsdatum', 'Netto'],
          ['AU-1', 'M1', { date: 46268 }, 1234.56],
        ]),
      ],
      [
        'orderLines',
        'l.csv',
        'Auftragsnummer;Artikelnummer;Menge;Einzelpreis\nAU-1;A-1;2;100,50\nAU-1;A-2;10;3,25\n',
      ],
      [
        'quotes',
        'q.csv',
        'Angebotsnummer;Kundennummer;Betreff;Angebotssumme;Wahrscheinlichkeit;Angebotsdatum;Gültig bis;Status\nAN-1;M1;Brandschutztüren;42.600,00;70 %;01.08.2026;30.09.2026;offen\n',
      ],
      [
        'invoices',
        'r.csv',
        'Rechnungsnummer;Kundennummer;Rechnungsdatum;Fälligkeit;Betrag;Offen\nRE-1;M1;01.08.2026;31.08.2026;119,00;19,00\n',
      ],
      ['projects', 'pr.csv', 'Kundennummer;Projekt;Summe;Phase\nM1;Kita Süd;61.550,00;Angebot\n'],
      [
        'serviceIntervals',
        's.csv',
        'Kundennummer;Anlage;Intervall Monate;Letzte Wartung\nM1;Brandschutztor;12;31.01.2026\n',
      ],
      [
        'pricesHeard',
        'm.csv',
        'Kundennummer;Artikel;Wettbewerber;Preis;Datum\nM1;TS 4000;Geze;89,90;01.09.2026\n',
      ],
    ];
    for (const [kind, name, content] of files) {
      const file = await upload(name, content);
      const first = await run({ kind, fileId: file.id });
      expect([kind, first.run.state, first.run.wrong, first.problems], kind).toEqual([kind, 'done', 0, []]);
      expect(first.run.created + first.run.changed, kind).toBeGreaterThan(0);
      const again = await run({ kind, fileId: file.id });
      expect([kind, again.run.created, again.run.changed, again.run.wrong]).toEqual([kind, 0, 0, 0]);
    }
    const customer = await findCustomer('M1');
    expect(customer).toMatchObject({
      payment_term_days: 45,
      discount_percent: 2.5,
      credit_limit_cents: 5_000_000,
      last_order_on: '2026-09-03',
    });
    const order = await world.deps.db.system((trx) =>
      trx.selectFrom('sales_order').selectAll().where('number', '=', 'AU-1').executeTakeFirstOrThrow(),
    );
    expect(order).toMatchObject({ total_cents: 23_350, ordered_on: '2026-09-03' });
    const invoice = await world.deps.db.system((trx) =>
      trx.selectFrom('invoice').selectAll().where('number', '=', 'RE-1').executeTakeFirstOrThrow(),
    );
    expect(invoice).toMatchObject({ paid_cents: 10_000, paid_on: null });
    const interval = await world.deps.db.system((trx) =>
      trx.selectFrom('service_interval').selectAll().executeTakeFirstOrThrow(),
    );
    expect(interval).toMatchObject({ next_on: '2027-01-31' });
  });

  test('own attributes are columns like any other', async () => {
    const attribute = await world.call('miriam', createAttribute, {
      recordKind: 'customer',
      labelDe: 'Lieblingsmarke',
      labelEn: 'Brand',
      type: 'text',
    });
    const file = await upload('m.csv', 'Kundennummer;Firma;Lieblingsmarke\nMM1;Merkmal GmbH;Dorma\n');
    const preview = await world.call('miriam', previewImport, { kind: 'customers', fileId: file.id });
    expect(preview.body.columns[2]?.proposal).toBe(`attribute:${attribute.body.id}`);
    const { run: ended } = await run({ kind: 'customers', fileId: file.id });
    expect(ended).toMatchObject({ created: 1, wrong: 0 });
    expect((await findCustomer('MM1'))?.attributes).toEqual({ [attribute.body.id]: 'Dorma' });
    expect((await run({ kind: 'customers', fileId: file.id })).run).toMatchObject({ same: 1 });
  });

  test('a value that can be read in two ways is asked about, and the choice is kept', async () => {
    const file = await upload('a.csv', 'Kundennummer;Firma;Kreditlimit\nZ1;Zwei GmbH;1.234\n');
    const preview = await world.call('miriam', previewImport, { kind: 'customers', fileId: file.id });
    expect(preview.body.assumptions).toContainEqual({
      about: 'decimal',
      value: null,
      from: 'open',
      example: '1.234',
      column: 'Kreditlimit',
    });
    const asked = await run({ kind: 'customers', fileId: file.id });
    expect(asked.run).toMatchObject({
      state: 'failed',
      problem: { problem: 'question_open', value: '1.234' },
      created: 0,
    });

    const told = await run({
      kind: 'customers',
      fileId: file.id,
      mapping: { ...preview.body.mapping, decimal: ',' },
    });
    expect(told.run.created).toBe(1);
    expect(await findCustomer('Z1')).toMatchObject({ credit_limit_cents: 123_400 });
  });

  test('a run that was asked to stop stops, and one that was interrupted goes on where it was', async () => {
    const file = await upload('gross.csv', `${head}\n${lines(10_000, 4_500).join('\n')}\n`);
    const waiting = await world.call('miriam', imports.startImport, {
      kind: 'customers',
      fileId: file.id,
      isDryRun: false,
    });
    expect((await world.call('miriam', imports.cancelImport, { id: waiting.body.id })).body).toMatchObject({
      state: 'cancelled',
    });
    await world.runJobs();
    expect((await look(waiting.body.id)).run.rowsRead).toBe(0);

    const { performRun } = await import('#api/import/perform-run.ts');
    const started = await world.call('miriam', imports.startImport, {
      kind: 'customers',
      fileId: file.id,
      isDryRun: false,
    });
    const stop = new AbortController();
    const watch = setInterval(() => {
      void look(started.body.id).then(({ run: now }) => now.rowsRead > 0 && stop.abort());
    }, 15);
    await performRun(
      world.deps,
      { organizationId: demoTenantId, runId: started.body.id },
      { nextAt: null, signal: stop.signal },
    ).catch(() => undefined);
    clearInterval(watch);
    await world.runJobs();
    expect((await look(started.body.id)).run).toMatchObject({
      state: 'done',
      rowsRead: 4_500,
      created: 4_500,
      wrong: 0,
    });
  });

  test('files over 200 MB, other bodies and other roles are refused', async () => {
    const send = async (headers: Record<string, string>, body: string) =>
      (await fetch(`${world.url}/api/import/files/x.csv`, { method: 'POST', headers, body })).status;
    const authorization = await world.authorizationOf('miriam');
    expect(await send({ authorization, 'content-type': 'application/json' }, '{}')).toBe(415);
    expect(
      await send(
        { authorization: await world.authorizationOf('petra'), 'content-type': 'application/octet-stream' },
        'x',
      ),
    ).toBe(403);
  });
});
