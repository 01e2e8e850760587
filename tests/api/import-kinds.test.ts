// What an import takes and refuses: every kind of record, own attributes, doubtful values, interrupted runs, limits.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAttribute } from '#contract/attribute.ts';
import * as imports from '#contract/import.ts';
import { type ImportKind } from '#contract/import-map.ts';
import { previewImport } from '#contract/import-preview.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { databases } from '#tests/support/databases.ts';
import { head, importCase, lines, openImportWorld } from '#tests/support/import-case.ts';
import { buildWorkbook } from '#tests/support/import-files.ts';
import type { World } from '#tests/support/world.ts';

describe.each(databases)('what an import takes on %s', (database) => {
  let world: World;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ world, close } = await openImportWorld(database));
  });
  afterAll(() => close());

  const { findCustomer, look, run, upload } = importCase(() => world);

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
