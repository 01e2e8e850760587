// Files of an ERP read into the database: what arrives, what stays, what is refused and why.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '#api/db/database.ts';
import { runImport } from '#api/import/import.ts';
import type { ImportRequest } from '#api/import/import.ts';
import { readyMaps } from '#api/import/maps.ts';
import { databases, openTestDatabase } from '#tests/support/databases.ts';

const header = 'Kundennummer;Name;Straße;PLZ;Ort;Land;Telefon;Ansprechpartner;Funktion;E-Mail';
const müller =
  '20417;Müller & Söhne GmbH;Hauptstraße 1;71229;Leonberg;Deutschland;07152 1234;Jörg Müller;Einkauf;j.mueller@mueller.test';
const standard = readyMaps['standard'] as ImportRequest['map']; // a ready map of ours

describe.each(databases)('the ERP import on %s', (kind) => {
  let db: Database;
  let folder: string;
  let organizationId: string;
  const write = async (name: string, content: string | Buffer) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  const run = (files: ImportRequest['files'], more: Partial<ImportRequest> = {}) =>
    runImport(db, {
      organizationId,
      files,
      map: standard,
      isDryRun: false,
      language: 'de',
      now: new Date('2026-09-03T12:00:00Z'),
      ...more,
    });
  const customers = () =>
    db.system((trx) =>
      trx
        .selectFrom('customer')
        .selectAll()
        .where('organization_id', '=', organizationId)
        .orderBy('number')
        .execute(),
    );

  beforeAll(async () => {
    db = await openTestDatabase(kind);
    folder = await mkdtemp(join(tmpdir(), 'kundencockpit-import-'));
  });
  afterAll(async () => {
    await db.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    organizationId = randomUUID();
    await db.system((trx) =>
      trx
        .insertInto('organization')
        .values({ organization_id: organizationId, name: organizationId })
        .execute(),
    );
  });

  test('a customer of the file is there with its contact, and the same file again changes nothing', async () => {
    const file = await write('kunden.csv', `${header}\n${müller}\n`);

    const first = await run({ customers: file });
    const second = await run({ customers: file });

    expect(first.counts.customers).toEqual({ created: 1, changed: 0, same: 0, wrong: 0 });
    expect(second.counts.customers).toEqual({ created: 0, changed: 0, same: 1, wrong: 0 });
    expect(await customers()).toMatchObject([
      { number: '20417', name: 'Müller & Söhne GmbH', postcode: '71229', country: 'DE', version: 1 },
    ]);
    const contacts = await db.system((trx) =>
      trx.selectFrom('contact').select('name').where('organization_id', '=', organizationId).execute(),
    );
    expect(contacts).toEqual([{ name: 'Jörg Müller' }]);
  });

  test('a changed line changes the record, leaves what the file leaves empty, and notes what stood before', async () => {
    await run({ customers: await write('alt.csv', `${header}\n${müller}\n`) });

    const report = await run({ customers: await write('neu.csv', `${header}\n20417;Müller GmbH;;;;;;;;\n`) });

    expect(report.counts.customers).toMatchObject({ changed: 1 });
    expect(await customers()).toMatchObject([{ name: 'Müller GmbH', city: 'Leonberg', version: 2 }]);
    const audit = await db.system((trx) =>
      trx
        .selectFrom('audit')
        .select('before')
        .where('organization_id', '=', organizationId)
        .where('action', '=', 'customer.import')
        .where('before', 'is not', null)
        .execute(),
    );
    expect(audit).toMatchObject([{ before: { name: 'Müller & Söhne GmbH' } }]);
  });

  test('a new customer lies in the territory of its postcode, found by phone and by mail domain', async () => {
    const [territory, owner] = [randomUUID(), randomUUID()];
    await db.system((trx) =>
      trx
        .insertInto('territory')
        .values({
          organization_id: organizationId,
          id: territory,
          name: 'Südwest',
          postcode_prefixes: ['71'],
          owner_id: owner,
        })
        .execute(),
    );
    await run({
      customers: await write(
        'k.csv',
        `${header}\n${müller}\n2;Fern;;20095;Hamburg;DE;;Rita Fern;;rita@gmx.de\n`,
      ),
    });
    const [fern, müllers] = await customers();
    const domains = await db.system((trx) =>
      trx
        .selectFrom('customer_domain')
        .select(['domain', 'customer_id'])
        .where('organization_id', '=', organizationId)
        .execute(),
    );

    expect(müllers).toMatchObject({
      territory_id: territory,
      owner_id: owner,
      phone_normalized: '+4971521234',
    });
    expect(fern).toMatchObject({ territory_id: null, owner_id: null });
    expect(domains).toEqual([{ domain: 'mueller.test', customer_id: müllers?.id }]);
  });

  test('figures and class follow the orders of the customers in the file; others stay as they are', async () => {
    const other = randomUUID();
    await db.system(async (trx) => {
      const row = { organization_id: organizationId, id: other, number: '9', name: 'Andere GmbH' };
      await trx
        .insertInto('customer')
        .values({ ...row, revenue_12_months_cents: 777 })
        .execute();
      const month = { organization_id: organizationId, customer_id: other, month: '2026-01-01', cents: 777 };
      await trx.insertInto('revenue_month').values(month).execute();
    });
    await run({
      customers: await write('k.csv', `${header}\n${müller}\n`),
      orders: await write(
        'a.csv',
        'Auftragsnummer;Kundennummer;Auftragsdatum;Lieferdatum;Netto\n1;20417;01.06.2026;;60.000,00\n2;20417;01.07.2026;;50.000,00\n',
      ),
    });
    const list = await customers();
    const months = await db.system((trx) =>
      trx
        .selectFrom('revenue_month')
        .select(['month', 'cents'])
        .where('organization_id', '=', organizationId)
        .orderBy('month')
        .execute(),
    );

    expect(list.find((one) => one.number === '20417')).toMatchObject({
      revenue_12_months_cents: 11_000_000,
      rating_letter: 'A',
      rating_digit: '2',
      usual_order_days: 30,
      last_order_on: '2026-07-01',
    });
    expect(list.find((one) => one.id === other)).toMatchObject({ revenue_12_months_cents: 777 });
    expect(months).toEqual([
      { month: '2026-01-01', cents: 777 },
      { month: '2026-06-01', cents: 6_000_000 },
      { month: '2026-07-01', cents: 5_000_000 },
    ]);
  });

  test('an order given to another customer takes its revenue along', async () => {
    const head = 'Auftragsnummer;Kundennummer;Auftragsdatum;Lieferdatum;Netto';
    const file = await write('k.csv', `${header}\n${müller}\n2;Zweite GmbH;;;;;;;;\n`);
    await run({ customers: file, orders: await write('a.csv', `${head}\n1;20417;01.06.2026;;500,00\n`) });
    await run({ orders: await write('a.csv', `${head}\n1;2;01.06.2026;;500,00\n`) });

    expect((await customers()).map((one) => [one.number, one.revenue_12_months_cents])).toEqual([
      ['2', 50_000],
      ['20417', 0],
    ]);
  });

  test('a dry run into a new organisation leaves no organisation behind', async () => {
    const id = randomUUID();
    const more = { organizationId: id, newOrganizationName: 'Neue GmbH' };
    const file = await write('k.csv', `${header}\n${müller}\n`);
    const report = await run({ customers: file }, { ...more, isDryRun: true });
    const { rows } = await db.execute('select 1 from organization where organization_id = $1', [id]);

    expect(report.counts.customers?.created).toBe(1);
    expect(rows).toEqual([]);
    await run({ customers: file }, more);
    const kept = await db.execute('select name from organization where organization_id = $1', [id]);
    expect(kept.rows).toEqual([{ name: 'Neue GmbH' }]);
  });

  test('a dry run counts like the real one and stores nothing', async () => {
    const report = await run(
      { customers: await write('kunden.csv', `${header}\n${müller}\n`) },
      { isDryRun: true },
    );

    expect(report.counts.customers).toMatchObject({ created: 1 });
    expect(await customers()).toEqual([]);
  });

  test('wrong lines are named with line and sentence, the good ones are taken', async () => {
    const orders =
      'Auftragsnummer;Kundennummer;Auftragsdatum;Lieferdatum;Netto\nAU-1;20417;31.02.2026;;10,00\nAU-2;99999;01.02.2026;;10,00\nAU-3;20417;01.02.2026;;zehn\nAU-4;20417;01.02.2026;;1.234,56\nAU-4;20417;02.02.2026;;1,00\n';

    const report = await run({
      customers: await write('kunden.csv', `${header}\n${müller}\n;Ohne Nummer;;;;;;;;\n`),
      orders: await write('auftraege.csv', orders),
    });

    expect(report.counts).toMatchObject({
      customers: { created: 1, wrong: 1 },
      orders: { created: 1, wrong: 4 },
    });
    const sentences = report.wrongLines.map((wrong) => `${wrong.line}: ${wrong.sentence}`);
    expect(sentences).toEqual([
      '3: In der Spalte „Kundennummer“ fehlt der Wert.',
      '2: „31.02.2026“ in der Spalte „Auftragsdatum“ ist kein Datum (erwartet: TT.MM.JJJJ oder JJJJ-MM-TT).',
      '3: Zur Kundennummer „99999“ gibt es keinen Kunden.',
      '4: „zehn“ in der Spalte „Netto“ ist keine Zahl.',
      '6: „AU-4“ kommt in der Spalte „Auftragsnummer“ mehrfach vor; die erste Zeile gilt.',
    ]);
    const revenue = await db.system((trx) =>
      trx
        .selectFrom('revenue_month')
        .select(['month', 'cents'])
        .where('organization_id', '=', organizationId)
        .execute(),
    );
    expect(revenue).toEqual([{ month: '2026-02-01', cents: 123_456 }]);
  });

  test('a Latin-1 file with umlauts and a formula in a name arrives as text', async () => {
    const file = await write(
      'latin1.csv',
      Buffer.from(`${header}\n1;=HYPERLINK("x") Größe;;;Köln;;;;;\n`, 'latin1'),
    );

    await run({ customers: file });

    expect(await customers()).toMatchObject([{ name: '=HYPERLINK("x") Größe', city: 'Köln' }]);
  });

  test('a file without the needed column is refused with the columns it has, and nothing is stored', async () => {
    const good = await write('kunden.csv', `${header}\n${müller}\n`);
    const bad = await write('auftraege.csv', 'Nummer;Datum\n1;01.01.2026\n');

    await expect(run({ customers: good, orders: bad })).rejects.toThrow(
      /fehlt die Spalte „Auftragsnummer“. Gefunden: Nummer, Datum/,
    );
    expect(await customers()).toEqual([]);
  });

  test('a broken CSV is refused with its line, and nothing of it is stored', async () => {
    const file = await write('kaputt.csv', `${header}\n${müller}\n2;"offen;;;;;;;;\n`);

    await expect(run({ customers: file })).rejects.toThrow(/Keine lesbare CSV-Datei ab Zeile 3: In Spalte 2/);
    expect(await customers()).toEqual([]);
  });

  test('a missing file is said in a sentence', async () => {
    await expect(run({ customers: join(folder, 'nirgends.csv') })).rejects.toThrow(/lässt sich nicht lesen/);
  });
});
