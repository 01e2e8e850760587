// The import over HTTP as the administrator uses it: upload, preview, dry run, run, error file, undo; endpoints; schedule.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { updateCustomer } from '#contract/customer.ts';
import * as imports from '#contract/import.ts';
import { previewImport } from '#contract/import-preview.ts';
import { createFollowUp } from '#contract/follow-up.ts';
import { databases } from '#tests/support/databases.ts';
import { head, importCase, lines, openImportWorld } from '#tests/support/import-case.ts';
import type { World } from '#tests/support/world.ts';

describe.each(databases)('the import on %s', (database) => {
  let world: World;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ world, close } = await openImportWorld(database));
  });
  afterAll(() => close());

  const { findCustomer, look, run, upload } = importCase(() => world);

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

    expect(response.headers.get('content-disposition')).toMatch(/Fehler-f\.csv(?!\.)/);
    expect(text).toContain(`"'=HYPERLINK(""http://x.test"")"`);
    expect(text).toContain('„dreißig“ in der Spalte „Zahlungsziel“ ist keine Zahl.');
  });
});
